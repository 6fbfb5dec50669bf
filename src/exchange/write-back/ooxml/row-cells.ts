/** The cells of one row, each with its offsets, its style and what a person sees in it. */
import { CellReader, type WorkbookCells } from '../../reading/ooxml/cell-reader.ts';
import { SheetDataCursor, type RawFormula } from '../../reading/ooxml/sheet-data.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { SheetCell } from '../../sheet.ts';
import type { OutlineRow } from './sheet-outline.ts';

export interface RowCell {
	/** 0-based. */
	readonly column: number;
	readonly start: number;
	readonly end: number;
	readonly style: number;
	/** The `t` attribute. */
	readonly type: string;
	readonly formula: RawFormula | undefined;
	/** Undefined where the cell only carries a style. */
	readonly seen: SheetCell | undefined;
}

/** In the order of the file. */
export function rowCells(xml: string, row: OutlineRow, workbook: WorkbookCells): RowCell[] {
	const cells: RowCell[] = [];
	if (row.isEmptyTag) return cells;
	const scanner = new XmlScanner(xml);
	scanner.end = row.start;
	const cursor = new SheetDataCursor(scanner);
	const reader = new CellReader(workbook);
	// A row without a number of its own is the one after the last.
	cursor.rowNumber = row.number - 1;
	cursor.next();
	while (cursor.next() === 'cell') {
		const { column, start, end, style, type, formula } = cursor;
		cells.push({ column, start, end, style, type, formula, seen: reader.read(cursor) });
	}
	return cells;
}
