/**
 * How high rows are: measured all at once, so that the browser lays them out once, and guessed for
 * rows that have not been drawn, from those that have. All heights are CSS pixels.
 */
import type { Virtualizer } from '@tanstack/virtual-core';

type RowVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

/** Generous: a guess that is too low draws rows that turn out to be out of view. */
const firstGuess = 88;

export class RowHeights {
	readonly #virtualizer: () => RowVirtualizer;
	/** Rows were measured; the guess is another where `guessed`. */
	readonly #onmeasured: (guessed: boolean) => void;
	readonly #waiting = new Set<HTMLElement>();
	#guess: number | undefined;
	#isMeasuring = false;

	constructor(virtualizer: () => RowVirtualizer, onmeasured: (guessed: boolean) => void) {
		this.#virtualizer = virtualizer;
		this.#onmeasured = onmeasured;
	}

	/** Of a row that has not been drawn. */
	get guess(): number {
		return this.#guess ?? firstGuess;
	}

	/** While rows are measured one by one, what follows from them waits for the last. */
	get isMeasuring(): boolean {
		return this.#isMeasuring;
	}

	/** Measures a row that was drawn, together with those drawn in the same task. */
	add(node: HTMLElement): void {
		if (this.#waiting.size === 0) queueMicrotask(() => this.#measureWaiting());
		this.#waiting.add(node);
	}

	/** Measures anew and forgets the rows that are not drawn. */
	restart(): void {
		const virtualizer = this.#virtualizer();
		this.#guess = undefined;
		virtualizer.measure();
		virtualizer.elementsCache.forEach((node) => this.add(node));
	}

	#measureWaiting(): void {
		const virtualizer = this.#virtualizer();
		const nodes = [...this.#waiting].filter((node) => node.isConnected);
		this.#waiting.clear();
		if (nodes.length === 0) return;
		this.#isMeasuring = true;
		for (const node of nodes) virtualizer.measureElement(node);
		this.#isMeasuring = false;
		const isFirst = this.#guess === undefined;
		if (isFirst) {
			const heights = nodes.map((node) => node.getBoundingClientRect().height);
			this.#guess = Math.ceil(heights.reduce((sum, height) => sum + height) / heights.length);
		}
		this.#onmeasured(isFirst);
	}
}
