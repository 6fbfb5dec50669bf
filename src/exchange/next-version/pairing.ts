/**
 * Rows of two files put together one to one: who is whose counterpart by now, and how far a pair
 * that is thought of stands between pairs that are certain.
 */

/** How the two of a pair were found. */
export interface Pair {
	/** Place in the earlier file. */
	readonly ours: number;
	/** Place in the new file. */
	readonly theirs: number;
	readonly how: 'id' | 'sameText' | 'alike';
	/** From 0 to 1. */
	readonly likeness: number;
	/** How many of the rows next to them, above and below, are a pair, too: 0, 1 or 2. */
	readonly between: number;
}

export class Pairing {
	readonly #theirsOf: Int32Array;
	readonly #oursOf: Int32Array;
	readonly pairs: Pair[] = [];

	constructor(ours: number, theirs: number) {
		this.#theirsOf = new Int32Array(ours).fill(-1);
		this.#oursOf = new Int32Array(theirs).fill(-1);
	}

	/** Puts two together where both are free. */
	join(pair: Pair): void {
		if (!this.isFree(pair.ours, pair.theirs)) return;
		this.#theirsOf[pair.ours] = pair.theirs;
		this.#oursOf[pair.theirs] = pair.ours;
		this.pairs.push(pair);
	}

	isFree(ours: number, theirs: number): boolean {
		return this.#theirsOf[ours] === -1 && this.#oursOf[theirs] === -1;
	}

	get freeOurs(): readonly number[] {
		return freePlaces(this.#theirsOf);
	}

	get freeTheirs(): readonly number[] {
		return freePlaces(this.#oursOf);
	}

	/** How many neighbours of the two, above and below, are a pair. */
	between(ours: number, theirs: number): number {
		return [-1, 1].filter((step) => {
			const neighbour = this.#theirsOf[ours + step];
			return neighbour !== undefined && neighbour >= 0 && neighbour === theirs + step;
		}).length;
	}

	/** Of each free row of theirs, the rows of ours in the same place of the gap it stands in. */
	inSameGap(): ReadonlyMap<number, readonly number[]> {
		const found = new Map<number, number[]>();
		for (const step of [1, -1]) {
			let counterpart = step === 1 ? -1 : this.#theirsOf.length;
			const rows = Array.from(this.#oursOf.keys());
			for (const theirs of step === 1 ? rows : rows.reverse()) {
				const paired = this.#oursOf[theirs] ?? -1;
				counterpart = paired >= 0 ? paired : counterpart + step;
				if (paired >= 0 || this.#theirsOf[counterpart] !== -1) continue;
				found.set(theirs, [...(found.get(theirs) ?? []), counterpart]);
			}
		}
		return found;
	}
}

function freePlaces(counterparts: Int32Array): readonly number[] {
	return Array.from(counterparts.keys()).filter((place) => counterparts[place] === -1);
}
