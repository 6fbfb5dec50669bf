/**
 * The ranges that are selected beside the active cell. Each remembers which rows and columns it
 * stands for: where sorting or filters tear a range apart, it is selected no more, so that no deed
 * ever falls on rows nobody chose.
 */
import { columnsInRow, rangeBetween, type CellRange } from './cell-range.ts';
import type { GridColumn, GridPlace, GridRow } from '../grid-column.ts';

interface SelectionInputs {
	readonly rows: () => readonly GridRow[];
	readonly columns: () => readonly GridColumn[];
}

interface Remembered {
	/** Stays where it is while Shift moves the head. */
	readonly anchor: GridPlace;
	readonly head: GridPlace;
	/** The heads of the columns belong to it. */
	readonly withHeads: boolean;
	/** What the places stand for: all rows and columns as they were. */
	readonly rows: readonly GridRow[];
	readonly columns: readonly GridColumn[];
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

	/** What was selected on purpose, each range by its corners as they stand now. */
	readonly corners: readonly Located[] = $derived.by(() =>
		this.#remembered.flatMap((remembered) => this.#locate(remembered) ?? []),
	);

	/** What was selected on purpose; empty where only the active cell is. */
	readonly ranges: readonly CellRange[] = $derived.by(() =>
		this.corners.map(({ anchor, head }) => rangeBetween(anchor, head)),
	);

	/** The heads of the columns are selected as well: a copy takes them along. */
	get withHeads(): boolean {
		return this.ranges.length > 0 && this.#remembered[0]?.withHeads === true;
	}

	/** The moving corner of the range that was made last. */
	get head(): GridPlace | undefined {
		return this.corners.at(-1)?.head;
	}

	get anchor(): GridPlace | undefined {
		return this.corners.at(-1)?.anchor;
	}

	clear(): void {
		if (this.#remembered.length) this.#remembered = [];
	}

	/** Selects nothing but the range between two corners, the heads of the columns too if so wished. */
	select(anchor: GridPlace, head: GridPlace, withHeads = false): void {
		this.#remembered = [{ ...this.#remember(anchor, head), withHeads }];
	}

	/** Selects exactly these ranges. */
	selectAll(ranges: readonly Located[]): void {
		this.#remembered = ranges.map(({ anchor, head }) => this.#remember(anchor, head));
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
		const { rows, columns } = this.#inputs;
		return { anchor, head, withHeads: false, rows: rows(), columns: columns() };
	}

	/** Where a range is now; undefined where its rows or columns no longer stand together. */
	#locate({ anchor, head, rows, columns }: Remembered): Located | undefined {
		const down = shiftOf(rows, this.#inputs.rows(), ({ id }) => id, anchor.row, head.row);
		const across = shiftOf(
			columns,
			this.#inputs.columns(),
			({ key }) => key,
			anchor.column,
			head.column,
		);
		if (down === undefined || across === undefined) return undefined;
		const moved = ({ row, column }: GridPlace): GridPlace => ({
			row: row + down,
			column: column + across,
		});
		return { anchor: moved(anchor), head: moved(head) };
	}
}

/** By how much the items from `from` to `to` have moved; undefined where they were torn apart. */
function shiftOf<Item>(
	before: readonly Item[],
	now: readonly Item[],
	nameOf: (item: Item) => string,
	from: number,
	to: number,
): number | undefined {
	if (before === now) return 0;
	const [first, last] = [Math.min(from, to), Math.max(from, to)];
	const items = before.slice(first, last + 1).map(nameOf);
	const at = now[first];
	// Mostly it is where it was.
	const isThere = at !== undefined && nameOf(at) === items[0];
	const start = isThere ? first : now.findIndex((item) => nameOf(item) === items[0]);
	const found = now.slice(start, start + items.length).map(nameOf);
	const isWhole = start >= 0 && items.length > 0 && items.every((name, i) => name === found[i]);
	return isWhole ? start - first : undefined;
}
