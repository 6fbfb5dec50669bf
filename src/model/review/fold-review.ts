/**
 * Reads the entries of a review into what stands. Entries that refer to what is not there, or that
 * their author may not write, change nothing and are kept apart, with the reason (SPEC P-11, P-12).
 */
import {
	entryId,
	type BodyOf,
	type EntryBody,
	type EntryId,
	type EntryOf,
	type ReviewEntry,
} from './entry.ts';
import { saidIn, ThreadFold, type Draft, type Why } from './fold-threads.ts';
import { mayWrite } from './may-write.ts';
import type { DeviceId } from './member.ts';
import { cleanName, type NameTaken } from './person-name.ts';
import type { Dangling, Said, SignOff, Suggestion, TeamNote } from './review-items.ts';
import { ReviewState } from './review-state.ts';
import { roleWhenWritten, type Roster } from './roster.ts';
import { subjectKey } from './subject.ts';

type SuggestionDraft = Draft<Omit<Suggestion, 'laterDecisions'>> & {
	readonly laterDecisions: EntryOf<'decide'>[];
};

/**
 * @param entries sorted `byClock`.
 * @param roster without one nobody else can have written anything, and every entry counts as the
 * owner's.
 */
export function foldReview(
	entries: readonly ReviewEntry[],
	{ roster }: { readonly roster?: Roster | undefined } = {},
): ReviewState {
	const fold = new Fold();
	for (const entry of entries) {
		const role = roster ? roleWhenWritten(roster, entry) : 'owner';
		if (role && mayWrite(role, entry)) fold.take(entry);
		else fold.leave(entry, 'not-allowed');
	}
	return fold.state();
}

class Fold {
	readonly #entries = new Map<EntryId, ReviewEntry>();
	readonly #threads = new ThreadFold();
	readonly #suggestions = new Map<EntryId, SuggestionDraft>();
	readonly #signOffs = new Map<EntryId, Draft<SignOff>>();
	/** The last sign-off by device, part and subject. */
	readonly #lastSigned = new Map<string, Draft<SignOff>>();
	readonly #notes = new Map<string, TeamNote>();
	readonly #looks = new Map<string, Map<DeviceId, EntryOf<'look'>>>();
	readonly #milestones: EntryOf<'milestone'>[] = [];
	readonly #deeds: EntryOf<'deeds'>[] = [];
	readonly #names = new Map<DeviceId, readonly NameTaken[]>();
	readonly #dangling: Dangling[] = [];
	#clock = 0;

	take(entry: ReviewEntry): void {
		const id = entryId(entry);
		if (this.#entries.has(id)) {
			this.#dangling.push({ entry, why: 'twice' });
			return;
		}
		this.#hear(entry, id);
		const why = this.#apply(entry, id);
		if (why) this.#dangling.push({ entry, why });
	}

	leave(entry: ReviewEntry, why: Dangling['why']): void {
		this.#hear(entry, entryId(entry));
		this.#dangling.push({ entry, why });
	}

	state(): ReviewState {
		return new ReviewState({
			entries: this.#entries,
			threads: this.#threads.threads,
			suggestions: this.#suggestions,
			signOffs: this.#signOffs,
			notes: this.#notes,
			looks: this.#looks,
			milestones: this.#milestones,
			deeds: this.#deeds,
			names: this.#names,
			dangling: this.#dangling,
			clock: this.#clock,
		});
	}

