/**
 * Which cell is active. It is remembered by row id and column key, so that sorting, filtering and
 * other people's edits leave it where it belongs.
 */
import { isGroup, type GridColumn, type GridPlace, type GridRow } from './grid-column.ts';
import { groupOf, type RowOutline } from './rows/row-outline.ts';

interface ActiveCellInputs {
	readonly rows: () => readonly GridRow[];
	readonly columns: () => readonly GridColumn[];
	readonly outline: () => RowOutline | undefined;
	/** No column: the head of a row. */
	readonly onactive: (rowId: string, columnKey: string | undefined) => void;
}

/** Undefined row id: the header. Undefined column key: the head of the row. */
interface Remembered {
	readonly rowId: string | undefined;
	readonly columnKey: string | undefined;
}

/** Where the cell was when it was last shown, for when its row or column goes away. */
interface Seen extends GridPlace {
	readonly groupId: string | undefined;
}

export class ActiveCell {
	readonly #inputs: ActiveCellInputs;
	#remembered = $state.raw<Remembered>();
	#seen: Seen = { row: 0, column: 0, groupId: undefined };

	/** Where it is now: the one tab stop of the grid. */
	readonly place: GridPlace = $derived.by(() => {
		if (!this.#remembered) return this.clamp({ row: 0, column: 0 });
		const { rowId, columnKey } = this.#remembered;
		const row = rowId === undefined ? -1 : this.#rowOf(rowId);
		const column = columnKey === undefined ? -1 : this.#columnOf(columnKey, this.#seen.column);
		if (row !== undefined && column !== undefined) this.#see({ row, column });
		return this.clamp({ row: row ?? this.#refuge(), column: column ?? this.#seen.column });
	});

	constructor(inputs: ActiveCellInputs) {
		this.#inputs = inputs;
	}

	/** Something new each time a cell is made active; undefined while it is the first by default. */
	get choice(): object | undefined {
		return this.#remembered;
	}

	set(place: GridPlace): void {
		const row = this.#inputs.rows()[place.row];
		const columnKey = this.#inputs.columns()[place.column]?.key;
		this.#see(place);
		this.#remembered = { rowId: row?.id, columnKey };
		if (row && !isGroup(row)) this.#inputs.onactive(row.id, columnKey);
	}

	/** The first cell is active by default; a selection around it makes it so by choice. */
	pin(): void {
		if (!this.#remembered) this.set(this.place);
	}

	/** The place of a cell by its ids; undefined where it is not shown. */
	placeOf(rowId: string, columnKey: string): GridPlace | undefined {
		const row = this.#rowOf(rowId);
		const column = this.#columnOf(columnKey, 0);
		return row === undefined || column === undefined ? undefined : { row, column };
	}

	/** The place itself, or the last there is. */
	clamp({ row, column }: GridPlace): GridPlace {
		return {
			row: Math.min(row, this.#inputs.rows().length - 1),
			column: Math.min(column, this.#inputs.columns().length - 1),
		};
	}

	#see(place: GridPlace): void {
		const group = groupOf(this.#inputs.outline(), place.row);
		const groupId = group === undefined ? undefined : this.#inputs.rows()[group]?.id;
		this.#seen = { ...place, groupId };
	}

	/** Where a row goes that is shown no more: to its group's head if that was closed, else nearby. */
	#refuge(): number {
		const { row, groupId } = this.#seen;
		const group = this.#inputs.rows().findIndex(({ id }) => id === groupId);
		const head = this.#inputs.rows()[group];
		return head && isGroup(head) && !head.group.expanded ? group : row;
	}

	#rowOf(rowId: string): number | undefined {
		return indexOf(this.#inputs.rows(), ({ id }) => id === rowId, this.#seen.row);
	}

	#columnOf(columnKey: string, near: number): number | undefined {
		return indexOf(this.#inputs.columns(), ({ key }) => key === columnKey, near);
	}
}

/** Mostly it is where it was. */
function indexOf<Item>(
	items: readonly Item[],
	isIt: (item: Item) => boolean,
	near: number,
): number | undefined {
	const there = items[near];
	if (there && isIt(there)) return near;
	const index = items.findIndex(isIt);
	return index === -1 ? undefined : index;
}
