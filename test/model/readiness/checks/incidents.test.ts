import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const plan = aRecord('policies', 'a', {
	name: 'When things break',
	kind: 'incidentResponse',
	status: 'inForce',
	approved: '2026-02-01',
});
const exercise = aRecord('evidence', 'a', {
	title: 'Exercise',
	kind: 'ev-incident-test',
	state: 'accepted',
	effective: '2026-01-20',
});
const incidents = { ...exercise, kind: 'ev-incident-record' };

describeChecks('INC', [
	{
		check: 'INC-01',
		when: 'nobody approved the plan for a year',
		world: { records: [{ ...plan, approved: '2025-11-20' }] },
		says: ['There is no current incident plan.'],
		records: ['policy:a'],
		at: 'policy:a approved',
		not: [
			{ records: [plan] },
			{ records: [{ ...plan, kind: '', name: 'Incident response plan' }] },
			{ records: [{ ...exercise, kind: 'ev-incident-plan' }] },
			{ scope: { reviewAgeDays: '400' }, records: [{ ...plan, approved: '2025-11-20' }] },
		],
		mended: { records: [plan] },
	},
	{
		check: 'INC-01',
		when: 'the plan is a draft still',
		world: { records: [{ ...plan, status: 'draft' }] },
		says: ['There is no current incident plan.'],
		records: ['policy:a'],
		at: 'policy:a status',
		not: [{ records: [plan] }],
		mended: { records: [plan] },
	},
	{
		check: 'INC-01',
		when: 'there is none on the as-of date',
		world: { scope: { reportType: 'type1', asOf: '2026-01-31' }, records: [] },
		says: ['There is no current incident plan.'],
		at: 'register policies',
		not: [{ scope: { reportType: 'type1', asOf: '2026-02-01' }, records: [plan] }],
		mended: { records: [{ ...plan, approved: '2026-01-31' }] },
	},
	{
		check: 'INC-02',
		when: 'nobody exercised',
		world: { records: [{ ...exercise, state: 'expected' }] },
		says: ['Incident response was not exercised.'],
		at: 'register evidence',
		not: [{ records: [exercise] }, { records: [{ ...exercise, state: 'submitted' }] }],
		mended: { records: [exercise] },
	},
	{
		check: 'INC-05',
		when: 'nobody said what happened in the period',
		world: { records: [{ ...incidents, effective: '2025-12-31' }] },
		says: ['No incidents recorded in the period.'],
		at: 'register evidence',
		not: [
			{ records: [incidents] },
			{ scope: { periodStart: '2026-12-01', periodEnd: '2027-05-31' } },
			{ scope: { reportType: 'type1' } },
		],
		mended: { records: [{ ...incidents, kind: 'ev-representation' }] },
	},
]);
