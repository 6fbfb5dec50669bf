/**
 * Names the deletions that a device has heard of: SHA-256 of them as an update of nothing else, those
 * that it did not carry out among them. Worked out anew only where the document changed: reading all
 * of 10,000 controls takes some 50 milliseconds, and whoever meets somebody asks several times.
 */
import * as Y from 'yjs';
import { removalOf, type ClockRange } from '../document/clock-ranges.ts';
import { sha256 } from '../keys/hash.ts';
import type { KeptRemovals } from './kept-removals.ts';

export class DeletionsHash {
	readonly #doc: Y.Doc;
	readonly #kept: Pick<KeptRemovals, 'ranges'>;
	/** That of the document as it is, and of these ranges. */
	#known: { readonly ranges: readonly ClockRange[]; readonly hash: Promise<string> } | undefined;

	constructor(doc: Y.Doc, kept: Pick<KeptRemovals, 'ranges'>) {
		this.#doc = doc;
		this.#kept = kept;
		doc.on('update', this.#forget);
	}

	close(): void {
		this.#doc.off('update', this.#forget);
	}

	/** That of the moment at which it is asked for. */
	get current(): Promise<string> {
		const { ranges } = this.#kept;
		if (this.#known?.ranges !== ranges) this.#known = { ranges, hash: this.#hashOf(ranges) };
		return this.#known.hash;
	}

	readonly #forget = (): void => {
		this.#known = undefined;
	};

	#hashOf(ranges: readonly ClockRange[]): Promise<string> {
		const doc = this.#doc;
		const carriedOut = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
		const all = ranges.length === 0 ? carriedOut : Y.mergeUpdates([carriedOut, removalOf(ranges)]);
		return sha256(all as Uint8Array<ArrayBuffer>);
	}
}
