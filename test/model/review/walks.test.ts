/** Agendas, what awaits somebody, and the words of entries. */
import { describe, expect, test } from 'vitest';
import {
	agendaProgress,
	agendaSubjects,
	neighbour,
	nextLeft,
	type AgendaChoice,
	type Walk,
} from '../../../src/model/review/agenda.ts';
import { entryId, type EntryBody } from '../../../src/model/review/entry.ts';
import { entryWords, subjectOfEntry } from '../../../src/model/review/entry-words.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import { inboxOf, type InboxOptions } from '../../../src/model/review/inbox.ts';
import type { DeviceId, Role } from '../../../src/model/review/member.ts';
import { readAll, type ReadMark } from '../../../src/model/review/read-mark.ts';
import { subjectKey, type Subject } from '../../../src/model/review/subject.ts';
import { aRecord } from '../../support/records.ts';
import { ALog, ana, aRoster, ben, cleo, nameOf } from './a-log.ts';

const roster = aRoster();
const retired = { at: '', by: '', reason: 'Merged' };
const controls = [
	aRecord('controls', 'a', { controlId: 'AC-01', isKey: 'yes', criteria: ['CC6.1'] }),
	aRecord('controls', 'b', { controlId: 'AC-02' }),
	aRecord('controls', 'c', { controlId: 'AC-03' }),
	aRecord('controls', 'd', { retired }),
];
const [a, b, c] = ['a', 'b', 'c'].map((name): Subject => ({
	kind: 'record',
	record: `control:${name}`,
})) as [Subject, Subject, Subject];
const cell = { kind: 'cell', record: 'control:a', field: 'frequency' } as const;
const digest = 'a'.repeat(64);
const changed = 'b'.repeat(64);

function walkOf(log: ALog, device: DeviceId, now: Readonly<Record<string, string>> = {}): Walk {
	const state = foldReview(log.entries, { roster });
	return { state, device, contentOf: (subject) => now[subjectKey(subject)] ?? digest };
}

function keysOf(choice: AgendaChoice, walk: Walk): readonly string[] {
	return agendaSubjects(choice, controls, walk).map((subject) => subjectKey(subject).slice(-1));
}

function look(subject: Subject, content = digest): EntryBody {
	return { kind: 'look', subject, content, outcome: 'fine' };
}

describe('agenda', () => {
	test('[P-19] a subject is done where this device looked at it or signed it as it stands now', () => {
		const log = new ALog();
		log.write(ana, look(a));
		log.write(ana, { kind: 'sign', subject: b, as: 'reviewer', content: digest, note: '' });
		log.write(ana, look(c, changed));
		log.write(ben, look(c));
		const walk = walkOf(log, ana);
		const all = agendaSubjects({ kind: 'all' }, controls, walk);
		expect(agendaProgress(all, walk)).toEqual({ done: 2, left: 1, total: 3 });
		expect(keysOf({ kind: 'changed' }, walk)).toEqual(['c']);
		const later = walkOf(log, ana, { 'record/control:a': changed });
		expect(keysOf({ kind: 'changed' }, later)).toEqual(['a', 'c']);
	});

	test('it holds what the choice says, in the order of the controls', () => {
		const log = new ALog();
		log.write(ana, { kind: 'thread', subject: cell, text: 'Why?', mentions: [] });
		const body = { kind: 'suggest', present: '', proposed: 'x', note: '' } as const;
		log.write(cleo, { ...body, subject: { kind: 'cell', record: 'control:b', field: 'owner' } });
		log.write(ana, { kind: 'sign', subject: c, as: 'preparer', content: digest, note: '' });
		log.write(ana, { kind: 'sign', subject: b, as: 'preparer', content: changed, note: '' });
		const walk = walkOf(log, ana);
		expect(keysOf({ kind: 'all' }, walk)).toEqual(['a', 'b', 'c']);
		expect(keysOf({ kind: 'threads' }, walk)).toEqual(['a']);
		expect(keysOf({ kind: 'suggestions' }, walk)).toEqual(['b']);
		expect(keysOf({ kind: 'unsigned', as: 'preparer' }, walk)).toEqual(['a', 'b']);
		expect(keysOf({ kind: 'key' }, walk)).toEqual(['a']);
		expect(keysOf({ kind: 'criterion', criterion: 'CC6.1' }, walk)).toEqual(['a']);
	});

	test('one walks to the neighbours, or round to what is left', () => {
		const log = new ALog();
		log.write(ana, look(c));
		const walk = walkOf(log, ana);
		const all = [a, b, c];
		expect([neighbour(all, a, 1), neighbour(all, c, 1), neighbour(all, a, -1)]).toEqual([
			...[b, undefined, undefined],
		]);
		expect([neighbour(all, undefined, 1), neighbour(all, undefined, -1)]).toEqual([a, c]);
		expect([nextLeft(all, undefined, walk), nextLeft(all, b, walk)]).toEqual([a, a]);
		expect(nextLeft([c], undefined, walk)).toBeUndefined();
	});
});

