/** The columns of the matrix as they are looked at: their order, which are shown, how wide they are. */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { MatrixView } from '../view/matrix-view.svelte.ts';
import { inOrder, movedBefore } from './column-order.ts';
import { matrixColumns, type MatrixColumn } from './matrix-column.ts';

export class MatrixColumns {
	readonly #workbook: LiveWorkbook;
	readonly #view: MatrixView;

	constructor(workbook: LiveWorkbook, view: MatrixView) {
		this.#workbook = workbook;
		this.#view = view;
	}

	/** In their usual order. */
	readonly usual: readonly MatrixColumn[] = $derived.by(() =>
		matrixColumns(this.#workbook.ownColumns),
	);

	/** In the order chosen. */
	readonly all: readonly MatrixColumn[] = $derived.by(() =>
		inOrder(this.usual, this.#view.columnOrder),
	);

	readonly #byKey = $derived.by(
		() => new Map<string, MatrixColumn>(this.usual.map((column) => [column.key, column])),
	);

	/** In the order chosen, at their present widths. */
	readonly shown: readonly MatrixColumn[] = $derived.by(() => {
		const { hidden, widths } = this.#view;
		return this.all
			.filter(({ key }) => !hidden.includes(key))
			.map((column) => {
				const { [column.key]: width = column.width } = widths;
				return width === column.width ? column : { ...column, width };
			});
	});

	readonly hidden: readonly MatrixColumn[] = $derived.by(() =>
		this.all.filter(({ key }) => this.#view.hidden.includes(key)),
	);

	/** How many of the shown columns stay in view. */
	readonly frozen: number = $derived.by(() => Math.min(this.#view.frozen, this.shown.length));

	/** The column of a key, at its first width. */
	find(key: string): MatrixColumn | undefined {
		return this.#byKey.get(key);
	}

	/** Puts a column before another one, or last. */
	moveBefore(key: ControlColumn, before: ControlColumn | undefined): void {
		const keys = this.all.map((column) => column.key);
		this.#view.set({ columnOrder: movedBefore(keys, key, before) });
	}

	/** Moves a column over the one before (-1) or after (1) it in a list of columns. */
	moveBy(key: ControlColumn, step: 1 | -1, among: readonly MatrixColumn[] = this.shown): void {
		const index = among.findIndex((column) => column.key === key);
		const over = among[index + step];
		if (!over || index < 0) return;
		const place = this.all.findIndex((column) => column.key === over.key);
		this.moveBefore(key, step === -1 ? over.key : this.all[place + 1]?.key);
	}

	/** The usual order again; what is hidden, frozen and how wide stays. */
	resetOrder(): void {
		this.#view.set({ columnOrder: [] });
	}

	/** Keeps the columns up to this one in view; the first so many, as they stand now. */
	freezeUpTo(key: ControlColumn): void {
		this.#view.set({ frozen: 1 + this.shown.findIndex((column) => column.key === key) });
	}
}
