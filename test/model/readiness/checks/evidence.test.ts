import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const quarterly = aRecord('controls', 'a', {
	controlId: 'AC-05',
	criteria: ['CC6.2'],
	frequency: 'quarterly',
	evidenceKinds: ['ev-access-review'],
});
const [q1, q2, q3] = ['2026-03-30', '2026-06-30', '2026-10-10'].map((effective, at) =>
	aRecord('evidence', `q${at + 1}`, {
		title: `Review Q${at + 1}`,
		kind: 'ev-access-review',
		controls: ['control:a'],
		systems: ['system:a'],
		state: 'accepted',
		effective,
		captured: effective,
		preparer: 'Kim',
		reviewer: 'Dana',
	}),
) as [Item, Item, Item];
type Item = ReturnType<typeof aRecord<'evidence'>>;
const lateQ2: Item = { ...q2, effective: '2026-07-30' };
const daily = { ...quarterly, frequency: 'weekly', controlId: 'BC-02' };
const setting = { ...quarterly, frequency: 'continuous', controlId: 'AC-01' };
const typeOne = { reportType: 'type1', asOf: '2026-10-31' };
const notApplicable = { status: 'notApplicable', notApplicableReason: 'No staff' };

function logged(finding: string) {
	return aRecord('gaps', 'a', { findingKey: finding, rootCause: 'The reviewer was ill.' });
}

