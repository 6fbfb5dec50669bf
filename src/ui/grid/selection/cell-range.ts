/** Rectangles of cells by place, and what follows from them. Pure: nothing here knows the screen. */
import type { GridPlace } from '../grid-column.ts';

/** 0-based, all four included; heads of rows and columns are in no range. */
export interface CellRange {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

/** The smallest range that holds both corners. */
export function rangeBetween(a: GridPlace, b: GridPlace): CellRange {
	return {
		top: Math.min(a.row, b.row),
		left: Math.min(a.column, b.column),
		bottom: Math.max(a.row, b.row),
		right: Math.max(a.column, b.column),
	};
}

export function holdsCell(range: CellRange, { row, column }: GridPlace): boolean {
	return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

export function rowCountOf({ top, bottom }: CellRange): number {
	return bottom - top + 1;
}

export function columnCountOf({ left, right }: CellRange): number {
	return right - left + 1;
}

/** How many cells the ranges hold, one that lies in several counted once. */
export function cellCountOf(ranges: readonly CellRange[]): number {
	if (ranges.length === 1 && ranges[0]) return rowCountOf(ranges[0]) * columnCountOf(ranges[0]);
	return [...cellsOf(ranges)].length;
}

/** Each cell once: range by range, row by row. */
export function* cellsOf(ranges: readonly CellRange[]): Generator<GridPlace> {
	for (const [index, range] of ranges.entries()) {
		const earlier = ranges.slice(0, index);
		for (let row = range.top; row <= range.bottom; row += 1) {
			for (let column = range.left; column <= range.right; column += 1) {
				const place = { row, column };
				if (!earlier.some((other) => holdsCell(other, place))) yield place;
			}
		}
	}
}

/** The columns that the ranges hold in a row, ascending. */
export function columnsInRow(ranges: readonly CellRange[], row: number): readonly number[] {
	const columns = new Set<number>();
	for (const { top, left, bottom, right } of ranges) {
		if (row < top || row > bottom) continue;
		for (let column = left; column <= right; column += 1) columns.add(column);
	}
	return [...columns].sort((a, b) => a - b);
}

/**
 * The cell after or before another inside the ranges, around the ends: along the rows as Tab walks,
 * or down the columns as Enter does. A cell outside leads to the first.
 */
export function nextWithin(
	ranges: readonly CellRange[],
	from: GridPlace,
	along: 'rows' | 'columns',
	direction: 1 | -1,
): GridPlace {
	const index = ranges.findLastIndex((range) => holdsCell(range, from));
	const range = ranges[index];
	if (!range) return cornerOf(ranges[0], 'first') ?? from;
	const [rows, columns] = [rowCountOf(range), columnCountOf(range)];
	const [row, column] = [from.row - range.top, from.column - range.left];
	const next = (along === 'rows' ? row * columns + column : column * rows + row) + direction;
	if (next < 0) return cornerOf(ranges.at(index - 1), 'last') ?? from;
	if (next >= rows * columns) return cornerOf(ranges[(index + 1) % ranges.length], 'first') ?? from;
	return along === 'rows'
		? { row: range.top + Math.floor(next / columns), column: range.left + (next % columns) }
		: { row: range.top + (next % rows), column: range.left + Math.floor(next / rows) };
}

/** The range with what a drag of its fill handle to a cell adds: down, up or to a side, never both. */
export function filledTo(source: CellRange, { row, column }: GridPlace): CellRange {
	const down = Math.max(row - source.bottom, source.top - row, 0);
	const across = Math.max(column - source.right, source.left - column, 0);
	if (down === 0 && across === 0) return source;
	return down >= across
		? { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) }
		: { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) };
}

function cornerOf(range: CellRange | undefined, which: 'first' | 'last'): GridPlace | undefined {
	if (!range) return undefined;
	return which === 'first'
		? { row: range.top, column: range.left }
		: { row: range.bottom, column: range.right };
}
