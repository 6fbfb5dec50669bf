import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkSignOffs, type SignOffChecks } from '../../../src/model/review/check-sign-offs.ts';
import type { ReviewEntry } from '../../../src/model/review/entry.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import type { Roster } from '../../../src/model/review/roster.ts';
import {
	entriesToHandOut,
	readSignOffFile,
	writeSignOffFile,
	type SignOffFile,
} from '../../../src/model/review/sign-off-file.ts';
import { contentOf, contentText } from '../../../src/model/review/signed-content.ts';
import { aRecord } from '../../support/records.ts';
import { ALog, ana, aRoster, cleo, dan } from './a-log.ts';
import { present } from './a-workbook-now.ts';

const subject = { kind: 'record', record: 'control:a' } as const;
const content = contentOf(
	subject,
	present({ records: [aRecord('controls', 'a', { controlId: 'AC-01' })] }),
);
if (!content) throw new Error('Nothing to sign');
const shown = contentText(content);
const roster = aRoster();
const statement = {
	...{
		index: 0,
		previous: '',
		at: '',
		signer: ana,
		epoch: 1,
		grants: [],
		signature: 's'.repeat(86),
	},
	change: {
		kind: 'found',
		nonce: 'n',
		owner: { device: ana, agreement: ana, name: 'Ana', role: 'owner' },
	},
} as const;

function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function checks(members: Roster = roster, isSigned = true): SignOffChecks {
	return {
		isSigned: () => Promise.resolve(isSigned),
		sha256: (text) => Promise.resolve(digestOf(text)),
		roster: () => Promise.resolve({ roster: members, fault: undefined }),
	};
}

function aFile(log: ALog, more: Partial<SignOffFile> = {}): SignOffFile {
	const state = foldReview(log.entries, { roster });
	return {
		...{ workbook: 'Acme SOC 2', madeAt: '2026-11-21T10:00:00Z', scope: 'review-1' },
		...{
			statements: [{ ...statement, grants: [], change: { ...statement.change } }],
			contents: {},
		},
		entries: entriesToHandOut(state, new Set(state.signOffs.keys())),
		...more,
	};
}

function sign(log: ALog, author = cleo, more: Partial<ReviewEntry> = {}) {
	const signed = { kind: 'sign', subject, as: 'reviewer', note: '' } as const;
	return log.write(author, { ...signed, content: digestOf(shown), shown }, more);
}

test('[P-21] a file holds sign-offs and what takes them back, and nothing else that was said', () => {
	const log = new ALog();
	log.write(cleo, { kind: 'thread', subject, text: 'A secret thread', mentions: [] });
	const { id } = sign(log);
	sign(log, ana, { channel: 'team' });
	log.write(cleo, { kind: 'withdraw', entry: id, reason: 'Too soon' });
	const text = writeSignOffFile(aFile(log));
	expect(text).not.toContain('secret');
	const read = readSignOffFile(text);
	expect(read).toMatchObject({ ok: true, value: aFile(log) });
	expect(aFile(log).entries.map(({ body, channel }) => `${body.kind} ${channel}`)).toEqual([
		...['sign review', 'withdraw review'],
	]);
});

test('[P-21] a sign-off that holds is told with its content, its name and whether it was taken back', async () => {
	const log = new ALog();
	const { id } = sign(log);
	const [holds] = (await checkSignOffs(aFile(log), checks())).signOffs;
	expect(holds).toMatchObject({ name: 'Cleo', content, problems: [], withdrawn: undefined });
	log.write(cleo, { kind: 'withdraw', entry: id, reason: 'Too soon' });
	const [taken] = (await checkSignOffs(aFile(log), checks())).signOffs;
	expect(taken?.withdrawn).toMatchObject({ reason: 'Too soon' });
});

test('[P-13] what a signer took back after they were removed is not taken back', async () => {
	const log = new ALog();
	const { id } = sign(log);
	log.write(cleo, { kind: 'withdraw', entry: id, reason: 'In anger' });
	const told = async (review: number) => {
		const removed = aRoster({ kind: 'remove', device: cleo, heads: { review, team: 0 } });
		return (await checkSignOffs(aFile(log), checks(removed))).signOffs;
	};
	expect(await told(1)).toMatchObject([{ problems: [], withdrawn: undefined }]);
	expect(await told(2)).toMatchObject([{ problems: [], withdrawn: { reason: 'In anger' } }]);
});

test('[P-21] a long content stands beside its entry, and is what was signed or is not shown', async () => {
	const log = new ALog();
	const signed = { kind: 'sign', subject, as: 'reviewer', note: '' } as const;
	log.write(cleo, { ...signed, content: digestOf(shown) });
	const told = async (contents: Record<string, string>) =>
		(await checkSignOffs(aFile(log, { contents }), checks())).signOffs[0];
	expect(await told({ [digestOf(shown)]: shown })).toMatchObject({ content, problems: [] });
	expect((await told({ [digestOf(shown)]: shown.replace('AC-01', 'AC-02') }))?.problems).toEqual([
		'What this file shows is not what was signed.',
	]);
	expect((await told({}))?.problems).toEqual(['What was signed is not in this file.']);
});

test('a content of something else is not taken for that of the subject', async () => {
	const log = new ALog();
	const other = { kind: 'record', record: 'control:b' } as const;
	const signed = { kind: 'sign', subject: other, as: 'reviewer', note: '' } as const;
	log.write(cleo, { ...signed, content: digestOf(shown), shown });
	const [told] = (await checkSignOffs(aFile(log), checks())).signOffs;
	expect(told).toMatchObject({ content: undefined });
	expect(told?.problems).toHaveLength(1);
});

test('forged signatures, strangers, viewers and removed signers are told', async () => {
	const problemsOf = async (author: string, how: SignOffChecks) => {
		const log = new ALog();
		const entry = sign(log, author);
		const file = aFile(log, { entries: [{ ...entry, body: { ...entry.body } }] as never });
		return (await checkSignOffs(file, how)).signOffs.flatMap(({ problems }) => problems);
	};
	const removed = aRoster({ kind: 'remove', device: cleo, heads: { review: 0, team: 0 } });
	expect(await problemsOf(cleo, checks(roster, false))).toEqual([
		'Its signature is not that of the device it names. Do not rely on it.',
	]);
	expect(await problemsOf('e'.repeat(43), checks())).toEqual([
		'The device that signed is not in the member list.',
	]);
	expect(await problemsOf(dan, checks())).toEqual([
		'The role of its signer did not allow signing.',
	]);
	expect(await problemsOf(cleo, checks(removed))).toEqual([
		'It was signed after its signer was removed from the member list.',
	]);
});

test('files of something else, of a newer version or cut off are refused in words', () => {
	const newer = JSON.stringify({ format: 'readiness-workbook/sign-offs', version: 2 });
	const refusals = ['', '{', '[]', 'null', newer].map((text) => {
		const read = readSignOffFile(text);
		return read.ok ? '' : read.problems.join(' ');
	});
	expect(refusals.every((words) => words !== '')).toBe(true);
	expect(refusals.at(-1)).toContain('newer version');
});
