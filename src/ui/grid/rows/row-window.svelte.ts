/**
 * Which rows are drawn: the bridge from TanStack's virtualizer, which watches scrolling and the
 * real heights of rows, to Svelte. The active row is always among them, so that focus stays.
 */
import {
	defaultRangeExtractor,
	elementScroll,
	observeElementOffset,
	observeElementRect,
	Virtualizer,
	type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { isGroup, type GridRow } from '../grid-column.ts';
import { RowHeights } from './row-heights.ts';
import { RowReveal } from './row-reveal.ts';
import { RowSlots } from './row-slots.ts';
import { groupOf, type RowOutline } from './row-outline.ts';

/** Height in CSS pixels of the head of a group that has not been drawn yet. */
const groupHeight = 34;

/** CSS pixels above and below the view that are drawn, too, once what is in view has been painted. */
const beyondView = 400;

/** Milliseconds in which the first picture is out before more is drawn than it shows. */
const firstFrames = 50;

interface Shown<Row extends GridRow> {
	readonly rows: readonly Row[];
	readonly activeRow: number;
	readonly headerHeight: number;
	readonly outline: RowOutline | undefined;
}

/** A row to draw; the same object for as long as nothing of it changes. */
export interface DrawnRow<Row extends GridRow> {
	readonly row: Row;
	readonly index: number;
	/** Below the header, in CSS pixels. */
	readonly top: number;
	/** The head of the group whose rows are at the top of the view: it stays under the header. */
	readonly stuck: boolean;
	/** Rows drawn one after the other in the same slot share their elements. */
	readonly slot: number;
}

export class RowWindow<Row extends GridRow> {
	#scroller: HTMLElement | null = null;
	#virtualizer: Virtualizer<HTMLElement, HTMLElement>;
	#shown: Shown<Row> = { rows: [], activeRow: -1, headerHeight: 0, outline: undefined };
	/** Of a row by its index; another function only where the rows are others. */
	#keyOf: (index: number) => string | number = (index) => index;
	#drawn = $state.raw<readonly DrawnRow<Row>[]>([]);
	#height = $state(0);
	#drawsBeyond = false;
	readonly #reveal = new RowReveal(() => this.#virtualizer);
	readonly #slots = new RowSlots();
	readonly #heights: RowHeights;

	/** `firstGuess`: how high rows are before any was drawn; undefined where nothing is known. */
	constructor(firstGuess: () => number | undefined) {
		this.#heights = new RowHeights(
			() => this.#virtualizer,
			firstGuess,
			(guessed) => {
				if (guessed) this.#lookAnew();
				this.#refresh();
			},
		);
		this.#virtualizer = new Virtualizer(this.#options(this.#shown));
	}

	/** The rows to draw. */
	get drawn(): readonly DrawnRow<Row>[] {
		return this.#drawn;
	}

	/** Height of all rows together. */
	get height(): number {
		return this.#height;
	}

	/** Follows the element that scrolls. */
	readonly scroller: Attachment<HTMLElement> = (node) => {
		this.#scroller = node;
		const unmount = this.#virtualizer._didMount();
		untrack(() => {
			this.#virtualizer._willUpdate();
			this.#refresh();
		});
		let later: ReturnType<typeof setTimeout> | undefined;
		const frame = requestAnimationFrame(() => {
			later = setTimeout(() => this.#drawBeyond(), firstFrames);
		});
		return () => {
			cancelAnimationFrame(frame);
			clearTimeout(later);
			this.#reveal.end();
			this.#scroller = null;
			unmount();
		};
	};

	/** Measures a row while it is drawn and whenever its height changes. */
	readonly measure: Attachment<HTMLElement> = (node) => this.#heights.watch(node);

	/** Takes in what is shown now. */
	show(shown: Shown<Row>): void {
		const isOther = shown.rows !== this.#shown.rows;
		this.#shown = shown;
		if (isOther) this.#lookAnew();
		else this.#virtualizer.setOptions(this.#options(shown));
		this.#virtualizer._willUpdate();
		this.#refresh();
	}

	/** Forgets how high rows are, and keeps the row at the top of the view where it is. */
	remeasure(): void {
		const top = this.#topRow();
		this.#heights.restart();
		if (top > 0) this.#virtualizer.scrollToIndex(top, { align: 'start' });
	}

	/** Brings a row into view. */
	reveal(row: number): void {
		this.#reveal.show(row);
	}

	/** The row one screen above or below `row`. */
	pageFrom(row: number, direction: 1 | -1): number {
		const { measurementsCache, scrollRect, options } = this.#virtualizer;
		const start = measurementsCache[Math.max(0, row)]?.start ?? 0;
		const page = Math.max(groupHeight, (scrollRect?.height ?? 0) - options.scrollPaddingStart);
		const offset = start + direction * page;
		const target = this.#virtualizer.getVirtualItemForOffset(Math.max(0, offset))?.index ?? row;
		return target === row ? row + direction : target;
	}

	/** Lets the virtualizer count from the first row on, which it does for another function only. */
	#lookAnew(): void {
		const { rows } = this.#shown;
		this.#keyOf = (index) => rows[index]?.id ?? index;
		this.#virtualizer.setOptions(this.#options(this.#shown));
	}

	/** What is in view has been painted: now the rows that scrolling will show. */
	#drawBeyond(): void {
		this.#drawsBeyond = true;
		this.#virtualizer.setOptions(this.#options(this.#shown));
		this.#refresh();
	}

	#refresh(): void {
		if (this.#heights.isMeasuring) return;
		this.#height = this.#virtualizer.getTotalSize();
		const before = new Map(this.#drawn.map((drawn) => [drawn.row.id, drawn]));
		const { rows, headerHeight, outline } = this.#shown;
		const stuckRow = outline && groupOf(outline, this.#topRow());
		const items = this.#virtualizer.getVirtualItems().flatMap(({ index, start }) => {
			const row = rows[index];
			return row ? [{ row, index, top: start - headerHeight, stuck: index === stuckRow }] : [];
		});
		const slots = this.#slots.assign(items.map(({ row }) => row.id));
		const drawn = items.map((item): DrawnRow<Row> => {
			const same = before.get(item.row.id);
			const isSame =
				same?.row === item.row &&
				same.index === item.index &&
				same.top === item.top &&
				same.stuck === item.stuck;
			return isSame ? same : { ...item, slot: slots.get(item.row.id) ?? -1 };
		});
		const unchanged =
			drawn.length === this.#drawn.length && drawn.every((row, at) => row === this.#drawn[at]);
		if (!unchanged) this.#drawn = drawn;
	}

	/** The view became smaller or larger, as by words below it: the active row stays in it. */
	#resize(apply: () => void): void {
		const { activeRow } = this.#shown;
		const active = this.#virtualizer.getVirtualItems().find(({ index }) => index === activeRow);
		const wasInView = active && this.#reveal.isShown(active);
		apply();
		if (wasInView) this.reveal(activeRow);
	}

	/** The row at the top of the view, under the header. */
	#topRow(): number {
		const { scrollOffset } = this.#virtualizer;
		const top = (scrollOffset ?? 0) + this.#shown.headerHeight;
		return this.#virtualizer.getVirtualItemForOffset(top)?.index ?? -1;
	}

	#options(shown: Shown<Row>): VirtualizerOptions<HTMLElement, HTMLElement> {
		const { rows, activeRow, headerHeight, outline } = shown;
		return {
			count: rows.length,
			getScrollElement: () => this.#scroller,
			estimateSize: (index) => {
				const row = outline && rows[index];
				return row && isGroup(row) ? groupHeight : this.#heights.guess;
			},
			getItemKey: this.#keyOf,
			scrollMargin: headerHeight,
			scrollPaddingStart: headerHeight + (outline ? groupHeight : 0),
			overscan: this.#drawsBeyond ? Math.ceil(beyondView / this.#heights.guess) : 0,
			rangeExtractor: (range) => {
				const kept = [activeRow, groupOf(outline, range.startIndex) ?? -1];
				const indexes = new Set(defaultRangeExtractor(range));
				for (const row of kept) if (row >= 0 && row < range.count) indexes.add(row);
				return [...indexes].sort((a, b) => a - b);
			},
			observeElementRect: (instance, tell) =>
				observeElementRect(instance, (rect) => this.#resize(() => tell(rect))),
			observeElementOffset: (instance, tell) =>
				observeElementOffset(instance, (offset, isScrolling) => {
					tell(offset, isScrolling);
					// Which group stays under the header changes within a row, too.
					if (this.#shown.outline) this.#refresh();
				}),
			scrollToFn: elementScroll,
			onChange: () => this.#refresh(),
		};
	}
}
