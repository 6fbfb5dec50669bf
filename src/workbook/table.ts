/**
 * A typed, read-only repository over the two maps of one record kind. It joins and reads each
 * record when first asked, freezes it and keeps the same object until that record changes, so that
 * views can compare by identity. What cannot be read is set aside with its reason (law 7).
 */
import type * as Y from 'yjs';
import { Listeners } from '../base/observable.ts';
import { joinRow } from './joined-row.ts';
import { recordMaps, splitEditKey, type RecordMapName, type RecordMaps } from './layout.ts';
import type { RecordKind } from './record-kind.ts';

export interface UnreadableRecord {
	readonly id: string;
	readonly reason: string;
	/** What the document holds, for showing and exporting. */
	readonly raw: unknown;
}

/** A table of any kind, as far as it needs no knowledge of its records. */
export interface AnyTable {
	readonly kind: { readonly name: RecordMapName };
	all(): readonly Ordered[];
	asCreated(id: string): Ordered | undefined;
	subscribe(listener: (ids: ReadonlySet<string>) => void): () => void;
	holdNews(): () => void;
	unreadable(): readonly UnreadableRecord[];
}

interface Ordered {
	readonly id: string;
	readonly order?: string;
}

/** Up to so many changed records are put in their place one by one; more are sorted anew. */
const fewStale = 64;

export class Table<Row, Item extends Ordered> {
	readonly kind: RecordKind<Row, Item>;
	readonly #maps: RecordMaps;
	readonly #editsById = new Map<string, Map<string, unknown>>();
	readonly #readable = new Map<string, Item>();
	readonly #unreadable = new Map<string, UnreadableRecord>();
	readonly #stale = new Set<string>();
	readonly #listeners = new Listeners<ReadonlySet<string>>();
	#holds = 0;
	/** What changed while listeners are kept waiting. */
	#news = new Set<string>();
	#sorted: readonly Item[] | undefined;

