/**
 * Which cell is active. It is remembered by row id and column key, so that sorting, filtering and
 * other people's edits leave it where it belongs.
 */
import type { GridColumn, GridPlace, GridRow } from './grid-column.ts';

interface ActiveCellInputs {
	readonly rows: () => readonly GridRow[];
	readonly columns: () => readonly GridColumn[];
	readonly onactive: (rowId: string, columnKey: string) => void;
}

/** Undefined row id: the header. Undefined column key: the head of the row. */
interface Remembered {
	readonly rowId: string | undefined;
	readonly columnKey: string | undefined;
	/** Where it was last, for when its row or column goes away. */
	readonly place: GridPlace;
}

export class ActiveCell {
	readonly #inputs: ActiveCellInputs;
	#remembered = $state.raw<Remembered>();

	readonly #rowIndexes = $derived.by(
		() => new Map(this.#inputs.rows().map((row, index) => [row.id, index])),
	);
	readonly #columnIndexes = $derived.by(
		() => new Map(this.#inputs.columns().map((column, index) => [column.key, index])),
	);

	/** Where it is now: the one tab stop of the grid. */
	readonly place: GridPlace = $derived.by(() => {
		const cell = this.#remembered;
		if (!cell) return this.clamp({ row: 0, column: 0 });
		const row = cell.rowId === undefined ? -1 : this.#rowIndexes.get(cell.rowId);
		const column = cell.columnKey === undefined ? -1 : this.#columnIndexes.get(cell.columnKey);
		return this.clamp({ row: row ?? cell.place.row, column: column ?? cell.place.column });
	});

	constructor(inputs: ActiveCellInputs) {
		this.#inputs = inputs;
	}

	/** Something new each time a cell is made active; undefined while it is the first by default. */
	get choice(): object | undefined {
		return this.#remembered;
	}

	set(place: GridPlace): void {
		const rowId = this.#inputs.rows()[place.row]?.id;
		const columnKey = this.#inputs.columns()[place.column]?.key;
		this.#remembered = { rowId, columnKey, place };
		if (rowId !== undefined && columnKey !== undefined) this.#inputs.onactive(rowId, columnKey);
	}

	/** The first cell is active by default; a selection around it makes it so by choice. */
	pin(): void {
		if (!this.#remembered) this.set(this.place);
	}

	/** The place of a cell by its ids; undefined where it is not shown. */
	placeOf(rowId: string, columnKey: string): GridPlace | undefined {
		const row = this.#rowIndexes.get(rowId);
		const column = this.#columnIndexes.get(columnKey);
		return row === undefined || column === undefined ? undefined : { row, column };
	}

	/** The place itself, or the last there is. */
	clamp({ row, column }: GridPlace): GridPlace {
		return {
			row: Math.min(row, this.#inputs.rows().length - 1),
			column: Math.min(column, this.#inputs.columns().length - 1),
		};
	}
}
