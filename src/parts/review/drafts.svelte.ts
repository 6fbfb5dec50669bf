/**
 * What people have typed in a review and not sent: kept for as long as the workbook lies open, so that
 * closing a panel or a failed write loses nothing.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { LiveReview } from '../../live/live-review.svelte.ts';

const kept = new WeakMap<LiveReview, SvelteMap<string, string>>();

/** A text that is kept under a key: 'reply/<thread>', 'note/<subject>'. */
export class KeptDraft {
	readonly #texts: SvelteMap<string, string>;
	readonly #key: () => string;
	readonly #held: () => string;

	/** `held`: what stands while nothing was typed. */
	constructor(review: LiveReview, key: () => string, held: () => string = () => '') {
		const texts = kept.get(review) ?? new SvelteMap<string, string>();
		kept.set(review, texts);
		this.#texts = texts;
		this.#key = key;
		this.#held = held;
	}

	get text(): string {
		return this.#texts.get(this.#key()) ?? this.#held();
	}

	set text(typed: string) {
		if (typed === this.#held()) this.clear();
		else this.#texts.set(this.#key(), typed);
	}

	/** True while something was typed that was not sent. */
	get isChanged(): boolean {
		return this.#texts.has(this.#key());
	}

	clear(): void {
		this.#texts.delete(this.#key());
	}
}
