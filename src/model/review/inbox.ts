/** What awaits one person in a review, the newest first (SPEC P-20). */
import type { CellValue } from './entry.ts';
import { mayEdit, type DeviceId, type Role } from './member.ts';
import { isUnread, type ReadMark } from './read-mark.ts';
import {
	suggestionStanding,
	type SignOff,
	type Suggestion,
	type SuggestionStanding,
	type Thread,
} from './review-items.ts';
import type { ReviewState } from './review-state.ts';
import type { CellSubject } from './subject.ts';

export interface InboxOptions {
	readonly device: DeviceId;
	readonly role: Role | undefined;
	/** How far this person has read. */
	readonly read: ReadMark;
	/** What stands in a cell now; undefined where its record is gone. */
	readonly valueNow: (subject: CellSubject) => CellValue | undefined;
	/** SHA-256 of what stands now, in the form of what was signed; undefined while it is worked out. */
	readonly contentOf: (signOff: SignOff) => string | undefined;
}

export type InboxItem =
	| {
			readonly kind: 'thread';
			readonly thread: Thread;
			/** Assigned to this person; named in it; or theirs, with an answer. */
			readonly why: 'assigned' | 'mentioned' | 'answered';
			/** True where others wrote in it since this person last read. */
			readonly isNew: boolean;
			readonly clock: number;
	  }
	| {
			readonly kind: 'suggestion';
			readonly suggestion: Suggestion;
			readonly standing: SuggestionStanding;
			readonly isNew: boolean;
			readonly clock: number;
	  }
	/** A sign-off of this person whose content changed since. */
	| {
			readonly kind: 'sign-off';
			readonly signOff: SignOff;
			readonly isNew: false;
			readonly clock: number;
	  };

/**
 * Open threads assigned to this person; threads that name them or are theirs, with news; for editors
 * the suggestions nobody decided; their sign-offs that are out of date.
 */
export function inboxOf(state: ReviewState, options: InboxOptions): readonly InboxItem[] {
	return [
		...threadItems(state, options),
		...suggestionItems(state, options),
		...signOffItems(state, options),
	].sort((a, b) => b.clock - a.clock);
}

function threadItems(state: ReviewState, { device, read }: InboxOptions): InboxItem[] {
	return [...state.threads.values()].flatMap((thread): InboxItem[] => {
		if (thread.state === 'withdrawn') return [];
		const clock = thread.entries.at(-1)?.clock ?? thread.clock;
		const news = thread.entries.filter((one) => isUnread(read, one) && one.author !== device);
		const isNew = news.length > 0;
		const item = (why: 'assigned' | 'mentioned' | 'answered'): InboxItem[] => [
			{ kind: 'thread', thread, why, isNew, clock },
		];
		if (thread.assigned === device && thread.state === 'open') return item('assigned');
		if (!isNew) return [];
		if (isMentioned(thread, device)) return item('mentioned');
		return thread.entries.some(({ author }) => author === device) ? item('answered') : [];
	});
}

function isMentioned({ mentions, replies }: Thread, device: DeviceId): boolean {
	return mentions.includes(device) || replies.some((reply) => reply.mentions.includes(device));
}

function suggestionItems(
	state: ReviewState,
	{ device, role, read, valueNow }: InboxOptions,
): InboxItem[] {
	if (!mayEdit(role)) return [];
	return [...state.suggestions.values()].flatMap((suggestion): InboxItem[] => {
		const { id, author, clock } = suggestion;
		if (suggestion.state !== 'pending') return [];
		const now = valueNow(suggestion.subject);
		const standing = now === undefined ? 'stale' : suggestionStanding(suggestion, now);
		const entry = state.entries.get(id);
		const isNew = entry !== undefined && isUnread(read, entry) && author !== device;
		return [{ kind: 'suggestion', suggestion, standing, isNew, clock }];
	});
}

function signOffItems(state: ReviewState, { device, contentOf }: InboxOptions): InboxItem[] {
	return [...state.signOffs.values()].flatMap((signOff): InboxItem[] => {
		if (signOff.author !== device || signOff.withdrawn || signOff.replacedBy) return [];
		const now = contentOf(signOff);
		if (now === undefined || now === signOff.content) return [];
		return [{ kind: 'sign-off', signOff, isNew: false, clock: signOff.clock }];
	});
}
