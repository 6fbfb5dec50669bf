/**
 * One device's entries in one channel, in their order. An entry follows where its place is the next
 * and it names the hash of the one before; whatever else comes is known, early, or a contradiction.
 * A device that was removed and let in again goes on at a far place (model/review/coming-back.ts).
 */
import type { ReviewEntry } from '../../model/review/entry.ts';

export type ChainStep = 'next' | 'known' | 'gap' | 'fork';

/** Where a device goes on that was let in again. */
export interface ChainReturn {
	/** The last place before that counts. */
	readonly until: number;
	/** It goes on after this place. */
	readonly from: number;
	/** SHA-256 of the statement that let it in: what the first entry there names as the one before. */
	readonly previous: string;
}

export type ReturnsOf = () => readonly ChainReturn[];

export class Chain {
	readonly #returnsOf: ReturnsOf;
	readonly #entries: ReviewEntry[] = [];
	readonly #hashes: string[] = [];

	/** `returnsOf`: read anew, as the member list goes on. */
	constructor(returnsOf: ReturnsOf = () => []) {
		this.#returnsOf = returnsOf;
	}

	/** The place of the last entry: as many as there are, where the device was never let in again. */
	get length(): number {
		return this.#entries.at(-1)?.seq ?? 0;
	}

	/** Place and predecessor of what this device writes next. */
	get next(): { readonly seq: number; readonly previous: string } {
		const back = this.#returnsOf().at(-1);
		return back && back.from >= this.length
			? { seq: back.from + 1, previous: back.previous }
			: { seq: this.length + 1, previous: this.#hashes.at(-1) ?? '' };
	}

	/** What an entry of this hash would be here. */
	place({ seq, previous }: ReviewEntry, hash: string): ChainStep {
		const at = this.#indexOf(seq);
		if (at !== undefined) return this.#hashes[at] === hash ? 'known' : 'fork';
		const back = this.#returnsOf().find(({ from }) => seq === from + 1);
		if (back) {
			if (this.length < back.until) return 'gap';
			return previous === back.previous && this.length < seq ? 'next' : 'fork';
		}
		if (seq !== this.length + 1) return seq > this.length ? 'gap' : 'fork';
		return previous === (this.#hashes.at(-1) ?? '') ? 'next' : 'fork';
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
		return this.length === this.#entries.length
			? this.#entries.slice(seq)
			: this.#entries.filter((entry) => entry.seq > seq);
	}

	/** A chain of its own that continues from here. */
	copy(): Chain {
		const copy = new Chain(this.#returnsOf);
		copy.#entries.push(...this.#entries);
		copy.#hashes.push(...this.#hashes);
		return copy;
	}

	/** Where the entry of a place stands; undefined where there is none. */
	#indexOf(seq: number): number | undefined {
		if (seq > this.length) return undefined;
		// All stand where their places say, but for those after a return.
		if (this.#entries[seq - 1]?.seq === seq) return seq - 1;
		const at = this.#entries.findLastIndex((entry) => entry.seq === seq);
		return at === -1 ? undefined : at;
	}
}
