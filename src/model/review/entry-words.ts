/** One line of words for an entry of a review, as the history shows it. */
import { wordList } from '../../base/word-list.ts';
import { fieldOf, subjectWords, type SubjectNames } from './subject-words.ts';
import { cellWords } from './content-changes.ts';
import {
	entryId,
	type CellValue,
	type EntryBody,
	type EntryId,
	type ReviewEntry,
} from './entry.ts';
import type { DeviceId } from './member.ts';
import { cleanName } from './person-name.ts';
import { signAsWords } from './sign-off.ts';
import type { CellSubject, Subject } from './subject.ts';

/** Where names come from: people, records and entries as they stand now. */
export interface ReviewNames extends SubjectNames {
	/** What a device is called in the member list; undefined for strangers. */
	readonly person: (device: DeviceId) => string | undefined;
	readonly entry: (id: EntryId) => ReviewEntry | undefined;
	/** What the author of an entry was called before it, where that is known. */
	readonly nameBefore?: (id: EntryId) => string | undefined;
}

/** “Priya suggested Quarterly for Frequency of AC-01”. */
export function entryWords(entry: ReviewEntry, names: ReviewNames): string {
	const who = names.person(entry.author) ?? entry.name;
	return `${who} ${deedWords(entry, names)}`;
}

function deedWords(entry: ReviewEntry, names: ReviewNames): string {
	const { author, body } = entry;
	switch (body.kind) {
		case 'thread':
			return `began a thread about ${subjectWords(body.subject, names)}${assignedTo(body.assigned, names)}`;
		case 'reply':
			return `replied about ${about(body.thread, names)}`;
		case 'resolve':
			return `resolved the thread about ${about(body.thread, names)}`;
		case 'reopen':
			return `opened the thread about ${about(body.thread, names)} again`;
		case 'assign':
			return body.to === undefined
				? `took the thread about ${about(body.thread, names)} from whoever had it`
				: `assigned the thread about ${about(body.thread, names)}${toWhom(body.to, names)}`;
		case 'reword':
			return `reworded ${whatWas(body.entry, names)}`;
		case 'withdraw':
			return `took back ${whatWas(body.entry, names)}`;
		case 'suggest':
			return `suggested ${proposedWords(body, names)} for ${subjectWords(body.subject, names)}`;
		case 'decide':
			return `${body.outcome} ${whatWas(body.suggestion, names, author)}`;
		case 'sign':
			return `signed ${subjectWords(body.subject, names)} as ${signAsWords[body.as].label.toLowerCase()}`;
		case 'note':
			return body.text.trim() === ''
				? `removed the team note on ${subjectWords(body.subject, names)}`
				: `wrote a team note on ${subjectWords(body.subject, names)}`;
		case 'look':
			return body.outcome === 'fine'
				? `looked at ${subjectWords(body.subject, names)}`
				: `looked at ${subjectWords(body.subject, names)} and has a question`;
		case 'milestone':
			return `named this state of the workbook “${body.name}”`;
		case 'profile': {
			const before = names.nameBefore?.(entryId(entry));
			const name = `“${cleanName(body.name)}”`;
			return before !== undefined && before !== cleanName(body.name)
				? `changed their name from “${before}” to ${name}`
				: `took the name ${name}`;
		}
		case 'deeds':
			return body.items.length === 1
				? 'put 1 change under seal'
				: `put ${body.items.length} changes under seal`;
	}
}

/** “the suggestion of Quarterly for Frequency of AC-01 by Ben” */
function whatWas(id: EntryId, names: ReviewNames, teller?: DeviceId): string {
	const entry = names.entry(id);
	const body = entry?.body;
	const by =
		teller === undefined || entry === undefined || entry.author === teller
			? ''
			: ` by ${names.person(entry.author) ?? entry.name}`;
	switch (body?.kind) {
		case 'thread':
			return `a thread about ${subjectWords(body.subject, names)}${by}`;
		case 'reply':
			return `a reply about ${about(body.thread, names)}${by}`;
		case 'suggest':
			return `the suggestion of ${proposedWords(body, names)} for ${subjectWords(body.subject, names)}${by}`;
		case 'sign':
			return `a sign-off of ${subjectWords(body.subject, names)} as ${signAsWords[body.as].label.toLowerCase()}${by}`;
		default:
			return 'something that is not here';
	}
}

/** What a thread is about. */
function about(thread: EntryId, names: ReviewNames): string {
	const body = names.entry(thread)?.body;
	return body?.kind === 'thread' ? subjectWords(body.subject, names) : 'something that is not here';
}

/** What an entry is about, itself or through the entry it refers to; undefined where that is gone. */
export function subjectOfEntry(
	body: EntryBody,
	entryOf: (id: EntryId) => ReviewEntry | undefined,
): Subject | undefined {
	if ('subject' in body) return body.subject;
	const to = referredTo(body);
	const other = to === undefined ? undefined : entryOf(to)?.body;
	if (!other) return undefined;
	if ('subject' in other) return other.subject;
	// A reply that was reworded leads to its thread, and no further.
	if (other.kind !== 'reply') return undefined;
	const thread = entryOf(other.thread)?.body;
	return thread?.kind === 'thread' ? thread.subject : undefined;
}

function referredTo(body: EntryBody): EntryId | undefined {
	if ('thread' in body) return body.thread;
	if ('entry' in body) return body.entry;
	return 'suggestion' in body ? body.suggestion : undefined;
}

/** A suggestion's proposed value in words; for a set what it puts in and takes out. */
function proposedWords(
	{ subject, present, proposed }: SuggestedValue,
	{ record }: ReviewNames,
): string {
	const field = fieldOf(subject);
	if (typeof present !== 'string' && typeof proposed !== 'string') {
		const added = proposed.filter((member) => !present.includes(member));
		const removed = present.filter((member) => !proposed.includes(member));
		return wordList([
			...(added.length > 0 ? [`adding ${cellWords(field, added, record)}`] : []),
			...(removed.length > 0 ? [`removing ${cellWords(field, removed, record)}`] : []),
		]);
	}
	return proposed.length === 0 ? 'nothing' : cut(cellWords(field, proposed, record));
}

interface SuggestedValue {
	readonly subject: CellSubject;
	readonly present: CellValue;
	readonly proposed: CellValue;
}

/** A long text is not told in a line. */
function cut(text: string): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	const letters = Array.from(line);
	return letters.length > 60 ? `“${letters.slice(0, 59).join('')}…”` : line;
}

function assignedTo(device: DeviceId | undefined, names: ReviewNames): string {
	return device === undefined ? '' : `, assigned${toWhom(device, names)}`;
}

function toWhom(device: DeviceId | undefined, names: ReviewNames): string {
	return device === undefined ? '' : ` to ${names.person(device) ?? 'somebody not in the list'}`;
}
