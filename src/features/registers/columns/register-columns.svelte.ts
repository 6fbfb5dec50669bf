/** The columns of a register as they are looked at: their order, which are shown, how wide they are. */
import { untrack } from 'svelte';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import { valueAt, type Register, type RegisterRecord } from '../../../model/registers/register.ts';
import { textScale } from '../../../ui/text/text-scale.svelte.ts';
import type { RegisterView } from '../view/register-view.svelte.ts';
import { inOrder, movedBefore } from './column-order.ts';
import { idWidth } from './id-width.ts';
import { LinkedRegisters } from './linked-registers.svelte.ts';
import { registerColumns, type RegisterColumn } from './register-column.ts';

export class RegisterColumns {
	readonly #workbook: LiveWorkbook;
	readonly #about: Register;
	readonly #view: RegisterView;
	readonly #links: LinkedRegisters;

	constructor(workbook: LiveWorkbook, about: Register, view: RegisterView) {
		this.#workbook = workbook;
		this.#about = about;
		this.#view = view;
		this.#links = new LinkedRegisters(workbook, about);
	}

	/** In their usual order. */
	readonly usual: readonly RegisterColumn[] = $derived.by(() =>
		registerColumns(this.#about, this.#workbook.ownColumnsOf(this.#about.name), this.#links.to),
	);

	/** Those that point to records. */
	readonly links: readonly RegisterColumn[] = $derived.by(() =>
		this.usual.filter(({ value }) => value.kind === 'links'),
	);

	/** In the order chosen. */
	readonly all: readonly RegisterColumn[] = $derived.by(() =>
		inOrder(this.usual, this.#view.columnOrder),
	);

	readonly #byKey = $derived.by(
		() => new Map<string, RegisterColumn>(this.usual.map((column) => [column.key, column])),
	);

	/** The key of the ids of a register that has some, which should not break over lines. */
	get #idKey(): string | undefined {
		return this.#about.naming.find((key) => key.endsWith('Id'));
	}

	readonly #count = $derived.by(() => this.#workbook.records(this.#about.name).length);

	/** What ids need, looked at when records come or go: nothing moves while one is typed. */
	readonly #idWidth = $derived.by(() => {
		const key = this.#idKey;
		if (this.#count === 0 || key === undefined) return undefined;
		return untrack(() => {
			const records: readonly RegisterRecord[] = this.#workbook.records(this.#about.name);
			return idWidth(records.map((record) => String(valueAt(record, key))));
		});
	});

	/** In the order chosen, at their present widths: these grow with the reader's text. */
	readonly shown: readonly RegisterColumn[] = $derived.by(() => {
		const { widths } = this.#view;
		const ids = { key: this.#idKey, width: this.#idWidth };
		return this.all
			.filter((column) => this.#view.shows(column))
			.map((column) => {
				const first = column.key === ids.key ? (ids.width ?? column.width) : column.width;
				const width = Math.round((widths[column.key] ?? first) * textScale());
				return width === column.width ? column : { ...column, width };
			});
	});

	readonly hidden: readonly RegisterColumn[] = $derived.by(() =>
		this.all.filter((column) => !this.#view.shows(column)),
	);

	/** True where just those columns are shown that are at first. */
	readonly isUsual: boolean = $derived.by(() =>
		this.all.every((column) => this.#view.shows(column) !== column.isHidden),
	);

	/** How many of the shown columns stay in view. */
	readonly frozen: number = $derived.by(() => Math.min(this.#view.frozen, this.shown.length));

	/** The column of a key, at its first width. */
	find(key: string): RegisterColumn | undefined {
		return this.#byKey.get(key);
	}

	/** Makes a column so wide, in CSS pixels. */
	resize(key: string, width: number): void {
		this.#view.resize(key, Math.round(width / textScale()));
	}

	/** Puts a column before another one, or last. */
	moveBefore(key: string, before: string | undefined): void {
		const keys = this.all.map((column) => column.key);
		this.#view.set({ columnOrder: movedBefore(keys, key, before) });
	}

	/** Moves a column over the one before (-1) or after (1) it in a list of columns. */
	moveBy(key: string, step: 1 | -1, among: readonly RegisterColumn[] = this.shown): void {
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
	freezeUpTo(key: string): void {
		this.#view.set({ frozen: 1 + this.shown.findIndex((column) => column.key === key) });
	}
}
