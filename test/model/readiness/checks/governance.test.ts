import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const policy = aRecord('policies', 'a', {
	name: 'Access policy',
	status: 'inForce',
	approved: '2026-03-01',
});
const dana = aRecord('people', 'dana', {
	name: 'Dana Fox',
	kind: 'employee',
	started: '2026-02-02',
	backgroundCheck: '2026-01-20',
	training: '2026-02-10',
	acknowledged: '2026-02-02',
});
const kim = { ...dana, id: 'person:kim', name: 'Kim' } as const;
const board = aRecord('people', 'board', { name: 'Board', kind: 'team' });
const minutes = aRecord('evidence', 'minutes', {
	kind: 'ev-board-minutes',
	state: 'accepted',
	effective: '2026-03-20',
	items: '2',
});
const oversight = aRecord('controls', 'a', {
	evidenceKinds: ['ev-board-minutes'],
	frequency: 'semiAnnual',
});

describeChecks('GOV', [
	{
		check: 'GOV-01',
		when: 'a policy was approved more than a year ago',
		world: { records: [{ ...policy, approved: '2025-02-03' }] },
		says: ['Access policy: last approved 3 Feb 2025.'],
		records: ['policy:a'],
		at: 'policy:a approved',
		not: [
			{ records: [policy] },
			{ records: [{ ...policy, status: 'withdrawn', approved: '2020-01-01' }] },
			{ records: [{ ...policy, status: 'draft', approved: '' }] },
			{ records: [{ ...policy, approved: 'in spring' }] },
		],
		mended: { records: [policy] },
	},
	{
		check: 'GOV-01',
		when: 'a policy in force was never approved',
		world: { records: [{ ...policy, approved: '' }] },
		says: ['Access policy: last approved never.'],
		records: ['policy:a'],
		at: 'policy:a approved',
		not: [{ records: [{ ...policy, status: '', approved: '' }] }],
		mended: { records: [policy] },
	},
	{
		check: 'GOV-02',
		when: 'people have not been trained or have not acknowledged',
		world: {
			records: [
				{ ...dana, training: '2025-01-01', acknowledged: '' },
				{ ...kim, training: '' },
				board,
			],
		},
		says: [
			'2 people have not completed the yearly security training.',
			'1 person has not completed the yearly acknowledgement of policies.',
		],
		records: ['person:dana', 'person:kim'],
		at: 'person:dana training',
		not: [
			{ records: [board] },
			{ records: [{ ...dana, training: '', left: '2026-11-01' }] },
			{ records: [{ ...dana, training: '', started: '2026-12-01' }] },
			{ scope: { reportType: 'type1' }, records: [{ ...dana, training: '' }] },
		],
		mended: { records: [dana, kim] },
	},
	{
		check: 'GOV-03',
		when: 'somebody started before the check cleared',
		world: { records: [{ ...dana, backgroundCheck: '2026-02-03' }] },
		says: ['Dana Fox started before the check cleared.'],
		records: ['person:dana'],
		at: 'person:dana backgroundCheck',
		not: [
			{ records: [dana] },
			{ records: [{ ...dana, started: '2024-02-02', backgroundCheck: '' }] },
			{ records: [{ ...dana, started: '2026-12-01', backgroundCheck: '' }] },
			{ records: [{ ...dana, kind: 'role', backgroundCheck: '' }] },
		],
		mended: { records: [dana] },
	},
	{
		check: 'GOV-03',
		when: 'there is no check at all',
		world: { records: [{ ...dana, backgroundCheck: '' }] },
		says: ['Dana Fox started before the check cleared.'],
		records: ['person:dana'],
		at: 'person:dana backgroundCheck',
		not: [{}],
		mended: { records: [dana] },
	},
	{
		check: 'GOV-04',
		when: 'fewer minutes stand here than meetings were due, by the usual rhythm',
		world: { records: [minutes] },
		says: ['2 of 3 expected oversight meetings have minutes.'],
		records: ['evidence:minutes'],
		at: 'register evidence',
		not: [{ scope: { periodStart: '2026-10-01' } }, { records: [{ ...minutes, items: '3' }] }],
		mended: { records: [{ ...minutes, id: 'evidence:more', items: '', effective: '2026-07-02' }] },
	},
	{
		check: 'GOV-04',
		when: 'none stands here, by the rhythm of the control that leaves them',
		world: { records: [oversight, { ...minutes, state: 'returned' }] },
		says: ['0 of 1 expected oversight meetings have minutes.'],
		at: 'register evidence',
		not: [{ records: [{ ...oversight, frequency: 'annual' }] }],
		mended: { records: [minutes] },
	},
]);
