/** Ranges that heads stand for: whole rows, whole columns, the whole table. Pure. */
import type { CellRange } from './cell-range.ts';
import type { GridPlace } from '../grid-column.ts';

interface Size {
	readonly rowCount: number;
	readonly columnCount: number;
}

interface Corners {
	readonly anchor: GridPlace;
	readonly head: GridPlace;
}

/** The first cell of a head's row or column; any other cell itself. */
export function inBody({ row, column }: GridPlace): GridPlace {
	return { row: Math.max(0, row), column: Math.max(0, column) };
}

/** The corners of what a place selects: the cell itself, a head's row or column, or everything. */
export function cornersOf(place: GridPlace, { rowCount, columnCount }: Size): Corners {
	return {
		anchor: inBody(place),
		head: {
			row: place.row < 0 ? rowCount - 1 : place.row,
			column: place.column < 0 ? columnCount - 1 : place.column,
		},
	};
}

/** Where a selection of `present` corners reaches when extended to a place: whole rows stay whole. */
export function reachTo(
	place: GridPlace,
	present: Corners | undefined,
	{ rowCount, columnCount }: Size,
): GridPlace {
	const { row, column } = inBody(place);
	const isTall = present?.anchor.row === 0 && present.head.row === rowCount - 1;
	const isWide = present?.anchor.column === 0 && present.head.column === columnCount - 1;
	return {
		row: place.row < 0 && isTall ? rowCount - 1 : row,
		column: place.column < 0 && isWide ? columnCount - 1 : column,
	};
}

/** Everything, or the whole rows or columns that a range touches. */
export function widened(
	range: CellRange,
	to: 'all' | 'rows' | 'columns',
	{ rowCount, columnCount }: Size,
): CellRange {
	const rows = { top: 0, bottom: rowCount - 1 };
	const columns = { left: 0, right: columnCount - 1 };
	if (to === 'all') return { ...rows, ...columns };
	return to === 'rows' ? { ...range, ...columns } : { ...range, ...rows };
}
