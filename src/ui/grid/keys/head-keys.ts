/** What Alt with an arrow does about columns: widen, narrow, move, open the menu. */
import type { ColumnMove } from '../columns/column-move.svelte.ts';
import type { ColumnWidths } from '../columns/column-widths.svelte.ts';
import type { GridRow } from '../grid-column.ts';
import type { GridState } from '../grid-state.svelte.ts';

interface HeadKeyInputs<Row extends GridRow, Value> {
	readonly grid: GridState<Row, Value>;
	readonly widths: ColumnWidths;
	readonly move: ColumnMove;
	/** False where columns have no menu. */
	readonly onmenu: (column: number) => boolean;
}

/** How much a key widens a column, in CSS pixels. */
const widthStep = 16;

/** True where the key was about columns. */
export function pressHeadKey<Row extends GridRow, Value>(
	{ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
	{ grid, widths, move, onmenu }: HeadKeyInputs<Row, Value>,
): boolean {
	const { place } = grid;
	const column = grid.columnAt(place);
	if (!column || grid.edit || !altKey || ctrlKey || metaKey) return false;
	const isHead = place.row < 0;
	// As in Excel: Alt+Down in a cell opens its list, with Shift the menu of its column.
	if (key === 'ArrowDown') return (isHead || shiftKey) && onmenu(place.column);
	const direction = { ArrowLeft: -1, ArrowRight: 1 }[key];
	if (!isHead || (direction !== 1 && direction !== -1)) return false;
	if (!shiftKey) widths.nudge(column, direction * widthStep);
	else if (move.isAllowed) move.nudge(column, direction);
	return true;
}
