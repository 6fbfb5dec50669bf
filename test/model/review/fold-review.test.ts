import { describe, expect, test } from 'vitest';
import { byClock, type BodyOf } from '../../../src/model/review/entry.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import { suggestionStanding } from '../../../src/model/review/review-items.ts';
import { at } from '../../support/at.ts';
import { ALog, ana, aRoster, ben, cleo, dan } from './a-log.ts';

const record = { kind: 'record', record: 'control:a' } as const;
const cell = { kind: 'cell', record: 'control:a', field: 'frequency' } as const;
const thread: BodyOf<'thread'> = {
	kind: 'thread',
	subject: cell,
	text: 'Why monthly?',
	mentions: [],
};
const roster = aRoster();

type Value = BodyOf<'suggest'>['present'];

function suggest(present: Value = 'monthly', proposed: Value = 'quarterly'): BodyOf<'suggest'> {
	return { kind: 'suggest', subject: cell, present, proposed, note: '' };
}

function decide(suggestion: string, outcome: BodyOf<'decide'>['outcome']) {
	return { kind: 'decide', suggestion, outcome, note: '' } as const;
}

describe('threads', () => {
	test('a thread is answered, assigned, resolved and opened again, and counted while it is open', () => {
		const log = new ALog();
		const { id } = log.write(cleo, { ...thread, assigned: ben });
		log.write(ben, { kind: 'reply', thread: id, text: 'It was agreed.', mentions: [cleo] });
		log.write(ben, { kind: 'assign', thread: id, to: cleo });
		log.write(cleo, { kind: 'resolve', thread: id });
		const resolved = foldReview(log.entries, { roster });
		expect(resolved.openCount('control:a')).toBe(0);
		log.write(ana, { kind: 'reopen', thread: id });
		const state = foldReview(log.entries, { roster });
		const [found] = state.threadsOn(cell);
		expect(found).toMatchObject({ state: 'open', assigned: cleo, text: 'Why monthly?' });
		expect(found?.replies.map(({ text }) => text)).toEqual(['It was agreed.']);
		expect(found?.entries).toHaveLength(5);
		expect(state.openCount('control:a')).toBe(1);
		expect(state.openCount('control:a', 'frequency')).toBe(1);
		expect(state.openCount('control:a', 'owner')).toBe(0);
		expect(state.dangling).toEqual([]);
	});

	test('[P-11] an author rewords and takes back what they wrote; the entries stay', () => {
		const log = new ALog();
		const { id } = log.write(cleo, thread);
		const reply = log.write(ben, { kind: 'reply', thread: id, text: 'Yse', mentions: [] });
		log.write(ben, { kind: 'reword', entry: reply.id, text: 'Yes', mentions: [] });
		log.write(cleo, { kind: 'withdraw', entry: id, reason: 'Asked twice' });
		log.write(ben, { kind: 'reply', thread: id, text: 'Pity', mentions: [] });
		const state = foldReview(log.entries, { roster });
		const found = state.threads.get(id);
		expect(found).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'Asked twice' } });
		expect(found?.replies.map(({ text }) => text)).toEqual(['Yes', 'Pity']);
		expect(found?.entries).toHaveLength(5);
		expect(state.openCount('control:a')).toBe(0);
	});

	test('[P-11] nobody rewords or takes back what another wrote', () => {
		const log = new ALog();
		const { id } = log.write(cleo, thread);
		log.write(ana, { kind: 'reword', entry: id, text: 'All is well', mentions: [] });
		log.write(ana, { kind: 'withdraw', entry: id, reason: '' });
		const state = foldReview(log.entries, { roster });
		expect(state.threads.get(id)).toMatchObject({ text: 'Why monthly?', state: 'open' });
		expect(state.dangling.map(({ why }) => why)).toEqual(['not-theirs', 'not-theirs']);
	});

	test('[P-11] entries about what is not here are kept apart', () => {
		const log = new ALog();
		const gone = `${ana}.review.99`;
		log.write(cleo, { kind: 'reply', thread: gone, text: 'Yes', mentions: [] });
		log.write(cleo, { kind: 'resolve', thread: gone });
		log.write(cleo, { kind: 'reword', entry: gone, text: 'No', mentions: [] });
		log.write(ben, decide(gone, 'accepted'));
		const state = foldReview(log.entries, { roster });
		expect(state.dangling.map(({ why }) => why)).toEqual(Array(4).fill('missing'));
		expect(state.threads.size).toBe(0);
	});

	test('what is said in one audience does not reach into the other', () => {
		const log = new ALog();
		const { id } = log.write(ben, thread, { channel: 'team' });
		log.write(ben, { kind: 'reply', thread: id, text: 'Seen by all', mentions: [] });
		const state = foldReview(log.entries, { roster });
		expect(state.threads.get(id)?.replies).toEqual([]);
		expect(state.dangling).toHaveLength(1);
	});
});

