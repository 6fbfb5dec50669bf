/** The small square at the corner of a selection: pulled, it fills the cells it is pulled over. */
import { filledTo, type CellRange } from '../selection/cell-range.ts';
import type { GridPlace, GridRow } from '../grid-column.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { continuedCells } from './range-changes.ts';

export class FillHandle<Row extends GridRow, Value> {
	readonly #grid: GridState<Row, Value>;
	#target = $state.raw<CellRange>();

	constructor(grid: GridState<Row, Value>) {
		this.#grid = grid;
	}

	/** What letting go now would fill, the selection included. */
	get target(): CellRange | undefined {
		return this.#target;
	}

	/** Where it is shown: at the end of the one selected range, unless a cell is edited. */
	get place(): GridPlace | undefined {
		const [range, another] = this.#grid.ranges;
		const canFill = this.#grid.source && !this.#grid.edit && !this.#grid.isReadOnly;
		if (!range || another || !canFill) return undefined;
		return { row: range.bottom, column: range.right };
	}

	pullTo({ row, column }: GridPlace): void {
		const [range] = this.#grid.ranges;
		if (range) {
			this.#target = filledTo(range, { row: Math.max(0, row), column: Math.max(0, column) });
		}
	}

	/** `turned`, with Ctrl: a series is copied, a lone number counted on. */
	release(cancelled: boolean, turned = false): void {
		const target = this.#target;
		this.#target = undefined;
		if (target && !cancelled) this.#fill(target, turned);
	}

	/** A double click: down as far as the column beside, at the left or else the right, has data. */
	fillDown(): void {
		const [range] = this.#grid.ranges;
		if (!range) return;
		const ends = [range.left - 1, range.right + 1].map((column) => {
			let [end, row] = [range.bottom, range.bottom + 1];
			while (column >= 0 && this.#isPassed(row, column)) {
				if (!this.#grid.groupAt({ row, column })) end = row;
				row += 1;
			}
			return end;
		});
		const bottom = ends.find((end) => end > range.bottom);
		if (bottom !== undefined) this.#fill({ ...range, bottom });
	}

	/** Filled, or the head of a group, which holds no data. */
	#isPassed(row: number, column: number): boolean {
		const place = { row, column };
		return this.#grid.groupAt(place) !== undefined || this.#grid.isFilled(place);
	}

	#fill(target: CellRange, turned = false): void {
		const [range] = this.#grid.ranges;
		const { source } = this.#grid;
		if (!range || !source) return;
		this.#grid.change(continuedCells(source, range, target, turned));
		this.#grid.selection.select(
			{ row: target.top, column: target.left },
			{ row: target.bottom, column: target.right },
		);
	}
}
