/**
 * Who did what, when: one entry a command, added in the command's own transaction and never undone.
 * Entries keep both values of every edited field, so that a value overwritten by a merge can be
 * found again (law 6).
 */
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { newId, type IdSource } from '../base/ids.ts';
import { Listeners } from '../base/observable.ts';
import { actorSchema, type Actor } from './actor.ts';
import { KeyCount } from './key-count.ts';
import { activityMap } from './layout.ts';
import { isIdle, type Write } from './write.ts';

const changeSchema = z.object({
	table: z.string(),
	id: z.string(),
	path: z.string(),
	before: z.optional(z.unknown()),
	after: z.optional(z.unknown()),
});

const entrySchema = z.object({
	id: z.string(),
	name: z.string(),
	label: z.string(),
	at: z.string(),
	/** How many entries stood before this one where it was made: parts those of one instant. */
	place: z._default(z.number(), 0),
	by: actorSchema,
	/** Rows the command created. */
	created: z._default(z.number(), 0),
	changes: z._default(z.array(changeSchema), []),
});

export type ActivityEntry = Readonly<z.infer<typeof entrySchema>>;
export type ActivityChange = z.infer<typeof changeSchema>;

/**
 * That controls come from the next version of their file is said by the import and its entry; for
 * each of them it would be noise, and megabytes of it.
 */
const movedSource = 'source';

interface Deed {
	readonly name: string;
	readonly label: string;
	readonly actor: Actor;
	readonly at: string;
}

/** Up to so many new entries are put in their place one by one; with more, all are sorted anew. */
const fewAdded = 64;

export class ActivityLog {
	readonly #entries: Y.Map<unknown>;
	readonly #listeners = new Listeners();
	/** Entries by their id as they were read: the same object until one changes. */
	readonly #read = new Map<string, ActivityEntry>();
	readonly #count: KeyCount;
	/** Those that `latest` gave last, and what was added since. */
	#latest: readonly ActivityEntry[] | undefined;
	readonly #added = new Set<string>();

	constructor(doc: Y.Doc) {
		this.#entries = activityMap(doc);
		this.#count = new KeyCount(this.#entries);
		this.#entries.observe(({ changes: { keys } }) => {
			for (const [id, { action }] of keys) {
				this.#read.delete(id);
				if (action !== 'add') this.#latest = undefined;
				else if (this.#latest) this.#added.add(id);
			}
			this.#listeners.call();
		});
	}

	/**
	 * Adds the entry of a deed. Call inside the transaction that does it, or after it with the changes
	 * that were heard of.
	 */
	add(
		{ name, label, at, actor }: Deed,
		writes: readonly Write[],
		ids: IdSource,
		heard: readonly ActivityChange[] = [],
	): void {
		const changes = [...writes.flatMap(changeOf), ...heard];
		const created = writes.filter((write) => write.kind === 'row').length;
		const entry = { name, label, at, place: this.#count.size, by: actor, created, changes };
		this.#entries.set(newId('activity', ids), entry);
	}

	/** All entries, newest first; entries that cannot be read are shown as such, not dropped. */
	latest(): readonly ActivityEntry[] {
		if (this.#latest && this.#added.size > fewAdded) this.#latest = undefined;
		if (!this.#latest) {
			this.#latest = [...this.#entries.keys()].map((id) => this.#entry(id)).sort(newestFirst);
		} else if (this.#added.size > 0) {
			const latest = [...this.#latest];
			for (const id of this.#added) put(latest, this.#entry(id));
			this.#latest = latest;
		}
		this.#added.clear();
		return this.#latest;
	}

	/** One entry; undefined where it is not here. */
	get(id: string): ActivityEntry | undefined {
		return this.#entries.has(id) ? this.#entry(id) : undefined;
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	#entry(id: string): ActivityEntry {
		let entry = this.#read.get(id);
		if (!entry) this.#read.set(id, (entry = readEntry(id, this.#entries.get(id))));
		return entry;
	}
}

function changeOf(write: Write): readonly ActivityChange[] {
	if (write.kind !== 'edit' || isIdle(write) || write.path === movedSource) return [];
	const { table, id, path, before, after } = write;
	return [
		{
			...{ table, id, path },
			...(before === undefined ? {} : { before }),
			...(after === undefined ? {} : { after }),
		},
	];
}

function put(latest: ActivityEntry[], entry: ActivityEntry): void {
	let [low, high] = [0, latest.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (newestFirst(latest[middle]!, entry) < 0) low = middle + 1;
		else high = middle;
	}
	latest.splice(low, 0, entry);
}

function readEntry(id: string, value: unknown): ActivityEntry {
	const entry = typeof value === 'object' && value !== null ? { ...value, id } : { id };
	const parsed = entrySchema.safeParse(entry);
	if (parsed.success) return parsed.data;
	return {
		id,
		name: 'unreadable',
		label: 'An entry that cannot be read',
		at: '',
		place: 0,
		by: { device: '', name: '' },
		created: 0,
		changes: [],
	};
}

function newestFirst(a: ActivityEntry, b: ActivityEntry): number {
	if (a.at !== b.at) return a.at < b.at ? 1 : -1;
	if (a.place !== b.place) return b.place - a.place;
	return a.id < b.id ? 1 : -1;
}