describe('suggestions', () => {
	test('[P-12] the first decision counts, a later one is shown', () => {
		const log = new ALog();
		const { id } = log.write(cleo, suggest());
		log.write(ben, decide(id, 'refused'));
		log.write(ana, decide(id, 'accepted'));
		log.write(cleo, { kind: 'withdraw', entry: id, reason: '' });
		const state = foldReview(log.entries, { roster });
		const found = state.suggestions.get(id);
		expect(found).toMatchObject({ state: 'refused', decision: { author: ben } });
		expect(found?.laterDecisions.map(({ author }) => author)).toEqual([ana]);
		expect(state.dangling.map(({ why }) => why)).toEqual(['late', 'late']);
	});

	test('[P-12] reviewers and viewers decide nothing', () => {
		const log = new ALog();
		const { id } = log.write(cleo, suggest());
		log.write(cleo, decide(id, 'accepted'));
		log.write(dan, decide(id, 'accepted'));
		const state = foldReview(log.entries, { roster });
		expect(state.suggestions.get(id)?.state).toBe('pending');
		expect(state.pendingCount('control:a', 'frequency')).toBe(1);
		expect(state.dangling.map(({ why }) => why)).toEqual(['not-allowed', 'not-allowed']);
	});

	test.each<[Value, Value, Value, string]>([
		['monthly', 'quarterly', 'monthly', 'pending'],
		['monthly', 'quarterly', 'quarterly', 'taken'],
		['monthly', 'quarterly', 'annual', 'stale'],
		[['CC6.1', 'CC6.2'], ['CC6.1'], ['CC6.2', 'CC6.1'], 'pending'],
		[[], ['CC6.1'], '', 'pending'],
		[['CC6.1'], [], ['CC7.1'], 'stale'],
	])('[P-12] %j → %j in a cell that says %j is %s', (present, proposed, now, standing) => {
		const log = new ALog();
		log.write(cleo, suggest(present, proposed));
		const state = foldReview(log.entries, { roster });
		expect(suggestionStanding(at([...state.suggestions.values()], 0), now)).toBe(standing);
	});

	test.each<[Value, Value, Value, string]>([
		['monthly', 'quarterly', 'quarterly', 'accepted'],
		['monthly', 'quarterly', 'monthly', 'overtaken'],
		['monthly', 'quarterly', '', 'overtaken'],
		[['CC6.1'], ['CC6.2'], ['CC7.3', 'CC6.2'], 'accepted'],
		[['CC6.1'], ['CC6.2'], ['CC6.1', 'CC7.3'], 'overtaken'],
		[['CC6.1'], [], '', 'accepted'],
	])(
		'[P-12] %j → %j, accepted, in a cell that says %j is %s',
		(present, proposed, now, standing) => {
			const log = new ALog();
			const { id } = log.write(cleo, suggest(present, proposed));
			log.write(ben, decide(id, 'accepted'));
			const state = foldReview(log.entries, { roster });
			expect(suggestionStanding(at([...state.suggestions.values()], 0), now)).toBe(standing);
		},
	);
});

describe('who counts', () => {
	test('without a member list everything counts as the owner’s', () => {
		const log = new ALog();
		const { id } = log.write(ana, suggest());
		log.write(ana, decide(id, 'accepted'));
		expect(foldReview(log.entries).suggestions.get(id)?.state).toBe('accepted');
	});

	test('[P-13] what an editor decided stands after they became a reviewer, what they decide then does not', () => {
		const log = new ALog();
		const first = log.write(cleo, suggest());
		const second = log.write(cleo, suggest());
		log.write(ben, decide(first.id, 'accepted'));
		log.write(ben, decide(second.id, 'accepted'));
		const heads = { review: 1, team: 0 };
		const demoted = aRoster({ kind: 'role', device: ben, role: 'reviewer', heads });
		const state = foldReview(log.entries, { roster: demoted });
		expect(state.suggestions.get(first.id)?.state).toBe('accepted');
		expect(state.suggestions.get(second.id)?.state).toBe('pending');
	});

	test('[P-13] what a removed member wrote before stays, what they wrote after changes nothing', () => {
		const log = new ALog();
		log.write(cleo, thread);
		log.write(cleo, thread);
		const removed = aRoster({ kind: 'remove', device: cleo, heads: { review: 1, team: 0 } });
		const state = foldReview(log.entries, { roster: removed });
		expect([...state.threads.values()].map(({ state: is }) => is)).toEqual(['open']);
		expect(state.dangling.map(({ why }) => why)).toEqual(['not-allowed']);
	});

	test('notes are the team’s, the latest stands, and an empty one is none', () => {
		const log = new ALog();
		const note = { kind: 'note', subject: record } as const;
		log.write(ana, { ...note, text: 'Weak' }, { channel: 'team' });
		log.write(ben, { ...note, text: 'Weaker' }, { channel: 'team' });
		log.write(cleo, { ...note, text: 'I was here' }, { channel: 'team' });
		log.write(ana, { ...note, text: 'For all to see' });
		const state = foldReview(log.entries, { roster });
		expect(state.noteOn(record)).toMatchObject({ text: 'Weaker', author: ben });
		log.write(ana, { ...note, text: ' ' }, { channel: 'team' });
		expect(foldReview(log.entries, { roster }).noteOn(record)).toBeUndefined();
	});

	test('a second entry at one place of a chain changes nothing', () => {
		const log = new ALog();
		const first = log.write(cleo, thread);
		log.write(cleo, { ...thread, text: 'Another' }, { seq: first.seq });
		const state = foldReview([...log.entries].sort(byClock), { roster });
		expect([...state.threads.values()].map(({ text }) => text)).toEqual(['Why monthly?']);
		expect(state.dangling.map(({ why }) => why)).toEqual(['twice']);
	});
});
