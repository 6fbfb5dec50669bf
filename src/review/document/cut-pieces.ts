/**
 * Pieces of a document for several who ask from the same state: made once, kept, and handed out to
 * each; ahead where somebody is expected. What changed since they were made follows as further pieces.
 */
type Bytes = Uint8Array<ArrayBuffer>;
type Pieces = Generator<Bytes, void, undefined>;

interface Kept {
	readonly vector: Bytes;
	/** The document's state vector when they were begun; after the last where they were cut elsewhere. */
	until: Bytes;
	readonly made: Bytes[];
	readonly coming: Pieces;
}

export class CutPieces {
	readonly #cut: (vector: Bytes) => Pieces;
	readonly #finish: (piece: Bytes) => Bytes;
	#kept: Kept | undefined;

	/** `cut`: what a state vector lacks now. `finish`: what is done to each piece once. */
	constructor(cut: (vector: Bytes) => Pieces, finish: (piece: Bytes) => Bytes) {
		this.#cut = cut;
		this.#finish = finish;
	}

	/** One more piece for somebody of this state vector, cut elsewhere: it leads to `until`. */
	add(vector: Bytes, until: Bytes, piece: Bytes): void {
		const kept = this.#keptFor(vector) ?? this.#begin(vector, until, none());
		kept.until = until;
		kept.made.push(this.#finish(piece));
	}

	/** Pieces for somebody of this state vector; `present` is the document's own. */
	*from(vector: Bytes, present: () => Bytes): Pieces {
		const before = this.#keptFor(vector);
		const kept = before ?? this.#begin(vector, present());
		let place = 0;
		// Each gets a copy: what crosses to the page is gone here.
		for (let piece = this.#piece(kept, place); piece; piece = this.#piece(kept, ++place)) {
			yield piece.slice();
		}
		if (before) for (const piece of this.#cut(kept.until)) yield this.#finish(piece);
	}

	/**
	 * Makes the pieces for somebody of this state vector ahead, one at a step; goes on where they are
	 * being made for somebody already. It ends where they are made, or where others are wanted meanwhile.
	 */
	*ahead(vector: Bytes, present: () => Bytes): Generator<void, void, undefined> {
		const kept = this.#keptFor(vector) ?? this.#begin(vector, present());
		while (this.#kept === kept && this.#make(kept)) yield;
	}

	/** Forgets what was made: the document is another. */
	clear(): void {
		this.#kept = undefined;
	}

	#keptFor(vector: Bytes): Kept | undefined {
		const kept = this.#kept;
		return kept && areEqual(kept.vector, vector) ? kept : undefined;
	}

	#begin(vector: Bytes, until: Bytes, coming = this.#cut(vector)): Kept {
		this.#kept = { vector, until, made: [], coming };
		return this.#kept;
	}

	#piece(kept: Kept, place: number): Bytes | undefined {
		if (place === kept.made.length) this.#make(kept);
		return kept.made[place];
	}

	/** Makes one more; false where that was all. */
	#make(kept: Kept): boolean {
		const next = kept.coming.next();
		if (!next.done) kept.made.push(this.#finish(next.value));
		return !next.done;
	}
}

function* none(): Pieces {
	// All there is was cut elsewhere.
}

function areEqual(a: Bytes, b: Bytes): boolean {
	return a.length === b.length && a.every((byte, place) => byte === b[place]);
}