	#hear(entry: ReviewEntry, id: EntryId): void {
		this.#entries.set(id, entry);
		this.#clock = Math.max(this.#clock, entry.clock);
	}

	/** Why the entry changes nothing; undefined where it counts. */
	#apply(entry: ReviewEntry, id: EntryId): Why {
		if (is(entry, 'thread')) this.#threads.begin(entry, id);
		else if (is(entry, 'reply')) return this.#threads.reply(entry, id);
		else if (is(entry, 'resolve') || is(entry, 'reopen') || is(entry, 'assign')) {
			return this.#threads.turn(entry);
		} else if (is(entry, 'suggest')) this.#suggest(entry, id);
		else if (is(entry, 'decide')) return this.#decide(entry);
		else if (is(entry, 'reword')) return this.#reword(entry);
		else if (is(entry, 'withdraw')) return this.#withdraw(entry);
		else if (is(entry, 'sign')) this.#sign(entry, id);
		else if (is(entry, 'note')) this.#note(entry);
		else if (is(entry, 'look')) this.#look(entry);
		else if (is(entry, 'milestone')) this.#milestones.push(entry);
		else if (is(entry, 'deeds')) this.#deeds.push(entry);
		else if (is(entry, 'profile')) this.#name(entry, id);
		return undefined;
	}

	#suggest(entry: EntryOf<'suggest'>, id: EntryId): void {
		const { subject, present, proposed, note } = entry.body;
		this.#suggestions.set(id, {
			...saidIn(entry, id, note),
			subject,
			present,
			proposed,
			state: 'pending',
			decision: undefined,
			laterDecisions: [],
		});
	}

	#decide(entry: EntryOf<'decide'>): Why {
		const suggestion = this.#suggestions.get(entry.body.suggestion);
		if (suggestion?.channel !== entry.channel) return 'missing';
		if (suggestion.state === 'pending') {
			suggestion.state = entry.body.outcome;
			suggestion.decision = entry;
			return undefined;
		}
		suggestion.laterDecisions.push(entry);
		return 'late';
	}

	#sign(entry: EntryOf<'sign'>, id: EntryId): void {
		const { subject, as, content, shown, note } = entry.body;
		const signOff: Draft<SignOff> = {
			...saidIn(entry, id, note),
			subject,
			as,
			content,
			shown,
			replacedBy: undefined,
		};
		const place = `${entry.author} ${as} ${subjectKey(subject)}`;
		const before = this.#lastSigned.get(place);
		if (before) before.replacedBy = id;
		this.#lastSigned.set(place, signOff);
		this.#signOffs.set(id, signOff);
	}

	#reword(entry: EntryOf<'reword'>): Why {
		const { text, mentions } = entry.body;
		const said = this.#said(entry, entry.body.entry);
		if (typeof said === 'string') return said;
		// A signature stands over its note: other words are another signature.
		if (this.#signOffs.has(said.id)) return 'not-allowed';
		if (said.withdrawn) return 'late';
		Object.assign(said, { text, mentions, rewordedAt: entry.at });
		this.#threads.changed(said.id, entry);
		return undefined;
	}

	#withdraw(entry: EntryOf<'withdraw'>): Why {
		const said = this.#said(entry, entry.body.entry);
		if (typeof said === 'string') return said;
		const suggestion = this.#suggestions.get(said.id);
		if (said.withdrawn || (suggestion && suggestion.state !== 'pending')) return 'late';
		said.withdrawn = { at: entry.at, reason: entry.body.reason };
		if (suggestion) suggestion.state = 'withdrawn';
		this.#threads.changed(said.id, entry);
		return undefined;
	}

	/** What an author speaks of anew: their own, and said to the same audience. */
	#said(entry: ReviewEntry, id: EntryId): Draft<Said> | Dangling['why'] {
		const said = this.#threads.find(id) ?? this.#suggestions.get(id) ?? this.#signOffs.get(id);
		if (said?.channel !== entry.channel) return 'missing';
		return said.author === entry.author ? said : 'not-theirs';
	}

	#note({ author, name, at, body: { subject, text } }: EntryOf<'note'>): void {
		const key = subjectKey(subject);
		if (text.trim() === '') this.#notes.delete(key);
		else this.#notes.set(key, { subject, text, author, name, at });
	}

	#name({ author, at, body }: EntryOf<'profile'>, entry: EntryId): void {
		const name = cleanName(body.name);
		const before = this.#names.get(author) ?? [];
		if (name !== '') this.#names.set(author, [...before, { entry, name, at }]);
	}

	#look(entry: EntryOf<'look'>): void {
		const key = subjectKey(entry.body.subject);
		const looks = this.#looks.get(key);
		if (looks) looks.set(entry.author, entry);
		else this.#looks.set(key, new Map([[entry.author, entry]]));
	}
}

function is<Kind extends EntryBody['kind']>(
	entry: ReviewEntry,
	kind: Kind,
): entry is ReviewEntry & { readonly body: BodyOf<Kind> } {
	return entry.body.kind === kind;
}
