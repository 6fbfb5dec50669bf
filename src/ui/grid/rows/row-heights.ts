/**
 * How high rows are: measured many at once, so that the browser lays them out once, and guessed for
 * rows that have not been drawn, from those that have. All heights are CSS pixels.
 */
import type { Virtualizer } from '@tanstack/virtual-core';

type RowVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

/** Where not even texts tell. */
const usual = 88;

export class RowHeights {
	readonly #virtualizer: () => RowVirtualizer;
	/** Before any row was measured; undefined where nothing is known. */
	readonly #firstGuess: () => number | undefined;
	/** Rows were measured; the guess is another where `guessed`. */
	readonly #onmeasured: (guessed: boolean) => void;
	readonly #drawn = new Set<HTMLElement>();
	readonly #waiting = new Set<HTMLElement>();
	readonly #observer = new ResizeObserver((entries) =>
		this.#measure(entries.map(({ target }) => target).filter((node) => this.#isDrawn(node))),
	);
	#guess: number | undefined;
	#beforehand: number | undefined;
	#isMeasuring = false;

	constructor(
		virtualizer: () => RowVirtualizer,
		firstGuess: () => number | undefined,
		onmeasured: (guessed: boolean) => void,
	) {
		this.#virtualizer = virtualizer;
		this.#firstGuess = firstGuess;
		this.#onmeasured = onmeasured;
	}

	/** Of a row that has not been drawn. */
	get guess(): number {
		return this.#guess ?? this.#beforeAny();
	}

	/** While rows are measured one by one, what follows from them waits for the last. */
	get isMeasuring(): boolean {
		return this.#isMeasuring;
	}

	/** Measures a row that was drawn and whenever its height changes; returns what ends that. */
	watch(node: HTMLElement): () => void {
		this.#drawn.add(node);
		this.#observer.observe(node);
		this.#measureSoon(node);
		return () => {
			this.#drawn.delete(node);
			// The same element may draw another row next, and that one is heard of only anew.
			this.#observer.unobserve(node);
		};
	}

	/** Measures anew and forgets the rows that are not drawn. */
	restart(): void {
		this.#guess = undefined;
		this.#beforehand = undefined;
		this.#virtualizer().measure();
		for (const node of this.#drawn) this.#measureSoon(node);
	}

	/** With the others of the same task; while scrolling, once the browser has laid them out anyway. */
	#measureSoon(node: HTMLElement): void {
		if (this.#virtualizer().isScrolling) return;
		if (this.#waiting.size === 0) {
			queueMicrotask(() => {
				const nodes = [...this.#waiting].filter((waiting) => this.#isDrawn(waiting));
				this.#waiting.clear();
				this.#measure(nodes);
			});
		}
		this.#waiting.add(node);
	}

	#measure(nodes: readonly HTMLElement[]): void {
		if (nodes.length === 0) return;
		// All are read before any is told: telling may scroll.
		const heights = nodes.map(heightOf);
		const virtualizer = this.#virtualizer();
		this.#isMeasuring = true;
		nodes.forEach((node, at) =>
			virtualizer.resizeItem(virtualizer.indexFromElement(node), heights[at] ?? this.guess),
		);
		this.#isMeasuring = false;
		const isFirst = this.#guess === undefined;
		if (isFirst) {
			this.#guess = Math.ceil(heights.reduce((sum, height) => sum + height) / heights.length);
		}
		this.#onmeasured(isFirst);
	}

	/** Asked of every row in turn: thought about once. */
	#beforeAny(): number {
		this.#beforehand ??= this.#firstGuess();
		return this.#beforehand ?? usual;
	}

	#isDrawn(node: Element): node is HTMLElement {
		return node instanceof HTMLElement && this.#drawn.has(node) && node.isConnected;
	}
}

/** Rounded up, or the next row would cover the line under this one. */
function heightOf(node: HTMLElement): number {
	return Math.ceil(node.getBoundingClientRect().height);
}
