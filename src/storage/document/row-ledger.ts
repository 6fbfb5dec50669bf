/**
 * Which rows of the database the open document is known to contain, with their sizes in bytes.
 * Compaction may remove these rows and no others.
 */
export class RowLedger {
	readonly #sizes = new Map<number, number>();
	#lastKey = 0;
	#bytes = 0;
	#largest = 0;

	/** The highest key known to be taken. */
	get lastKey(): number {
		return this.#lastKey;
	}

	/** Known rows, in the order they became known. */
	get keys(): readonly number[] {
		return [...this.#sizes.keys()];
	}

	/** Bytes of all known rows. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Bytes of the largest row: the last compaction's, or an import's. */
	get largest(): number {
		return this.#largest;
	}

	/** Bytes of the known rows after `key`. */
	bytesAfter(key: number): number {
		let bytes = 0;
		for (const [row, size] of this.#sizes) if (row > key) bytes += size;
		return bytes;
	}

	has(key: number): boolean {
		return this.#sizes.has(key);
	}

	/** The next free key. Keys of writes that failed are not used again. */
	takeKey(): number {
		this.#lastKey += 1;
		return this.#lastKey;
	}

	/** Keys up to `key` are taken by someone. */
	raise(key: number): void {
		this.#lastKey = Math.max(this.#lastKey, key);
	}

	/** The row under `key` is stored and the document contains it. */
	add(key: number, bytes: number): void {
		this.raise(key);
		if (this.#sizes.has(key)) return;
		this.#sizes.set(key, bytes);
		this.#bytes += bytes;
		this.#largest = Math.max(this.#largest, bytes);
	}

	/** These rows are gone: another row, which is not known yet, stands for them. */
	forget(replaced: readonly number[]): void {
		for (const each of replaced) {
			this.#bytes -= this.#sizes.get(each) ?? 0;
			this.#sizes.delete(each);
		}
		this.#largest = 0;
		for (const size of this.#sizes.values()) this.#largest = Math.max(this.#largest, size);
	}

	/** The database was emptied: nothing is known to be stored. Keys go on rising all the same. */
	clear(): void {
		this.#sizes.clear();
		this.#bytes = 0;
		this.#largest = 0;
	}
}
