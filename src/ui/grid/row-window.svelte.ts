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
	type VirtualItem,
	type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { GridRow } from './grid-column.ts';

/** Height in CSS pixels of a row that has not been drawn yet. */
const estimatedHeight = 44;

/** Room for the sideways scrollbar, under which no active row should hide. */
const scrollbarHeight = 12;

interface Shown {
	readonly rows: readonly GridRow[];
	readonly activeRow: number;
	readonly headerHeight: number;
}

export class RowWindow {
	#scroller: HTMLElement | null = null;
	#virtualizer: Virtualizer<HTMLElement, HTMLElement>;
	#items = $state.raw<readonly VirtualItem[]>([]);
	#height = $state(0);

	constructor() {
		this.#virtualizer = new Virtualizer(
			this.#options({ rows: [], activeRow: -1, headerHeight: 0 }),
		);
	}

	/** The rows to draw, with their place below the header. */
	get items(): readonly VirtualItem[] {
		return this.#items;
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
	show(shown: Shown): void {
		this.#virtualizer.setOptions(this.#options(shown));
		this.#virtualizer._willUpdate();
		this.#refresh();
	}

	reveal(row: number): void {
		if (row >= 0) this.#virtualizer.scrollToIndex(row, { align: 'auto' });
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
		this.#items = this.#virtualizer.getVirtualItems();
		this.#height = this.#virtualizer.getTotalSize();
	}

	#options(shown: Shown): VirtualizerOptions<HTMLElement, HTMLElement> {
		const { rows, activeRow, headerHeight } = shown;
		return {
			count: rows.length,
			getScrollElement: () => this.#scroller,
			estimateSize: () => estimatedHeight,
			getItemKey: (index) => rows[index]?.id ?? index,
			scrollMargin: headerHeight,
			scrollPaddingStart: headerHeight,
			scrollPaddingEnd: scrollbarHeight,
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
