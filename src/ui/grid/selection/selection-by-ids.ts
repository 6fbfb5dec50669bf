/**
 * A selection as it can be kept and given back later, when rows and columns stand elsewhere: after
 * undo, sorting or a change of what is shown.
 */
import type { GridColumn, GridPlace, GridRow } from '../grid-column.ts';

export interface SelectionByIds {
	/** Undefined row: the header; undefined column: the head of the row. */
	readonly active: { readonly rowId: string | undefined; readonly columnKey: string | undefined };
	/** Each range by its two corners: the one where it began, and the one that moves. */
	readonly ranges: readonly RangeByIds[];
}

interface RangeByIds {
	readonly rowIds: readonly [string, string];
	readonly columnKeys: readonly [string, string];
}

interface Corners {
	readonly anchor: GridPlace;
	readonly head: GridPlace;
}

interface Table {
	readonly rows: readonly GridRow[];
	readonly columns: readonly GridColumn[];
}

/** The ids of the active cell and of ranges by their corners. */
export function idsOfSelection(
	{ rows, columns }: Table,
	active: GridPlace,
	ranges: readonly Corners[],
): SelectionByIds {
	return {
		active: { rowId: rows[active.row]?.id, columnKey: columns[active.column]?.key },
		ranges: ranges.flatMap(({ anchor, head }) => {
			const [from, to] = [rows[anchor.row], rows[head.row]];
			const [left, right] = [columns[anchor.column], columns[head.column]];
			if (!from || !to || !left || !right) return [];
			return [{ rowIds: [from.id, to.id], columnKeys: [left.key, right.key] } as const];
		}),
	};
}

/** Where a kept selection is now; ranges with a corner that is not shown are left out. */
export function placesOfSelection(
	{ rows, columns }: Table,
	{ active, ranges }: SelectionByIds,
): { readonly active: GridPlace | undefined; readonly ranges: readonly Corners[] } {
	const rowIndexes = new Map(rows.map(({ id }, index) => [id, index]));
	const columnIndexes = new Map(columns.map(({ key }, index) => [key, index]));
	const placeOf = (rowId: string | undefined, key: string | undefined): GridPlace | undefined => {
		const row = rowId === undefined ? -1 : rowIndexes.get(rowId);
		const column = key === undefined ? -1 : columnIndexes.get(key);
		return row === undefined || column === undefined ? undefined : { row, column };
	};
	return {
		active: placeOf(active.rowId, active.columnKey),
		ranges: ranges.flatMap(({ rowIds, columnKeys }) => {
			const anchor = placeOf(rowIds[0], columnKeys[0]);
			const head = placeOf(rowIds[1], columnKeys[1]);
			return anchor && head ? [{ anchor, head }] : [];
		}),
	};
}
