/**
 * The records of one register as facts: by id, by members of sets and by what texts say. Only what
 * somebody asked for becomes a signal, so that loading ten thousand records costs no more than maps.
 */
import { signal } from 'alien-signals';
import type { RegisterRecord } from '../registers/register.ts';
import { valueAt } from '../registers/register.ts';

type Signal<Value> = ReturnType<typeof signal<Value>>;

const none: readonly string[] = Object.freeze([]);

/** Enough that an edit among ten thousand looks again at a hundred or so. */
const most = 128;
const perBucket = 128;

export class RecordIndex<Item extends RegisterRecord> {
	readonly #sets: readonly string[];
	readonly #texts: readonly string[];
	readonly #records = new Map<string, Item>();
	readonly #signals = new Map<string, Signal<Item | undefined>>();
	/** `field/member` → ids, of active records. */
	readonly #members = new Members();
	/** The same of retired records that still count. */
	readonly #gone = new Members();
	readonly #said = new Members();
	/** Ids of active records in groups, so that one that comes or goes concerns one group only. */
	#buckets: Signal<readonly string[]>[] = [signal<readonly string[]>(none)];
	#active = new Set<string>();
	readonly #count = signal(0);
	/** Retired without a reason. */
	readonly #goneIds = new Set<string>();
	readonly #hasKept = signal(false);

	/** `sets` and `texts` are the fields that can be asked for by what they hold. */
	constructor(sets: readonly string[], texts: readonly string[]) {
		this.#sets = sets;
		this.#texts = texts;
	}

	/** Takes records as they are now; undefined for one that is gone from the document. */
	put(changes: ReadonlyMap<string, Item | undefined>): void {
		const moved = new Set<string>();
		for (const [id, now] of changes) {
			const before = this.#records.get(id);
			if (before === now) continue;
			if (now) this.#records.set(id, now);
			else this.#records.delete(id);
			this.#move(id, before, now);
			const wasActive = this.#active.has(id);
			const isActive = now !== undefined && now.retired === undefined;
			if (isActive) this.#active.add(id);
			else this.#active.delete(id);
			if (wasActive !== isActive) moved.add(id);
			if (now && sideOf(now) === 'gone') this.#goneIds.add(id);
			else this.#goneIds.delete(id);
			this.#signals.get(id)?.(now);
		}
		this.#members.tell();
		this.#gone.tell();
		this.#said.tell();
		if (moved.size > 0) this.#bucket(moved);
		this.#hasKept(this.#active.size > 0 || this.#goneIds.size > 0);
	}

	get(id: string): Item | undefined {
		let found = this.#signals.get(id);
		if (!found) {
			found = signal<Item | undefined>(this.#records.get(id));
			this.#signals.set(id, found);
		}
		return found();
	}

	/** Every record with its id, for whoever keeps an index of its own; nothing is remembered of it. */
	everything(): Iterable<readonly [string, Item]> {
		return this.#records;
	}

	/** Groups of ids of active records; ask for one group's by its number. */
	bucketCount(): number {
		this.#count();
		return this.#buckets.length;
	}

	bucket(number: number): readonly string[] {
		return this.#buckets[number]?.() ?? none;
	}

	/** There are records that count, retired ones without a reason among them. */
	get hasKept(): boolean {
		return this.#hasKept();
	}

	get count(): number {
		return this.#count();
	}

	/** Ids of active records. */
	ids(): readonly string[] {
		this.#count();
		return this.#buckets.flatMap((bucket) => bucket());
	}

	/** Ids of active records whose set has the member. */
	linked(field: string, member: string): readonly string[] {
		return this.#members.of(`${field}/${member}`);
	}

	gone(field: string, member: string): readonly string[] {
		return this.#gone.of(`${field}/${member}`);
	}

	said(field: string, text: string): readonly string[] {
		const key = spoken(text);
		return key === '' ? none : this.#said.of(`${field}/${key}`);
	}

	#move(id: string, before: Item | undefined, now: Item | undefined): void {
		for (const field of this.#sets) {
			const [was, is] = [membersOf(before, field), membersOf(now, field)];
			const sameSide = before && now && sideOf(before) === sideOf(now);
			if (sameSide && was === is) continue;
			for (const member of was) this.#side(before)?.drop(`${field}/${member}`, id);
			for (const member of is) this.#side(now)?.add(`${field}/${member}`, id);
		}
		for (const field of this.#texts) {
			const was = before && before.retired === undefined ? textOf(before, field) : '';
			const is = now && now.retired === undefined ? textOf(now, field) : '';
			if (was === is) continue;
			if (was !== '') this.#said.drop(`${field}/${was}`, id);
			if (is !== '') this.#said.add(`${field}/${is}`, id);
		}
	}

