/**
 * One device's entries in one channel, in their order. An entry follows where its place is the next
 * and it names the hash of the one before; whatever else comes is known, early, or a contradiction.
 */
import type { ReviewEntry } from '../../model/review/entry.ts';

export type ChainStep = 'next' | 'known' | 'gap' | 'fork';

export class Chain {
	readonly #entries: ReviewEntry[] = [];
	readonly #hashes: string[] = [];

	/** How many entries there are: the place of the last one. */
	get length(): number {
		return this.#entries.length;
	}

	/** SHA-256 of the last entry; '' where there is none. */
	get head(): string {
		return this.#hashes.at(-1) ?? '';
	}

	/** What an entry of this hash would be here. */
	place({ seq, previous }: ReviewEntry, hash: string): ChainStep {
		if (seq <= this.length) return this.#hashes[seq - 1] === hash ? 'known' : 'fork';
		if (seq > this.length + 1) return 'gap';
		return previous === this.head ? 'next' : 'fork';
	}

	/** The clock of the last entry; 0 where there is none. */
	get clock(): number {
		return this.#entries.at(-1)?.clock ?? 0;
	}

	/** Adds the next entry; `place` has said that it is. */
	add(entry: ReviewEntry, hash: string): void {
		this.#entries.push(entry);
		this.#hashes.push(hash);
	}

	/** The entries after place `seq`. */
	after(seq: number): readonly ReviewEntry[] {
		return this.#entries.slice(seq);
	}

	/** A chain of its own that continues from here. */
	copy(): Chain {
		const copy = new Chain();
		copy.#entries.push(...this.#entries);
		copy.#hashes.push(...this.#hashes);
		return copy;
	}
}
