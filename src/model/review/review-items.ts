/** What the entries of a review add up to: threads, suggestions, sign-offs and the rest, as they stand. */
import type { CellValue, EntryId, EntryOf, ReviewEntry, SignAs } from './entry.ts';
import type { Channel, DeviceId } from './member.ts';
import type { CellSubject, Subject } from './subject.ts';

/** What somebody wrote and may reword or take back. */
export interface Said {
	readonly id: EntryId;
	readonly channel: Channel;
	readonly author: DeviceId;
	/** What the author was called then. */
	readonly name: string;
	/** The author's clock, ISO 8601. */
	readonly at: string;
	readonly clock: number;
	/** The words as they were last reworded. */
	readonly text: string;
	readonly mentions: readonly DeviceId[];
	/** When the words last changed; the earlier ones stand in the chain. */
	readonly rewordedAt: string | undefined;
	readonly withdrawn: Withdrawal | undefined;
}

export interface Withdrawal {
	readonly at: string;
	readonly reason: string;
}

export interface Thread extends Said {
	readonly subject: Subject;
	readonly replies: readonly Said[];
	readonly state: 'open' | 'resolved' | 'withdrawn';
	readonly assigned: DeviceId | undefined;
	/** Every entry that counts in it, in order, the one that began it first. */
	readonly entries: readonly ReviewEntry[];
}

export interface Suggestion extends Said {
	readonly subject: CellSubject;
	/** What stood there when it was made. */
	readonly present: CellValue;
	readonly proposed: CellValue;
	readonly state: 'pending' | 'accepted' | 'refused' | 'withdrawn';
	/** The decision that counts: the first. */
	readonly decision: EntryOf<'decide'> | undefined;
	/** Decisions that came after it. They change nothing and are shown. */
	readonly laterDecisions: readonly EntryOf<'decide'>[];
}

export interface SignOff extends Said {
	readonly subject: Subject;
	readonly as: SignAs;
	/** SHA-256 of the signed content's text (signed-content.ts). */
	readonly content: string;
	/** That text, where it was small enough to be kept with the signature. */
	readonly shown: string | undefined;
	/** A later one by the same device, of the same subject and in the same part. */
	readonly replacedBy: EntryId | undefined;
}

/** What the team keeps to itself about a subject. */
export interface TeamNote {
	readonly subject: Subject;
	readonly text: string;
	readonly author: DeviceId;
	readonly name: string;
	readonly at: string;
}

/** Why an entry changes nothing. */
export const danglingWords = {
	missing: 'What it refers to is not here.',
	'not-theirs': 'Only whoever wrote something may reword it or take it back.',
	'not-allowed': 'Whoever wrote it may not do that, or was no member any more.',
	late: 'It was decided, done or taken back before.',
	twice: 'Another entry has the same place in its chain.',
} as const;

/** An entry that refers to what is not there, or that its author may not write: shown, without effect. */
export interface Dangling {
	readonly entry: ReviewEntry;
	readonly why: keyof typeof danglingWords;
}

/** Where a suggestion is now, given what stands in its cell. */
export type SuggestionStanding = Suggestion['state'] | 'stale' | 'taken' | 'overtaken';

/**
 * 'taken' where the cell already says what was proposed, 'stale' where it says neither that nor what
 * stood there when it was suggested; 'overtaken' where it was accepted and does not say it any more,
 * as after an undo. Members of a set count in any order.
 */
export function suggestionStanding(suggestion: Suggestion, now: CellValue): SuggestionStanding {
	const { state, present, proposed } = suggestion;
	if (state === 'accepted') {
		return sameValue(valueToSet(suggestion, now), now) ? 'accepted' : 'overtaken';
	}
	if (state !== 'pending') return state;
	if (sameValue(now, proposed)) return 'taken';
	return sameValue(now, present) ? 'pending' : 'stale';
}

/**
 * What a suggestion sets where `now` stands: its value; in a set that others changed meanwhile, only
 * the members it adds and takes out, so that theirs stay.
 */
export function valueToSet({ present, proposed }: Suggestion, now: CellValue): CellValue {
	if (typeof proposed === 'string' || typeof now === 'string' || sameValue(now, present)) {
		return proposed;
	}
	const before = typeof present === 'string' ? [] : present;
	const kept = now.filter((member) => proposed.includes(member) || !before.includes(member));
	return [
		...kept,
		...proposed.filter((member) => !before.includes(member) && !kept.includes(member)),
	];
}

/** True for the same text, or the same members in any order; no members are the same as no text. */
export function sameValue(a: CellValue, b: CellValue): boolean {
	if (typeof a === 'string' && typeof b === 'string') return a === b;
	const [left, right] = [new Set(membersOf(a)), new Set(membersOf(b))];
	return left.size === right.size && [...left].every((member) => right.has(member));
}

function membersOf(value: CellValue): readonly string[] {
	if (typeof value !== 'string') return value;
	return value === '' ? [] : [value];
}
