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
import type { GridRow } from './grid-column.ts';

/** Height in CSS pixels of a row that has not been drawn yet. */
const estimatedHeight = 44;

interface Shown<Row extends GridRow> {
	readonly rows: readonly Row[];
	readonly activeRow: number;
	readonly headerHeight: number;
}

/** A row to draw; the same object for as long as nothing of it changes. */
export interface DrawnRow<Row extends GridRow> {
	readonly row: Row;
	readonly index: number;
	/** Below the header, in CSS pixels. */
	readonly top: number;
}

export class RowWindow<Row extends GridRow> {
	#scroller: HTMLElement | null = null;
	#virtualizer: Virtualizer<HTMLElement, HTMLElement>;
	#shown: Shown<Row> = { rows: [], activeRow: -1, headerHeight: 0 };
	#drawn = $state.raw<readonly DrawnRow<Row>[]>([]);
	#height = $state(0);
	#revealing = 0;

	constructor() {
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
		return () => {
			cancelAnimationFrame(this.#revealing);
			this.#scroller = null;
			unmount();
		};
	};

	/** Measures a row while it is drawn and whenever its height changes. */
	readonly measure: Attachment<HTMLElement> = (node) => {
		untrack(() => this.#virtualizer.measureElement(node));
		return () => this.#virtualizer.measureElement(null);
	};

	/** Takes in what is shown now. */
	show(shown: Shown<Row>): void {
		this.#shown = shown;
		this.#virtualizer.setOptions(this.#options(shown));
		this.#virtualizer._willUpdate();
		this.#refresh();
	}

	/**
	 * Brings a row into view. Rows on the way are measured only once they are drawn, which moves
	 * the row again: it is looked for anew until a frame changes nothing.
	 */
	reveal(row: number): void {
		cancelAnimationFrame(this.#revealing);
		if (row < 0) return;
		this.#virtualizer.scrollToIndex(row, { align: 'auto' });
		let tries = 12;
		let before: number | undefined;
		const check = (): void => {
			const start = this.#virtualizer.getVirtualItems().find(({ index }) => index === row)?.start;
			if (start === before || tries-- === 0) return;
			before = start;
			this.#virtualizer.scrollToIndex(row, { align: 'auto' });
			this.#revealing = requestAnimationFrame(check);
		};
		this.#revealing = requestAnimationFrame(check);
	}

	/** The row one screen above or below `row`. */
	pageFrom(row: number, direction: 1 | -1): number {
		const { measurementsCache, scrollRect, options } = this.#virtualizer;
		const start = measurementsCache[Math.max(0, row)]?.start ?? 0;
		const page = Math.max(estimatedHeight, (scrollRect?.height ?? 0) - options.scrollPaddingStart);
		const offset = start + direction * page;
		const target = this.#virtualizer.getVirtualItemForOffset(Math.max(0, offset))?.index ?? row;
		return target === row ? row + direction : target;
	}

	#refresh(): void {
		this.#height = this.#virtualizer.getTotalSize();
		const before = new Map(this.#drawn.map((drawn) => [drawn.row.id, drawn]));
		const { rows, headerHeight } = this.#shown;
		const drawn: DrawnRow<Row>[] = [];
		for (const { index, start } of this.#virtualizer.getVirtualItems()) {
			const row = rows[index];
			if (!row) continue;
			const top = start - headerHeight;
			const same = before.get(row.id);
			const isSame = same?.row === row && same.index === index && same.top === top;
			drawn.push(isSame ? same : { row, index, top });
		}
		const unchanged =
			drawn.length === this.#drawn.length && drawn.every((row, at) => row === this.#drawn[at]);
		if (!unchanged) this.#drawn = drawn;
	}

	#options(shown: Shown<Row>): VirtualizerOptions<HTMLElement, HTMLElement> {
		const { rows, activeRow, headerHeight } = shown;
		return {
			count: rows.length,
			getScrollElement: () => this.#scroller,
			estimateSize: () => estimatedHeight,
			getItemKey: (index) => rows[index]?.id ?? index,
			scrollMargin: headerHeight,
			scrollPaddingStart: headerHeight,
			overscan: 6,
			rangeExtractor: (range) => {
				const indexes = defaultRangeExtractor(range);
				if (activeRow < 0 || activeRow >= range.count || indexes.includes(activeRow))
					return indexes;
				return [...indexes, activeRow].sort((a, b) => a - b);
			},
			// Rounded up, or the next row would cover the line under this one.
			measureElement: (node) => Math.ceil(node.getBoundingClientRect().height),
			observeElementRect,
			observeElementOffset,
			scrollToFn: elementScroll,
			onChange: () => this.#refresh(),
		};
	}
}
