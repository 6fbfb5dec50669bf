/** Ranges that covered the last row of a table are made to cover the rows appended below it. */
import { lastSheetRow, parseRange } from '../../reading/ooxml/cell-range.ts';
import { cellReference, type CellRange } from '../../sheet.ts';
import type { Patch } from '../splice.ts';
import type { WrittenRanges } from './sheet-frame.ts';

/** Rows that were appended to the table whose last row was `after`. */
export interface Growth {
	readonly after: number;
	readonly last: number;
	/** 0-based, both included. */
	readonly firstColumn: number;
	readonly lastColumn: number;
}

/** The range with the appended rows; undefined where it covered no cell of the last row or has them. */
function grown(range: CellRange, growth: Growth): CellRange | undefined {
	const covered =
		range.firstRow <= growth.after &&
		growth.after <= range.lastRow &&
		range.lastRow < growth.last &&
		range.firstColumn <= growth.lastColumn &&
		growth.firstColumn <= range.lastColumn;
	return covered ? { ...range, lastRow: growth.last } : undefined;
}

/** The range with the rows of every growth that reaches it. */
export function grownBy(range: CellRange, growths: readonly Growth[]): CellRange {
	return growths.reduce((now, growth) => grown(now, growth) ?? now, range);
}

/** Patches for one written list of ranges; each range of it grows by itself. */
export function growthPatches(written: WrittenRanges, growths: readonly Growth[]): Patch[] {
	const text = written.text.replace(/\S+/g, (one) => {
		const range = parseRange(one);
		if (!range || isWholeColumns(range)) return one;
		const now = grownBy(range, growths);
		return now === range ? one : rangeText(now);
	});
	return text === written.text ? [] : [{ start: written.start, end: written.end, text }];
}

/** A patch that widens the dimension by cells that were written outside it. */
export function dimensionPatches(
	dimension: WrittenRanges | undefined,
	cells: Iterable<{ readonly row: number; readonly column: number }>,
): Patch[] {
	const before = dimension && parseRange(dimension.text);
	if (!before) return [];
	let { firstRow, lastRow, firstColumn, lastColumn } = before;
	for (const { row, column } of cells) {
		firstRow = Math.min(firstRow, row);
		lastRow = Math.max(lastRow, row);
		firstColumn = Math.min(firstColumn, column);
		lastColumn = Math.max(lastColumn, column);
	}
	const same =
		firstRow === before.firstRow &&
		lastRow === before.lastRow &&
		firstColumn === before.firstColumn &&
		lastColumn === before.lastColumn;
	const text = rangeText({ firstRow, lastRow, firstColumn, lastColumn });
	return same ? [] : [{ start: dimension.start, end: dimension.end, text }];
}

/** `B2`, or `B2:D9` for more than one cell. */
export function rangeText(range: CellRange): string {
	const first = cellReference(range.firstColumn, range.firstRow);
	const last = cellReference(range.lastColumn, range.lastRow);
	return first === last ? first : `${first}:${last}`;
}

function isWholeColumns(range: CellRange): boolean {
	return range.lastRow === lastSheetRow;
}
