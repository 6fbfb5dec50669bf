/**
 * The stored entries of a review, one row a place of a chain. Nothing is written over: what stands in
 * the way of the right entry is kept apart. Call inside a transaction.
 */
import { canonicalJson } from '../../base/canonical-json.ts';
import { entryId, type EntryId, type ReviewEntry } from '../../model/review/entry.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';
import { entryIn } from './stored-review.ts';

/** What came of adding: what is new, or the other entry that stands at a place. */
export type Added =
	| { readonly kind: 'added'; readonly fresh: readonly ReviewEntry[] }
	| { readonly kind: 'contradiction'; readonly standing: ReviewEntry };

export class Entries {
	readonly #db: ShelfDatabase;
	readonly #workbook: WorkbookId;

	constructor(db: ShelfDatabase, workbook: WorkbookId) {
		this.#db = db;
		this.#workbook = workbook;
	}

	all() {
		return this.#db.reviewEntries.where('workbook').equals(this.#workbook).toArray();
	}

	/**
	 * Adds what is not there yet. Where one contradicts what stands at its place, none is added. `at`
	 * is now, ISO 8601.
	 */
	async add(entries: readonly ReviewEntry[], at: string): Promise<Added> {
		const fresh = new Map<EntryId, ReviewEntry>();
		const blocked = new Map<EntryId, unknown>();
		const places = entries.map((entry) => this.#placeOf(entryId(entry)));
		const known = await this.#db.reviewEntries.bulkGet(places);
		for (const [index, entry] of entries.entries()) {
			const id = entryId(entry);
			const stored = known[index]?.entry;
			const standing = fresh.get(id) ?? (stored === undefined ? undefined : entryIn(stored));
			if (standing && isSame(standing, entry)) continue;
			if (standing) return { kind: 'contradiction', standing };
			if (stored !== undefined) blocked.set(id, stored);
			fresh.set(id, entry);
		}
		for (const [id, standing] of blocked) await this.#keepApart(id, standing, at);
		await this.#db.reviewEntries.bulkAdd(
			Array.from(fresh, ([id, entry]) => ({ workbook: this.#workbook, id, entry })),
		);
		return { kind: 'added', fresh: [...fresh.values()] };
	}

	/** Keeps these apart, where they stand stored. */
	async setAside(entries: readonly ReviewEntry[], at: string): Promise<void> {
		for (const entry of entries) {
			const id = entryId(entry);
			const row = await this.#db.reviewEntries.get(this.#placeOf(id));
			if (row && isSame(row.entry, entry)) await this.#keepApart(id, row.entry, at);
		}
	}

	async #keepApart(id: EntryId, entry: unknown, at: string): Promise<void> {
		await this.#db.reviewFaults.add({ workbook: this.#workbook, entry, at });
		await this.#db.reviewEntries.delete(this.#placeOf(id));
	}

	#placeOf(id: EntryId): [WorkbookId, EntryId] {
		return [this.#workbook, id];
	}
}

/** Keys may have come in another order, through a copy. */
function isSame(stored: unknown, entry: ReviewEntry): boolean {
	return canonicalJson(stored) === canonicalJson(entry);
}
