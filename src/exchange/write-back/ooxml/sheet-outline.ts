/**
 * Where the rows of a worksheet stand in its XML and how full they are, in one pass: what a writer
 * needs to know of a whole sheet before it looks closer at the few rows it changes.
 */
import { SheetDataCursor, type RawFormula } from '../../reading/ooxml/sheet-data.ts';
import type { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';

export interface OutlineRow {
	/** 1-based. */
	readonly number: number;
	/** Offsets of the row's opening tag. */
	readonly start: number;
	readonly tagEnd: number;
	/** Written `<row …/>`. */
	readonly isEmptyTag: boolean;
	/** Cells with a value of their own, and cells with a formula. */
	values: number;
	formulas: number;
}

export interface FormulaCell {
	/** 1-based. */
	readonly row: number;
	/** 0-based. */
	readonly column: number;
	readonly formula: RawFormula;
	/** Offsets of the cell's element. */
	readonly start: number;
	readonly end: number;
}

export interface SheetOutline {
	/** In the order of the file, which is that of their numbers in every sound one. */
	readonly rows: readonly OutlineRow[];
	readonly byNumber: ReadonlyMap<number, OutlineRow>;
	/** Numbers that two rows have. */
	readonly repeated: ReadonlySet<number>;
	readonly formulas: readonly FormulaCell[];
	/** Offsets of the opening tag of `sheetData`. */
	readonly start: number;
	readonly tagEnd: number;
	readonly isEmptyTag: boolean;
	/** Offset of its closing tag; of its end where it is an empty tag. */
	readonly end: number;
}

/** `scanner` stands on the opening tag of `sheetData` and is left at its end. */
export function readOutline(scanner: XmlScanner): SheetOutline {
	const rows: OutlineRow[] = [];
	const byNumber = new Map<number, OutlineRow>();
	const repeated = new Set<number>();
	const formulas: FormulaCell[] = [];
	const { start, end: tagEnd } = scanner;
	const isEmptyTag = scanner.kind === 'empty';
	const whole = { rows, byNumber, repeated, formulas, start, tagEnd, isEmptyTag };
	if (isEmptyTag) return { ...whole, end: tagEnd };
	const cursor = new SheetDataCursor(scanner);
	let row: OutlineRow | undefined;
	for (let at = cursor.next(); at; at = cursor.next()) {
		if (at === 'row') {
			row = newRow(cursor, scanner.kind === 'empty');
			rows.push(row);
			if (byNumber.has(row.number)) repeated.add(row.number);
			byNumber.set(row.number, row);
			continue;
		}
		const { formula, column } = cursor;
		if (formula) {
			formulas.push({
				row: cursor.rowNumber,
				column,
				formula,
				start: cursor.start,
				end: cursor.end,
			});
			if (row) row.formulas += 1;
		} else if (row && (cursor.valueEnd > cursor.valueStart || cursor.inline)) {
			row.values += 1;
		}
	}
	return { ...whole, end: scanner.start };
}

function newRow(cursor: SheetDataCursor, isEmptyTag: boolean): OutlineRow {
	const { rowNumber: number, start, end: tagEnd } = cursor;
	return { number, start, tagEnd, isEmptyTag, values: 0, formulas: 0 };
}