describe('what awaits somebody', () => {
	function awaits(log: ALog, device: DeviceId, role: Role, more: Partial<InboxOptions> = {}) {
		const state = foldReview(log.entries, { roster });
		return inboxOf(state, {
			...{ device, role, read: {}, valueNow: () => 'monthly', contentOf: () => digest },
			...more,
		});
	}

	test('[P-20] threads assigned to them, and news in those that name them or are theirs', () => {
		const log = new ALog();
		const thread = { kind: 'thread', subject: cell, text: 'Why?', mentions: [] } as const;
		log.write(ben, { ...thread, mentions: [], assigned: ana });
		log.write(ben, { ...thread, mentions: [ana] });
		const own = log.write(ana, { ...thread, mentions: [] });
		log.write(ben, { ...thread, mentions: [] });
		log.write(ben, { kind: 'reply', thread: own.id, text: 'So', mentions: [] });
		const whys = (read: ReadMark) =>
			awaits(log, ana, 'owner', { read }).map((item) => item.kind === 'thread' && item.why);
		expect(whys({})).toEqual(['answered', 'mentioned', 'assigned']);
		expect(whys(readAll(log.entries))).toEqual(['assigned']);
	});

	test('[P-20] suggestions await editors, with where they stand', () => {
		const log = new ALog();
		const body = { kind: 'suggest', subject: cell, proposed: 'annual', note: '' } as const;
		log.write(cleo, { ...body, present: 'monthly' });
		log.write(cleo, { ...body, present: 'weekly' });
		const standings = awaits(log, ben, 'editor').map((one) => 'standing' in one && one.standing);
		expect(standings).toEqual(['stale', 'pending']);
		expect(awaits(log, cleo, 'reviewer')).toEqual([]);
	});

	test('[P-20] their own sign-offs that are out of date', () => {
		const log = new ALog();
		log.write(cleo, { kind: 'sign', subject: a, as: 'reviewer', content: changed, note: '' });
		log.write(cleo, { kind: 'sign', subject: b, as: 'reviewer', content: digest, note: '' });
		expect(awaits(log, cleo, 'reviewer').map(({ kind }) => kind)).toEqual(['sign-off']);
		expect(awaits(log, ben, 'editor')).toEqual([]);
	});
});

test('every entry has a line of words', () => {
	const log = new ALog();
	const thread = log.write(cleo, { kind: 'thread', subject: a, text: 'Why?', mentions: [] });
	const suggestion = log.write(cleo, {
		...{ kind: 'suggest', subject: cell, present: 'monthly', proposed: 'quarterly', note: '' },
	});
	log.write(cleo, {
		...{ kind: 'suggest', present: ['CC6.1'], proposed: ['CC6.2'], note: '' },
		subject: { ...cell, field: 'criteria' },
	});
	log.write(ben, { kind: 'decide', suggestion: suggestion.id, outcome: 'accepted', note: '' });
	log.write(ben, { kind: 'assign', thread: thread.id, to: cleo });
	log.write(cleo, { kind: 'reword', entry: thread.id, text: 'Why not?', mentions: [] });
	log.write(cleo, { kind: 'withdraw', entry: suggestion.id, reason: '' });
	log.write(ben, { kind: 'resolve', thread: `${ana}.review.9` });
	const test: Subject = { kind: 'test', record: 'control:a' };
	log.write(cleo, { kind: 'sign', subject: test, as: 'reviewer', content: digest, note: '' });
	log.write(ana, { kind: 'deeds', items: [['activity:a', digest]] });
	const byId = new Map(log.entries.map((entry) => [entryId(entry), entry]));
	const names = {
		record: (id: string) => controls.find((control) => control.id === id),
		column: () => undefined,
		person: (device: DeviceId) => (device === cleo ? 'Cleo Vale' : undefined),
		entry: (id: string) => byId.get(id),
	};
	expect(log.entries.map((entry) => entryWords(entry, names))).toEqual([
		'Cleo Vale began a thread about AC-01',
		'Cleo Vale suggested Quarterly for Frequency of AC-01',
		'Cleo Vale suggested adding CC6.2 and removing CC6.1 for Criteria of AC-01',
		'Ben accepted the suggestion of Quarterly for Frequency of AC-01 by Cleo Vale',
		'Ben assigned the thread about AC-01 to Cleo Vale',
		'Cleo Vale reworded a thread about AC-01',
		'Cleo Vale took back the suggestion of Quarterly for Frequency of AC-01',
		'Ben resolved the thread about something that is not here',
		'Cleo Vale signed the test of AC-01 as reviewer',
		`${nameOf(ana)} put 1 change under seal`,
	]);
	const subjects = log.entries.map(({ body }) => subjectOfEntry(body, names.entry));
	expect(subjects.map((subject) => subject && subjectKey(subject).split('/')[0])).toEqual([
		...['record', 'cell', 'cell', 'cell', 'record', 'record', 'cell', undefined, 'test', undefined],
	]);
});
