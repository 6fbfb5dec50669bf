/** One line of the history: something done in the workbook, or written in its review. */
import type { Doers } from '../../live/doers.svelte.ts';
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { entryWords, subjectOfEntry } from '../../model/review/entry-words.ts';
import { recordOf } from '../../model/review/subject.ts';
import {
	isRegisterName,
	recordName,
	valueAt,
	type RegisterRecord,
} from '../../model/registers/register.ts';
import { registerOfId } from '../../model/registers/registers.ts';
import type { ActivityEntry } from '../../workbook/activity.ts';
import { changedColumn } from '../../workbook/change-words.ts';

export interface HistoryLine {
	readonly id: string;
	readonly at: string;
	/** Who did it, by name. */
	readonly who: string;
	/** Tells people apart, whatever they are called. */
	readonly person: string;
	readonly label: string;
	readonly kind: DeedKind;
	readonly changes: ActivityEntry['changes'];
	/** The records of registers it was about, each once. */
	readonly records: readonly string[];
}

export const deedKinds = [
	{ value: 'edited', label: 'Edited values' },
	{ value: 'added', label: 'Added' },
	{ value: 'retired', label: 'Retired or restored' },
	{ value: 'imported', label: 'Imported' },
	{ value: 'stepped', label: 'Undone or done again' },
	{ value: 'other', label: 'Something else' },
	{ value: 'review', label: 'Written in the review' },
] as const;

export type DeedKind = (typeof deedKinds)[number]['value'];

/** A deed in the workbook as a line. */
export function workbookLine(entry: ActivityEntry, doers: Doers): HistoryLine {
	const { id, at, label, changes } = entry;
	const { key: person, name: who } = doers.of(entry);
	const records = recordsOf(changes);
	return { id, at, who, person, label, kind: kindOf(entry), changes, records };
}

/** What was written in a review as lines; that deeds were put under seal is no news to anybody. */
export function reviewLines(review: LiveReview, live: LiveWorkbook): readonly HistoryLine[] {
	const { entries } = review.state;
	const entry = (id: string) => entries.get(id);
	const names = {
		...{ ...live.names, entry, person: (device: string) => review.nameOf(device) },
		nameBefore: (id: string) => review.nameBefore(id),
	};
	return review.entries.flatMap((each) => {
		if (each.body.kind === 'deeds') return [];
		const who = review.nameOf(each.author);
		const words = entryWords(each, names).slice(who.length).trim();
		const subject = subjectOfEntry(each.body, entry);
		const record = subject && recordOf(subject);
		return [
			{
				...{ id: `${each.author}.${each.channel}.${each.seq}`, at: each.at },
				...{ who, person: each.author },
				...{ label: words.charAt(0).toUpperCase() + words.slice(1), kind: 'review', changes: [] },
				records: record === undefined ? [] : [record],
			} as const,
		];
	});
}

/** The one record that a line is about, where it was one that is still there. */
export function recordOfLine(
	{ records }: HistoryLine,
	live: LiveWorkbook,
): { readonly id: string; readonly name: string } | undefined {
	const [id, ...others] = records;
	const register = id === undefined || others.length > 0 ? undefined : registerOfId(id);
	const record = register && id !== undefined ? live.record(register.name, id) : undefined;
	return register && record && { id: record.id, name: recordName(register, record) };
}

/** True where a line changed this field, or own column, of some record. */
export function touches({ changes }: HistoryLine, field: string): boolean {
	return changes.some((change) => changedColumn(change) === field);
}

/** What a line can be found by: what was done, and the records it was done to, as they are now. */
export function searchText({ label, records }: HistoryLine, live: LiveWorkbook): string {
	const names = records.map((id) => wordsOf(id, live.names.record(id)));
	return [label, ...names].join('\n').toLocaleLowerCase('en');
}

function recordsOf(changes: ActivityEntry['changes']): readonly string[] {
	return [...new Set(changes.flatMap(({ table, id }) => (isRegisterName(table) ? [id] : [])))];
}

function kindOf({ name, changes, created }: ActivityEntry): DeedKind {
	if (name === 'undo' || name === 'redo') return 'stepped';
	if (/^(import|takeNextVersion)/.test(name)) return 'imported';
	if (changes.length > 0 && changes.every(({ path }) => path === 'retired')) return 'retired';
	if (created > 0) return 'added';
	return changes.length > 0 ? 'edited' : 'other';
}

/** Everything that names a record. */
function wordsOf(id: string, record: RegisterRecord | undefined): string {
	const naming = registerOfId(id)?.naming ?? [];
	return record ? naming.map((key) => String(valueAt(record, key))).join(' ') : '';
}
