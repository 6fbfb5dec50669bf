/** The columns of the matrix as they are looked at: their order, which are shown, how wide they are. */
import { untrack } from 'svelte';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import { textScale } from '../../../ui/text/text-scale.svelte.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { RegisterView } from '../view/register-view.svelte.ts';
import { inOrder, movedBefore } from './column-order.ts';
import { idWidth } from './id-width.ts';
import { registerColumns, type RegisterColumn } from './register-column.ts';

export class RegisterColumns {
	readonly #workbook: LiveWorkbook;
	readonly #view: RegisterView;

	constructor(workbook: LiveWorkbook, view: RegisterView) {
		this.#workbook = workbook;
		this.#view = view;
	}

	/** In their usual order. */
	readonly usual: readonly RegisterColumn[] = $derived.by(() =>
		registerColumns(this.#workbook.ownColumns),
	);

	/** In the order chosen. */
	readonly all: readonly RegisterColumn[] = $derived.by(() =>
		inOrder(this.usual, this.#view.columnOrder),
	);

	readonly #byKey = $derived.by(
		() => new Map<string, RegisterColumn>(this.usual.map((column) => [column.key, column])),
	);

	readonly #count = $derived.by(() => this.#workbook.controls.length);

	/** What ids need, looked at when controls come or go: nothing moves while one is typed. */
	readonly #idWidth = $derived.by(() =>
		this.#count === 0
			? undefined
			: untrack(() => idWidth(this.#workbook.controls.map(({ controlId }) => controlId))),
	);

	/** In the order chosen, at their present widths: these grow with the reader's text. */
	readonly shown: readonly RegisterColumn[] = $derived.by(() => {
		const { hidden, widths } = this.#view;
		const first = { controlId: this.#idWidth };
		return this.all
			.filter(({ key }) => !hidden.includes(key))
			.map((column) => {
				const { [column.key]: chosen = column.width } = { ...first, ...widths };
				const width = Math.round(chosen * textScale());
				return width === column.width ? column : { ...column, width };
			});
	});

	readonly hidden: readonly RegisterColumn[] = $derived.by(() =>
		this.all.filter(({ key }) => this.#view.hidden.includes(key)),
	);

	/** How many of the shown columns stay in view. */
	readonly frozen: number = $derived.by(() => Math.min(this.#view.frozen, this.shown.length));

	/** The column of a key, at its first width. */
	find(key: string): RegisterColumn | undefined {
		return this.#byKey.get(key);
	}

	/** Makes a column so wide, in CSS pixels. */
	resize(key: ControlColumn, width: number): void {
		this.#view.resize(key, Math.round(width / textScale()));
	}

	/** Puts a column before another one, or last. */
	moveBefore(key: ControlColumn, before: ControlColumn | undefined): void {
		const keys = this.all.map((column) => column.key);
		this.#view.set({ columnOrder: movedBefore(keys, key, before) });
	}

	/** Moves a column over the one before (-1) or after (1) it in a list of columns. */
	moveBy(key: ControlColumn, step: 1 | -1, among: readonly RegisterColumn[] = this.shown): void {
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
