/** What stands between the network and the document: review/document/airlock-client is one. */
import type { ClockRange } from '../document/clock-ranges.ts';
import type { Refusal } from '../frame.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export type TakeOutcome =
	/**
	 * Merge it now; `instead` of it, where that is given: what is kept here is not removed by that.
	 * `upTo`: the clocks up to which it reaches, by client.
	 */
	| {
			readonly kind: 'taken';
			readonly upTo: ReadonlyMap<number, number>;
			readonly instead?: Bytes | undefined;
	  }
	/** The person did not want it. */
	| { readonly kind: 'left' }
	| { readonly kind: 'refused'; readonly refusal: Refusal; readonly text: string };

/** How much an update removes: the person is asked before it is merged (trust.md 3, incident 16). */
export interface MassDeletion {
	readonly deleted: number;
	readonly of: number;
	/** Names the records: another number where others are removed. */
	readonly records: string;
	/** Those that are written over, which cannot be kept apart from the rest of the update. */
	readonly overwritten: number;
	/** The others, with what was edited in them: all that can be kept while the rest is merged. */
	readonly removed: readonly ClockRange[];
}

export interface DocumentGuard {
	/** Somebody is about to come: fills the scratch copy, and cuts what a newcomer lacks. */
	prime(): void;
	/**
	 * What lies in these stretches stays in the document though others removed it. The scratch copy is
	 * as theirs, and so is what is cut from it. Takes the place of what was said before.
	 */
	keep(kept: readonly ClockRange[]): void;
	/** Checks an update of a peer and applies it to the scratch copy; asks before a mass deletion. */
	take(update: Bytes, ask: (mass: MassDeletion) => Promise<boolean>): Promise<TakeOutcome>;
	/** The document was changed here. */
	noteLocal(update: Bytes): void;
	/**
	 * What somebody of this state vector lacks, in pieces of about a megabyte that build on one another
	 * in their order; the deletions come last. Deflated (RFC 1951) where asked.
	 */
	diff(vector: Bytes, options?: { readonly deflate?: boolean }): AsyncIterable<Bytes>;
	close(): void;
}
