/** Moving a column: where it would go while its head is dragged, and place by place by key. */
import { columnGapAt } from './column-layout.ts';
import { followColumnDrag } from './column-drag.ts';
import type { ColumnWindow } from './column-window.svelte.ts';
import type { GridColumn } from '../grid-column.ts';

interface MoveInputs {
	readonly columns: () => readonly GridColumn[];
	readonly columnWindow: ColumnWindow;
	/** Undefined where columns cannot be moved. */
	readonly onmove: () => ((columnKey: string, beforeKey: string | undefined) => void) | undefined;
	readonly onnotice: (text: string) => void;
}

interface Moving {
	readonly column: GridColumn;
	/** It would stand before the column with this index. */
	readonly gap: number;
	/** Where that is, in CSS pixels from the left edge of all columns. */
	readonly line: number;
}

export class ColumnMove {
	readonly #inputs: MoveInputs;
	#moving = $state.raw<Moving>();

	constructor(inputs: MoveInputs) {
		this.#inputs = inputs;
	}

	get isAllowed(): boolean {
		return this.#inputs.onmove() !== undefined;
	}

	/** The column that is dragged. */
	get moving(): Moving | undefined {
		return this.#moving;
	}

	/** Follows a pointer that went down on the head of a column. */
	follow(grid: HTMLElement, event: PointerEvent, column: GridColumn): void {
		followColumnDrag(grid, event, {
			onover: (x) => (this.#moving = { column, ...this.#gapUnder(x) }),
			onend: (cancelled) => {
				const moving = this.#moving;
				this.#moving = undefined;
				if (moving && !cancelled) this.#moveTo(column, moving.gap);
			},
		});
	}

	/** Moves a column by one place. */
	nudge(column: GridColumn, direction: 1 | -1): void {
		const index = this.#indexOf(column);
		this.#moveTo(column, direction === 1 ? index + 2 : index - 1);
	}

	#gapUnder(x: number): Pick<Moving, 'gap' | 'line'> {
		const { edges, frozen, scrolled } = this.#inputs.columnWindow;
		const isFrozen = x < (edges[frozen] ?? 0);
		const gap = columnGapAt(edges, isFrozen ? x : x + scrolled);
		return { gap, line: (edges[gap] ?? 0) + (isFrozen ? scrolled : 0) };
	}

	#moveTo(column: GridColumn, gap: number): void {
		const columns = this.#inputs.columns();
		const index = this.#indexOf(column);
		const stays = gap === index || gap === index + 1;
		if (index < 0 || stays || gap < 0 || gap > columns.length) return;
		this.#inputs.onmove()?.(column.key, columns[gap]?.key);
		const place = gap > index ? gap : gap + 1;
		this.#inputs.onnotice(`${column.label} is now column ${place} of ${columns.length}.`);
	}

	#indexOf({ key }: GridColumn): number {
		return this.#inputs.columns().findIndex((column) => column.key === key);
	}
}
