/**
 * A review as it stands: what all entries add up to, by subject and by record. Made by foldReview;
 * the same on every device that has the same entries, in whatever order they came (SPEC P-10).
 */
import type { EntryId, EntryOf, ReviewEntry } from './entry.ts';
import type { DeviceId } from './member.ts';
import type { NamesTaken } from './person-name.ts';
import type { Dangling, SignOff, Suggestion, TeamNote, Thread } from './review-items.ts';
import { recordOf, subjectKey, type Subject } from './subject.ts';

/** Everything by the id of the entry that began it, in the order of clocks. */
export interface ReviewParts {
	readonly entries: ReadonlyMap<EntryId, ReviewEntry>;
	readonly threads: ReadonlyMap<EntryId, Thread>;
	readonly suggestions: ReadonlyMap<EntryId, Suggestion>;
	readonly signOffs: ReadonlyMap<EntryId, SignOff>;
	/** By subject key; the latest stands, an empty one is none. */
	readonly notes: ReadonlyMap<string, TeamNote>;
	/** By subject key, then device: the last look of each. */
	readonly looks: ReadonlyMap<string, ReadonlyMap<DeviceId, EntryOf<'look'>>>;
	readonly milestones: readonly EntryOf<'milestone'>[];
	readonly deeds: readonly EntryOf<'deeds'>[];
	readonly names: NamesTaken;
	readonly dangling: readonly Dangling[];
	/** The greatest clock of any entry; 0 where there is none. */
	readonly clock: number;
}

const nothing: readonly never[] = Object.freeze([]);

export class ReviewState {
	readonly entries: ReviewParts['entries'];
	readonly threads: ReviewParts['threads'];
	readonly suggestions: ReviewParts['suggestions'];
	readonly signOffs: ReviewParts['signOffs'];
	readonly notes: ReviewParts['notes'];
	readonly looks: ReviewParts['looks'];
	readonly milestones: ReviewParts['milestones'];
	readonly deeds: ReviewParts['deeds'];
	readonly names: ReviewParts['names'];
	readonly dangling: ReviewParts['dangling'];
	readonly clock: number;
	readonly #threads: Placed<Thread>;
	readonly #suggestions: Placed<Suggestion>;
	readonly #signOffs: Placed<SignOff>;

	constructor(parts: ReviewParts) {
		this.entries = parts.entries;
		this.threads = parts.threads;
		this.suggestions = parts.suggestions;
		this.signOffs = parts.signOffs;
		this.notes = parts.notes;
		this.looks = parts.looks;
		this.milestones = parts.milestones;
		this.deeds = parts.deeds;
		this.names = parts.names;
		this.dangling = parts.dangling;
		this.clock = parts.clock;
		this.#threads = new Placed(parts.threads.values());
		this.#suggestions = new Placed(parts.suggestions.values());
		this.#signOffs = new Placed(parts.signOffs.values());
	}

	/** Threads on exactly this subject, those taken back and resolved too. */
	threadsOn(subject: Subject): readonly Thread[] {
		return this.#threads.on(subject);
	}

	/** Threads on a record, its cells and its test. */
	threadsIn(record: string): readonly Thread[] {
		return this.#threads.in(record);
	}

	suggestionsOn(subject: Subject): readonly Suggestion[] {
		return this.#suggestions.on(subject);
	}

	suggestionsIn(record: string): readonly Suggestion[] {
		return this.#suggestions.in(record);
	}

	signOffsOn(subject: Subject): readonly SignOff[] {
		return this.#signOffs.on(subject);
	}

	signOffsIn(record: string): readonly SignOff[] {
		return this.#signOffs.in(record);
	}

	noteOn(subject: Subject): TeamNote | undefined {
		return this.notes.get(subjectKey(subject));
	}

	/** How many open threads a record has, or one of its fields: what the mark in a cell shows. */
	openCount(record: string, field?: string): number {
		const threads =
			field === undefined
				? this.threadsIn(record)
				: this.threadsOn({ kind: 'cell', record, field });
		return threads.filter(({ state }) => state === 'open').length;
	}

	/** How many suggestions on a record, or one of its fields, nobody has decided. */
	pendingCount(record: string, field?: string): number {
		const suggestions =
			field === undefined
				? this.suggestionsIn(record)
				: this.suggestionsOn({ kind: 'cell', record, field });
		return suggestions.filter(({ state }) => state === 'pending').length;
	}
}

/** Items by their subject and by the record that lies in. */
class Placed<Item extends { readonly subject: Subject }> {
	readonly #bySubject = new Map<string, Item[]>();
	readonly #byRecord = new Map<string, Item[]>();

	constructor(items: Iterable<Item>) {
		for (const item of items) {
			add(this.#bySubject, subjectKey(item.subject), item);
			const record = recordOf(item.subject);
			if (record !== undefined) add(this.#byRecord, record, item);
		}
	}

	on(subject: Subject): readonly Item[] {
		return this.#bySubject.get(subjectKey(subject)) ?? nothing;
	}

	in(record: string): readonly Item[] {
		return this.#byRecord.get(record) ?? nothing;
	}
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
	const found = map.get(key);
	if (found) found.push(item);
	else map.set(key, [item]);
}
