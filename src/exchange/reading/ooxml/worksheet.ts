/**
 * One worksheet part (ECMA-376 part 1, 18.3) as a sheet: its cells, and what stands around them:
 * hidden columns, merges, filter, drop-down lists. The claimed dimension is not believed.
 */
import type { CellRange, ReadingNote, SheetRow } from '../../sheet.ts';
import type { Pace } from '../pace.ts';
import { RowCollector } from '../row-collector.ts';
import { parseRange, parseRanges } from './cell-range.ts';
import { CellReader, type WorkbookCells } from './cell-reader.ts';
import { SheetDataCursor } from './sheet-data.ts';
import { XmlScanner } from './xml-scanner.ts';

/** A drop-down list before its formula is looked up. */
export interface RawValidation {
	readonly ranges: readonly CellRange[];
	/** `"Yes,No"`, a range, or the name of one. */
	readonly formula: string;
}

export interface WorksheetContent {
	readonly rows: readonly SheetRow[];
	readonly columnCount: number;
	readonly hiddenColumns: readonly number[];
	readonly merges: readonly CellRange[];
	readonly autoFilter: CellRange | undefined;
	readonly validations: readonly RawValidation[];
	readonly notes: readonly ReadingNote[];
}

const rowsBetweenSteps = 200;

/**
 * Reads the XML of a worksheet into `collector`. `progress` gets the part of the text done, 0 to 1.
 * Undefined when the person cancelled.
 */
export async function readWorksheet(
	sheet: string,
	xml: string,
	workbook: WorkbookCells,
	collector: RowCollector,
	pace: Pace,
	progress: (done: number) => number,
): Promise<WorksheetContent | undefined> {
	const scanner = new XmlScanner(xml);
	const facts = new SheetFacts();
	const notes: ReadingNote[] = [];
	while (scanner.next()) {
		if (scanner.kind === 'close') continue;
		if (scanner.name !== 'sheetData') {
			facts.take(scanner);
			continue;
		}
		if (scanner.kind === 'empty') continue;
		const reader = new CellReader(workbook);
		const cursor = new SheetDataCursor(scanner);
		let rows = 0;
		for (let at = cursor.next(); at && !collector.full; at = cursor.next()) {
			if (at === 'cell') {
				const cell = reader.read(cursor);
				if (cell) collector.add(cursor.column, cell);
				continue;
			}
			collector.startRow(cursor.rowNumber, cursor.rowHidden);
			rows += 1;
			if (rows % rowsBetweenSteps > 0) continue;
			const goOn = await pace.step(progress(scanner.end / xml.length), `Reading “${sheet}”`);
			if (!goOn) return undefined;
		}
		if (reader.missingStrings > 0) {
			const count = reader.missingStrings;
			const what =
				count === 1
					? '1 cell is empty: the text it points'
					: `${count.toLocaleString('en')} cells are empty: the text they point`;
			const text = `${what} to is missing from the file.`;
			notes.push({ sheet, cell: '', text });
		}
	}
	if (scanner.cutShort) {
		notes.push({
			sheet,
			cell: '',
			text: 'The sheet breaks off in the file; what came before is here.',
		});
	}
	const rows = collector.finish();
	return {
		rows,
		columnCount: collector.columnCount,
		hiddenColumns: facts.hiddenColumns(collector.columnCount),
		merges: facts.merges,
		autoFilter: facts.autoFilter,
		validations: facts.validations,
		notes: [...notes, ...collector.notes],
	};
}

/** Gathers what a worksheet says beside its cells. */
class SheetFacts {
	readonly merges: CellRange[] = [];
	readonly validations: RawValidation[] = [];
	autoFilter: CellRange | undefined;
	readonly #hidden: { readonly first: number; readonly last: number }[] = [];

	/** Notes the element whose opening tag the scanner stands on, if it matters. */
	take(scanner: XmlScanner): void {
		switch (scanner.name) {
			case 'col':
				if (scanner.flag('hidden')) this.#hide(scanner);
				break;
			case 'mergeCell':
				this.#merge(scanner);
				break;
			case 'autoFilter':
				this.autoFilter = parseRange(scanner.rawAttribute('ref') ?? '');
				break;
			case 'dataValidation':
				this.#validation(scanner);
				break;
			case 'customSheetViews':
				// Saved views of other people carry filters of their own.
				scanner.skipElement();
				break;
		}
	}

	/** 0-based, up to the last column with a cell: files hide all columns to the right edge. */
	hiddenColumns(columnCount: number): number[] {
		const columns = new Set<number>();
		for (const { first, last } of this.#hidden) {
			for (let index = first; index <= last && index < columnCount; index += 1) columns.add(index);
		}
		return [...columns].sort((a, b) => a - b);
	}

	#hide(scanner: XmlScanner): void {
		const first = Number(scanner.rawAttribute('min')) - 1;
		const last = Number(scanner.rawAttribute('max')) - 1;
		if (first >= 0 && last >= first) this.#hidden.push({ first, last });
	}

	#merge(scanner: XmlScanner): void {
		const range = parseRange(scanner.rawAttribute('ref') ?? '');
		if (range) this.merges.push(range);
	}

	/** Both forms: attributes and `formula1`, and the 2010 extension's `xm:f` and `xm:sqref`. */
	#validation(scanner: XmlScanner): void {
		const isList = scanner.rawAttribute('type') === 'list';
		let place = scanner.rawAttribute('sqref') ?? '';
		let formula = '';
		if (scanner.kind === 'empty') return;
		while (scanner.next() && !scanner.closes('dataValidation')) {
			if (scanner.kind !== 'open') continue;
			if (scanner.name === 'formula1' || scanner.name === 'f')
				formula ||= scanner.readText().trim();
			else if (scanner.name === 'formula2') scanner.skipElement();
			else if (scanner.name === 'sqref') place = scanner.readText();
		}
		const ranges = parseRanges(place);
		if (isList && formula !== '' && ranges.length > 0) this.validations.push({ ranges, formula });
	}
}
