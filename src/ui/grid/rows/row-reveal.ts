/**
 * Brings a row into view. Rows on the way are measured only once they are drawn, which moves the row
 * again: it is followed until some frames change nothing. The virtualizer's own way asks the browser
 * in each frame how far it could scroll, and that lays everything out.
 */
import type { VirtualItem, Virtualizer } from '@tanstack/virtual-core';

/** Rows that a scroll brings are drawn in the next frame and measured in the one after. */
const framesAtRest = 3;
const framesAtMost = 24;

export class RowReveal {
	readonly #virtualizer: () => Virtualizer<HTMLElement, HTMLElement>;
	#frame = 0;
	/** The scroll offset the browser was asked for and will tell of before its next frame. */
	#asked: number | undefined;

	constructor(virtualizer: () => Virtualizer<HTMLElement, HTMLElement>) {
		this.#virtualizer = virtualizer;
	}

	/** Scrolls to a row by its index and follows it; the row that was followed before is let go. */
	show(row: number): void {
		this.end();
		let [frames, still] = [0, 0];
		let before: VirtualItem | undefined;
		const look = (): void => {
			const item = this.#virtualizer().measurementsCache[row];
			if (!item || frames++ === framesAtMost) return;
			// Only a row that has moved is followed: whoever scrolls meanwhile is not held up.
			still = item.start === before?.start && item.end === before.end ? still + 1 : 0;
			if (still === framesAtRest) return;
			before = item;
			if (still === 0) this.#scrollTo(this.#topToShow(item));
			this.#frame = requestAnimationFrame(() => {
				this.#asked = undefined;
				look();
			});
		};
		look();
	}

	/** Lets the row go that is followed. */
	end(): void {
		cancelAnimationFrame(this.#frame);
	}

	isShown(item: VirtualItem): boolean {
		return this.#topToShow(item) === undefined;
	}

	#scrollTo(top: number | undefined): void {
		if (top === undefined) return;
		this.#asked = top;
		this.#virtualizer().scrollElement?.scrollTo({ top });
	}

	/**
	 * The scroll offset that shows a row by the least scrolling, its beginning where it is higher than
	 * the view; undefined where it is shown.
	 */
	#topToShow({ start, end }: VirtualItem): number | undefined {
		const { scrollOffset, scrollRect, options } = this.#virtualizer();
		const [top, height] = [this.#asked ?? scrollOffset ?? 0, scrollRect?.height ?? 0];
		const first = start - options.scrollPaddingStart;
		if (first < top) return first;
		const last = Math.min(first, end - height);
		// Browsers round offsets to parts of a pixel.
		return last > top + 1 ? last : undefined;
	}
}
