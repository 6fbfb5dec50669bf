/**
 * The ranges that are selected beside the active cell. Each remembers its corners by row id and
 * column key: where sorting or filters tear a range apart, it is selected no more, so that no deed
 * ever falls on rows nobody chose.
 */
import { columnsInRow, rangeBetween, type CellRange } from './cell-range.ts';
import type { GridColumn, GridPlace, GridRow } from './grid-column.ts';

interface SelectionInputs {
	readonly rows: () => readonly GridRow[];
	readonly columns: () => readonly GridColumn[];
}

interface Corner {
	readonly place: GridPlace;
	readonly rowId: string | undefined;
	readonly columnKey: string | undefined;
}

interface Remembered {
	/** Stays where it is while Shift moves the head. */
	readonly anchor: Corner;
	readonly head: Corner;
}

interface Located {
	readonly anchor: GridPlace;
	readonly head: GridPlace;
}

export class RangeSelection {
	readonly #inputs: SelectionInputs;
	#remembered = $state.raw<readonly Remembered[]>([]);
	/** One set for each row pattern, so that a row whose pattern stays is not drawn anew. */
	readonly #patterns = new Map<string, ReadonlySet<number>>();

	constructor(inputs: SelectionInputs) {
		this.#inputs = inputs;
	}

	readonly #located: readonly Located[] = $derived.by(() =>
		this.#remembered.flatMap((remembered) => this.#locate(remembered) ?? []),
	);

	/** What was selected on purpose; empty where only the active cell is. */
	readonly ranges: readonly CellRange[] = $derived.by(() =>
		this.#located.map(({ anchor, head }) => rangeBetween(anchor, head)),
	);

	/** The moving corner of the range that was made last. */
	get head(): GridPlace | undefined {
		return this.#located.at(-1)?.head;
	}

	get anchor(): GridPlace | undefined {
		return this.#located.at(-1)?.anchor;
	}

	clear(): void {
		if (this.#remembered.length) this.#remembered = [];
	}

	/** Selects nothing but the range between two corners. */
	select(anchor: GridPlace, head: GridPlace): void {
		this.#remembered = [this.#remember(anchor, head)];
	}

	/** Adds a range to `present` ones. */
	add(present: readonly CellRange[], anchor: GridPlace, head: GridPlace): void {
		const kept = this.#remembered.length
			? this.#remembered
			: present.map(({ top, left, bottom, right }) =>
					this.#remember({ row: top, column: left }, { row: bottom, column: right }),
				);
		this.#remembered = [...kept, this.#remember(anchor, head)];
	}

	/** Moves the head of the range made last, or begins one at `start`. */
	extend(start: GridPlace, head: GridPlace): void {
		const anchor = this.anchor ?? start;
		this.#remembered = [...this.#remembered.slice(0, -1), this.#remember(anchor, head)];
	}

	/** The columns of `ranges` in a row; the same object for the same columns. */
	columnsIn(ranges: readonly CellRange[], row: number): ReadonlySet<number> | undefined {
		const columns = columnsInRow(ranges, row);
		if (columns.length === 0) return undefined;
		const pattern = columns.join();
		const known = this.#patterns.get(pattern) ?? new Set(columns);
		this.#patterns.set(pattern, known);
		return known;
	}

	#remember(anchor: GridPlace, head: GridPlace): Remembered {
		return { anchor: this.#corner(anchor), head: this.#corner(head) };
	}

	#corner(place: GridPlace): Corner {
		return {
			place,
			rowId: this.#inputs.rows()[place.row]?.id,
			columnKey: this.#inputs.columns()[place.column]?.key,
		};
	}

	#locate({ anchor, head }: Remembered): Located | undefined {
		const [from, to] = [this.#find(anchor), this.#find(head)];
		if (!from || !to) return undefined;
		const isWhole =
			to.row - from.row === head.place.row - anchor.place.row &&
			to.column - from.column === head.place.column - anchor.place.column;
		return isWhole ? { anchor: from, head: to } : undefined;
	}

	#find({ place, rowId, columnKey }: Corner): GridPlace | undefined {
		const [rows, columns] = [this.#inputs.rows(), this.#inputs.columns()];
		// Mostly it is where it was.
		const row =
			rows[place.row]?.id === rowId ? place.row : rows.findIndex(({ id }) => id === rowId);
		const column =
			columns[place.column]?.key === columnKey
				? place.column
				: columns.findIndex(({ key }) => key === columnKey);
		return row < 0 || column < 0 ? undefined : { row, column };
	}
}
