/**
 * One worksheet part (ECMA-376 part 1, 18.3) as a sheet: its cells, and what stands around them:
 * hidden columns, merges, filter, drop-down lists. The claimed dimension is not believed.
 */
import { grouped } from '../../../base/counted.ts';
import type { CellRange, ReadingNote, SheetRow } from '../../sheet.ts';
import type { RowCollector } from '../row-collector.ts';
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

/** Tells how much of the sheet is done, 0 to 1; answers false once reading should stop. */
export type SheetStep = (done: number) => Promise<boolean>;

/** Reads the XML of a worksheet into `collector`; undefined when the person cancelled. */
export async function readWorksheet(
	sheet: string,
	xml: string,
	workbook: WorkbookCells,
	collector: RowCollector,
	step: SheetStep,
): Promise<WorksheetContent | undefined> {
	const scanner = new XmlScanner(xml);
	const reader = new CellReader(workbook);
	const facts = new SheetFacts();
	while (scanner.next()) {
		if (scanner.kind === 'close') continue;
		if (scanner.name !== 'sheetData') facts.take(scanner);
		else if (scanner.kind === 'open') {
			const done = await readRows(scanner, reader, collector, step);
			if (!done) return undefined;
		}
	}
	const rows = collector.finish();
	const notes = doubts(reader.missingStrings, scanner.cutShort);
	return {
		rows,
		columnCount: collector.columnCount,
		hiddenColumns: facts.hiddenColumns(collector.columnCount),
		merges: facts.merges,
		autoFilter: facts.autoFilter,
		validations: facts.validations,
		notes: [...notes.map((text) => ({ sheet, cell: '', text })), ...collector.notes],
	};
}

/** Reads the rows of the `sheetData` the scanner stands on; false when the person cancelled. */
async function readRows(
	scanner: XmlScanner,
	reader: CellReader,
	collector: RowCollector,
	step: SheetStep,
): Promise<boolean> {
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
		if (rows % rowsBetweenSteps === 0 && !(await step(scanner.end / scanner.text.length))) {
			return false;
		}
	}
	return true;
}

/** What a person should know before trusting the sheet. */
function doubts(missingStrings: number, cutShort: boolean): string[] {
	const texts: string[] = [];
	if (missingStrings === 1) {
		texts.push('1 cell is empty: the text it points to is missing from the file.');
	} else if (missingStrings > 1) {
		const count = grouped(missingStrings);
		texts.push(`${count} cells are empty: the text they point to is missing from the file.`);
	}
	if (cutShort) texts.push('The sheet breaks off in the file; what came before is here.');
	return texts;
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