	constructor(doc: Y.Doc, kind: RecordKind<Row, Item>) {
		this.kind = kind;
		this.#maps = recordMaps(doc, kind.name);
		for (const key of this.#maps.edits.keys()) this.#indexEdit(key);
		for (const id of this.#maps.base.keys()) this.#stale.add(id);
		for (const id of this.#editsById.keys()) this.#stale.add(id);
		this.#maps.base.observe((event) => {
			this.#changed(event.keysChanged as Set<string>);
		});
		this.#maps.edits.observe((event) => {
			const ids = new Set<string>();
			for (const key of event.keysChanged as Set<string>) {
				const id = this.#indexEdit(key);
				if (id !== undefined) ids.add(id);
			}
			this.#changed(ids);
		});
	}

	/** The record of an id, or undefined where there is none or it cannot be read. */
	get(id: string): Item | undefined {
		if (this.#stale.has(id)) this.all();
		return this.#readable.get(id);
	}

	/** A record as it was created or imported, without what was edited since (SPEC R-1). */
	asCreated(id: string): Item | undefined {
		if (!this.#maps.base.has(id)) return undefined;
		const outcome = this.kind.read(joinRow(id, this.#maps.base.get(id), undefined, this.kind));
		return 'item' in outcome ? outcome.item : undefined;
	}

	/** Every readable record, in order; the array is a new one after each change. */
	all(): readonly Item[] {
		if (this.#stale.size > 0 || !this.#sorted) this.#sorted = this.#settle();
		return this.#sorted;
	}

	/**
	 * Reads up to `most` of the records that have changed by now, so that a later `all` has little
	 * left to do but sort. Returns how many are left.
	 */
	readAhead(most = Infinity): number {
		if (this.#stale.size <= fewStale) return 0;
		let left = most;
		for (const id of this.#stale) {
			if (left-- <= 0) break;
			this.#read(id);
			this.#stale.delete(id);
		}
		this.#sorted = undefined;
		return this.#stale.size;
	}

	/** Keeps listeners waiting until the returned call, which tells them once of all that changed. */
	holdNews(): () => void {
		this.#holds += 1;
		return () => {
			this.#holds -= 1;
			if (this.#holds > 0 || this.#news.size === 0) return;
			const news = this.#news;
			this.#news = new Set();
			this.#listeners.call(news);
		};
	}

	/** Records that are in the document and cannot be read, with what stands there. */
	unreadable(): readonly UnreadableRecord[] {
		this.all();
		return [...this.#unreadable.values()];
	}

	/** Called after each transaction that touched this kind, with the ids of the records. */
	subscribe(listener: (ids: ReadonlySet<string>) => void): () => void {
		return this.#listeners.add(listener);
	}

	#indexEdit(key: string): string | undefined {
		const parts = splitEditKey(key);
		if (!parts) return undefined;
		const edits = this.#editsById.get(parts.id) ?? new Map<string, unknown>();
		if (this.#maps.edits.has(key)) edits.set(parts.path, this.#maps.edits.get(key));
		else edits.delete(parts.path);
		if (edits.size) this.#editsById.set(parts.id, edits);
		else this.#editsById.delete(parts.id);
		return parts.id;
	}

	#changed(ids: ReadonlySet<string>): void {
		if (ids.size === 0) return;
		for (const id of ids) this.#stale.add(id);
		if (this.#holds === 0) this.#listeners.call(ids);
		else for (const id of ids) this.#news.add(id);
	}

	#read(id: string): void {
		this.#readable.delete(id);
		this.#unreadable.delete(id);
		const edits = this.#editsById.get(id);
		const isFlat = edits !== undefined && this.kind.isPublished?.(id) === true;
		if (!this.#maps.base.has(id) && !isFlat) {
			if (edits) this.#setAside(id, 'the row it belongs to is gone', Object.fromEntries(edits));
			return;
		}
		const base: unknown = isFlat ? {} : this.#maps.base.get(id);
		const plain = edits ? undefined : this.kind.readPlain?.(id, base);
		if (plain) {
			this.#readable.set(id, freeze(plain));
			return;
		}
		const joined = joinRow(id, base, edits, this.kind);
		const outcome = this.kind.read(joined);
		if ('item' in outcome) this.#readable.set(id, freeze(outcome.item));
		else this.#setAside(id, outcome.reason, joined);
	}

	#setAside(id: string, reason: string, raw: unknown): void {
		this.#unreadable.set(id, { id, reason, raw });
	}

	/** Reads what is stale and puts it in its place; one edit among 10,000 rows moves one row. */
	#settle(): readonly Item[] {
		const sorted = this.#sorted && this.#stale.size <= fewStale ? [...this.#sorted] : undefined;
		for (const id of this.#stale) {
			const before = this.#readable.get(id);
			this.#read(id);
			if (sorted) replace(sorted, before, this.#readable.get(id));
		}
		this.#stale.clear();
		return sorted ?? [...this.#readable.values()].sort(byOrder);
	}
}

function replace<Item extends Ordered>(sorted: Item[], before?: Item, after?: Item): void {
	if (before) {
		const index = placeOf(sorted, before);
		if (after && byOrder(before, after) === 0) {
			sorted[index] = after;
			return;
		}
		sorted.splice(index, 1);
	}
	if (after) sorted.splice(placeOf(sorted, after), 0, after);
}

function placeOf<Item extends Ordered>(sorted: readonly Item[], item: Item): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (byOrder(sorted[middle]!, item) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Fractional index first; two rows put at the same place keep the order of their ids (law 1). */
function byOrder(a: Ordered, b: Ordered): number {
	const [left, right] = [a.order ?? '', b.order ?? ''];
	if (left !== right) return left < right ? -1 : 1;
	if (a.id === b.id) return 0;
	return a.id < b.id ? -1 : 1;
}

function freeze<Value extends object>(value: Value): Value {
	for (const part of Object.values(value)) {
		if (typeof part === 'object' && part !== null) Object.freeze(part);
	}
	return Object.freeze(value);
}
