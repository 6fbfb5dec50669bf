/**
 * The part of an outline that is in view: lines of a few heights, of which only those in sight are
 * drawn, so that 10,000 are as quick as ten. All in CSS pixels.
 */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

import { columnSpan, columnStarts, scrolledTo } from '../importing/sheet-window.ts';
import type { OutlineLine } from './arrangement.ts';

/** In rem, so that lines grow with the reader's font size. */
const heights: Readonly<Record<OutlineLine['kind'], number>> = {
	conflicts: 2.5,
	sheet: 2.5,
	control: 2.25,
	recalculated: 2.25,
	cell: 2,
};
/** Where there is little width, a cell takes two lines of text. */
const narrowCell = 3.25;
const narrowBelow = 40;
/** Drawn beyond either edge, so that scrolling finds lines there. */
const beyond = 120;

export class OutlineView {
	readonly #lines: () => readonly OutlineLine[];
	readonly #rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
	#scroller: HTMLElement | undefined;
	#top = $state(0);
	#extent = $state.raw({ width: 800, height: 400 });

	constructor(lines: () => readonly OutlineLine[]) {
		this.#lines = lines;
	}

	readonly isNarrow: boolean = $derived.by(() => this.#extent.width < narrowBelow * this.#rem);

	/** Where each line begins; one more than lines, the last being the height of all. */
	readonly #starts: readonly number[] = $derived.by(() =>
		columnStarts(this.#lines().map(({ kind }) => this.#heightOf(kind))),
	);

	readonly height: number = $derived.by(() => this.#starts.at(-1) ?? 0);

	/** The lines to draw, each with its place among all and where it begins. */
	readonly drawn = $derived.by(() => {
		const lines = this.#lines();
		const from = Math.max(0, this.#top - beyond);
		const { first, last } = columnSpan(this.#starts, from, this.#extent.height + 2 * beyond);
		return lines.slice(first, last + 1).map((line, at) => {
			const index = first + at;
			const top = this.#starts[index] ?? 0;
			return { line, index, top, height: (this.#starts[index + 1] ?? 0) - top };
		});
	});

	/** How many lines a page key moves. */
	get page(): number {
		return Math.max(1, Math.floor(this.#extent.height / (heights.control * this.#rem)) - 1);
	}

	/** Put on the scrolling element; `index` is the line to bring into view at first. */
	watch(index: () => number): Attachment<HTMLElement> {
		return (node) => {
			this.#scroller = node;
			const read = (): void => {
				this.#top = node.scrollTop;
				this.#extent = {
					width: node.clientWidth || this.#extent.width,
					height: node.clientHeight || this.#extent.height,
				};
			};
			untrack(() => {
				read();
				this.show(index());
			});
			const size = new ResizeObserver(read);
			size.observe(node);
			node.addEventListener('scroll', read, { passive: true });
			return () => {
				size.disconnect();
				node.removeEventListener('scroll', read);
			};
		};
	}

	/** Scrolls as little as brings a line into view. */
	show(index: number): void {
		const start = this.#starts[index];
		const end = this.#starts[index + 1];
		const node = this.#scroller;
		if (!node || start === undefined || end === undefined) return;
		node.scrollTo({ top: scrolledTo(start, end, node.scrollTop, this.#extent.height) });
	}

	focus(): void {
		this.#scroller?.focus({ preventScroll: true });
	}

	#heightOf(kind: OutlineLine['kind']): number {
		return (kind === 'cell' && this.isNarrow ? narrowCell : heights[kind]) * this.#rem;
	}
}