	#side(record: Item | undefined): Members | undefined {
		const side = record && sideOf(record);
		return side === 'active' ? this.#members : side === 'gone' ? this.#gone : undefined;
	}

	#bucket(moved: ReadonlySet<string>): void {
		const wanted = Math.min(most, Math.max(1, Math.ceil(this.#active.size / perBucket)));
		if (wanted > this.#buckets.length) this.#deal(wanted);
		else {
			const touched = new Map<number, Set<string>>();
			for (const id of moved) {
				const number = bucketOf(id, this.#buckets.length);
				const ids = touched.get(number) ?? new Set(this.#buckets[number]?.());
				if (this.#active.has(id)) ids.add(id);
				else ids.delete(id);
				touched.set(number, ids);
			}
			for (const [number, ids] of touched) this.#buckets[number]?.([...ids].sort());
		}
		this.#count(this.#active.size);
	}

	/** Deals all ids anew into more groups. */
	#deal(count: number): void {
		const dealt: string[][] = Array.from({ length: count }, () => []);
		for (const id of this.#active) dealt[bucketOf(id, count)]?.push(id);
		for (const old of this.#buckets) old(none);
		this.#buckets = dealt.map((ids) => signal<readonly string[]>(ids.sort()));
	}
}

/** Ids by key; who asked for a key hears when its ids change. */
class Members {
	readonly #ids = new Map<string, Set<string>>();
	readonly #signals = new Map<string, Signal<readonly string[]>>();
	readonly #changed = new Set<string>();

	add(key: string, id: string): void {
		const ids = this.#ids.get(key);
		if (ids) ids.add(id);
		else this.#ids.set(key, new Set([id]));
		this.#changed.add(key);
	}

	drop(key: string, id: string): void {
		this.#ids.get(key)?.delete(id);
		this.#changed.add(key);
	}

	of(key: string): readonly string[] {
		let found = this.#signals.get(key);
		if (!found) {
			found = signal<readonly string[]>(this.#inOrder(key));
			this.#signals.set(key, found);
		}
		return found();
	}

	tell(): void {
		for (const key of this.#changed) this.#signals.get(key)?.(this.#inOrder(key));
		this.#changed.clear();
	}

	/** By id, so that it does not matter in which order records came. */
	#inOrder(key: string): readonly string[] {
		return [...(this.#ids.get(key) ?? [])].sort();
	}
}

/** A retired record that nobody said the reason of still counts: nothing improves by deleting. */
function sideOf({ retired }: RegisterRecord): 'active' | 'gone' | 'out' {
	if (retired === undefined) return 'active';
	return retired.reason.trim() === '' ? 'gone' : 'out';
}

function membersOf(record: RegisterRecord | undefined, field: string): readonly string[] {
	const value = record ? valueAt(record, field) : none;
	return typeof value === 'string' ? none : value;
}

function textOf(record: RegisterRecord, field: string): string {
	const value = valueAt(record, field);
	return typeof value === 'string' ? spoken(value) : '';
}

function spoken(text: string): string {
	return text.trim().toLowerCase();
}

function bucketOf(id: string, count: number): number {
	let hash = 0;
	for (let at = 0; at < id.length; at += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
	return Math.abs(hash) % count;
}
