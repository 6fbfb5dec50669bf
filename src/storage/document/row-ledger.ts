/**
 * Which rows of the database the open document is known to contain, with their sizes in bytes.
 * Compaction may remove these rows and no others.
 */
import type { NewRow } from './seal.ts';

export class RowLedger {
	readonly #rows = new Map<number, { readonly bytes: number; readonly write: number }>();
	/** Bytes of the known rows of each write. */
	readonly #writes = new Map<number, number>();
	#lastKey = 0;
	#bytes = 0;
	#largest = 0;

	/** The highest key known to be taken. */
	get lastKey(): number {
		return this.#lastKey;
	}

	/** Known rows, in the order they became known. */
	get keys(): readonly number[] {
		return [...this.#rows.keys()];
	}

	/** Bytes of all known rows. */
	get bytes(): number {
		return this.#bytes;
	}

	/** How many writes the known rows came in. */
	get writes(): number {
		return this.#writes.size;
	}

	/** Bytes of the largest write: the last compaction's, or an import's, of however many rows. */
	get largest(): number {
		return this.#largest;
	}

	/** Bytes of the known rows after `key`. */
	bytesAfter(key: number): number {
		let sum = 0;
		for (const [row, { bytes }] of this.#rows) if (row > key) sum += bytes;
		return sum;
	}

	has(key: number): boolean {
		return this.#rows.has(key);
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

	/** The row is stored and the document contains it. */
	add({ key, update, write }: NewRow): void {
		this.raise(key);
		if (this.#rows.has(key)) return;
		const bytes = update.length;
		this.#rows.set(key, { bytes, write });
		this.#bytes += bytes;
		const written = (this.#writes.get(write) ?? 0) + bytes;
		this.#writes.set(write, written);
		this.#largest = Math.max(this.#largest, written);
	}

	/** These rows are gone: another row, which is not known yet, stands for them. */
	forget(replaced: readonly number[]): void {
		for (const key of replaced) {
			const row = this.#rows.get(key);
			if (!row) continue;
			this.#rows.delete(key);
			this.#bytes -= row.bytes;
			const left = (this.#writes.get(row.write) ?? 0) - row.bytes;
			if (left > 0) this.#writes.set(row.write, left);
			else this.#writes.delete(row.write);
		}
		this.#largest = Math.max(0, ...this.#writes.values());
	}

	/** The database was emptied: nothing is known to be stored. Keys go on rising all the same. */
	clear(): void {
		this.#rows.clear();
		this.#writes.clear();
		this.#bytes = 0;
		this.#largest = 0;
	}
}