describeChecks('EVD', [
	{
		check: 'EVD-01',
		when: 'a round that is over has no evidence',
		world: { records: [quarterly, q1, q3] },
		says: ['AC-05: no evidence for the round due 30 Jun 2026.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [
			{ records: [quarterly, q1, q2, q3] },
			{ records: [quarterly, q1, { ...q2, state: 'excused', note: 'No staff yet' }, q3] },
			{ records: [quarterly, q1, q3, logged('EVD-01/control:a/2026-06-30')] },
			{ records: [{ ...quarterly, ...notApplicable }] },
			{ records: [{ ...quarterly, criteria: ['A1.1'] }] },
			{ scope: { periodStart: '2026-11-01', periodEnd: '2027-04-30' }, records: [quarterly] },
			{ scope: typeOne, records: [quarterly] },
		],
		mended: { records: [q2] },
	},
	{
		check: 'EVD-01',
		when: 'what was handed in is not accepted',
		world: { records: [quarterly, q1, { ...q2, state: 'submitted' }, q3] },
		says: ['AC-05: no evidence for the round due 30 Jun 2026 is accepted yet.'],
		records: ['control:a', 'evidence:q2'],
		at: 'evidence:q2 state',
		not: [{ records: [quarterly, q1, q2, q3] }],
		mended: { records: [q2] },
	},
	{
		check: 'EVD-01',
		when: 'many rounds of a fast rhythm have none',
		world: {
			records: [daily, { ...q1, items: '2', coversFrom: '2026-01-01', coversTo: '2026-01-11' }],
		},
		says: ['BC-02: no evidence for 44 of 46 rounds, the first due 18 Jan 2026.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [
			{
				records: [daily, { ...q1, items: '52', coversFrom: '2026-01-01', coversTo: '2026-12-31' }],
			},
		],
		mended: { records: [{ ...q1, items: '52', coversFrom: '2026-01-01', coversTo: '2026-12-31' }] },
	},
	{
		check: 'EVD-01',
		when: 'a setting was never captured in the period',
		world: { records: [setting] },
		says: ['AC-01: no evidence for its setting in the period so far.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [{ records: [setting, q2] }],
		mended: { records: [q1] },
	},
	{
		check: 'EVD-01',
		when: 'the period is over and nothing shows a control about events',
		world: {
			scope: { periodStart: '2026-01-01', periodEnd: '2026-06-30' },
			records: [{ ...quarterly, controlId: 'AC-03', frequency: 'perEvent' }],
		},
		says: ['AC-03: no evidence for the period.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [{ records: [{ ...quarterly, frequency: 'perEvent' }] }],
		mended: { records: [q2] },
	},
	{
		check: 'EVD-02',
		when: 'an item is about a day before the period',
		world: { records: [quarterly, { ...q1, effective: '2025-12-30' }] },
		says: ['Evidence Review Q1 is dated 30 Dec 2025, outside 1 Jan 2026 to 31 Dec 2026.'],
		records: ['evidence:q1'],
		at: 'evidence:q1 effective',
		not: [
			{ records: [quarterly, q1] },
			// A policy of before the period that is in force when it begins.
			{ records: [quarterly, { ...q1, effective: '2025-12-30', kind: 'ev-policy-doc' }] },
			// In time for the round due on 31 December.
			{ records: [quarterly, { ...q1, effective: '2027-01-10' }] },
			{ records: [quarterly, { ...q1, coversFrom: '2025-10-01', coversTo: '2026-01-05' }] },
			{ records: [quarterly, { ...q1, effective: '2025-12-30', state: 'returned' }] },
			{
				records: [
					{ ...quarterly, ...notApplicable },
					{ ...q1, effective: '2025-12-30' },
				],
			},
		],
		mended: { records: [q1] },
	},
	{
		check: 'EVD-02',
		when: 'an item is about a day after the period, too late for any round',
		world: { records: [quarterly, { ...q1, coversTo: '2027-01-16' }] },
		says: ['Evidence Review Q1 is dated 16 Jan 2027, outside 1 Jan 2026 to 31 Dec 2026.'],
		records: ['evidence:q1'],
		at: 'evidence:q1 coversTo',
		not: [{ scope: typeOne, records: [quarterly, { ...q1, coversTo: '2027-01-16' }] }],
		mended: { records: [q1] },
	},
	{
		check: 'EVD-03',
		when: 'an item is about a day after the as-of date',
		world: { scope: typeOne, records: [quarterly, { ...q3, effective: '2026-11-01' }] },
		says: ['Evidence Review Q3 is dated after the as-of date.'],
		records: ['evidence:q3'],
		at: 'evidence:q3 effective',
		not: [
			{ scope: typeOne, records: [quarterly, { ...q3, effective: '2026-10-31' }] },
			{ records: [quarterly, { ...q3, effective: '2026-11-01' }] },
		],
		mended: { records: [q3] },
	},
	{
		check: 'EVD-04',
		when: 'the newest item of a kind is older than it may be',
		world: { records: [quarterly, q1, q2] },
		says: ['Review Q2 is 144 days old; limit 100 days.'],
		records: ['evidence:q2'],
		at: 'evidence:q2 effective',
		not: [
			{ records: [quarterly, { ...q1, kind: 'ev-access-request' }] },
			{ records: [quarterly, { ...q1, kind: 'Screenshot' }] },
			// Ages are counted to the as-of date.
			{ scope: { ...typeOne, asOf: '2026-09-30' }, records: [quarterly, q2] },
			{
				scope: { configurationAgeDays: '200' },
				records: [setting, { ...q2, kind: 'ev-sso-mfa-config' }],
			},
		],
		mended: { records: [q3] },
	},
	{
		check: 'EVD-06',
		when: 'nobody can tell where an item comes from',
		world: { records: [{ ...q1, captured: '', systems: [], preparer: ' ' }] },
		says: ['Review Q1 lacks a capture date, a source system and a preparer.'],
		records: ['evidence:q1'],
		at: 'evidence:q1 captured',
		not: [{ records: [q1] }, { records: [{ ...q1, captured: '', state: 'expected' }] }],
		mended: { records: [q1] },
	},
	{
		check: 'EVD-06',
		when: 'an item has no name of its own',
		world: { records: [{ ...q1, title: '', systems: [] }] },
		says: ['User access review record lacks a source system.'],
		records: ['evidence:q1'],
		at: 'evidence:q1 systems',
		not: [{ records: [{ ...q1, title: '' }] }],
		mended: { records: [q1] },
	},
	{
		check: 'EVD-08',
		when: 'an item waits for review too long',
		world: { records: [{ ...q3, state: 'submitted', submitted: '2026-11-06' }] },
		says: ['Review Q3 waits for review since 6 Nov 2026.'],
		records: ['evidence:q3'],
		at: 'evidence:q3 state',
		not: [
			{ records: [{ ...q3, state: 'submitted', submitted: '2026-11-07' }] },
			{ records: [{ ...q3, state: 'submitted', submitted: '' }] },
			{
				scope: { waitingDays: '20' },
				records: [{ ...q3, state: 'submitted', submitted: '2026-11-06' }],
			},
		],
		mended: { records: [q3] },
	},
	{
		check: 'EVD-09',
		when: 'one person took and accepted an item',
		world: { records: [{ ...q1, reviewer: 'KIM ' }] },
		says: ['Review Q1 was accepted by its own preparer.'],
		records: ['evidence:q1'],
		at: 'evidence:q1 reviewer',
		not: [
			{ records: [q1] },
			{ records: [{ ...q1, reviewer: 'Kim', state: 'submitted' }] },
			{ records: [{ ...q1, reviewer: '', preparer: '' }] },
		],
		mended: { records: [q1] },
	},
	{
		check: 'EVD-10',
		when: 'a round was shown after its window',
		world: { records: [quarterly, q1, lateQ2, q3] },
		says: ['AC-05: the round due 30 Jun 2026 was done 30 days late.'],
		records: ['control:a', 'evidence:q2'],
		at: 'evidence:q2 effective',
		not: [
			{ records: [quarterly, q1, { ...q2, effective: '2026-07-15' }, q3] },
			{ records: [quarterly, q1, lateQ2, logged('EVD-10/control:a/2026-06-30')] },
		],
		mended: { records: [logged('EVD-10/control:a/2026-06-30')] },
	},
	{
		check: 'EVD-11',
		when: 'a file name speaks of a password',
		world: { records: [{ ...q1, address: 'https://files.example/prod_db-passwords.txt' }] },
		says: ['Review Q1 may contain secrets or personal data.'],
		records: ['evidence:q1'],
		at: 'evidence:q1 address',
		not: [{ records: [{ ...q1, title: 'Password policy', note: 'Key control of CC6.1' }] }],
		mended: { records: [q1] },
	},
	{
		check: 'EVD-12',
		when: 'a control names no kind of evidence, though items of it do',
		world: { records: [{ ...quarterly, evidenceKinds: [] }, q1, { ...q2, kind: 'Screenshot' }] },
		says: ['AC-05 has no evidence type.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [
			{ records: [quarterly] },
			{ records: [{ ...quarterly, evidenceKinds: [], criteria: [] }] },
			{ records: [{ ...quarterly, evidenceKinds: [], ...notApplicable }] },
		],
		mended: { records: [quarterly] },
		offers: 'Name the kinds of its evidence: User access review record',
	},
	{
		check: 'EVD-12',
		when: 'nothing tells which',
		world: { records: [{ ...quarterly, evidenceKinds: [] }] },
		says: ['AC-05 has no evidence type.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [{ records: [quarterly] }],
		mended: { records: [quarterly] },
	},
]);
