import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const monthly = aRecord('controls', 'a', {
	controlId: 'VM-01',
	criteria: ['CC7.1'],
	frequency: 'monthly',
	itemsTested: '1',
});
const events = aRecord('controls', 'b', {
	controlId: 'IR-03',
	criteria: ['CC7.4'],
	frequency: 'perEvent',
	testResult: 'didNotOperate',
});
const statement = aRecord('evidence', 'a', {
	title: 'No incidents in 2026',
	kind: 'ev-representation',
	controls: ['control:b'],
	state: 'accepted',
});

describeChecks('POP', [
	{
		check: 'POP-05',
		when: 'fewer items were looked at than is usual',
		world: { records: [monthly] },
		says: ['VM-01 has 1 sample, usual minimum 2.'],
		records: ['control:a'],
		at: 'control:a itemsTested',
		not: [
			{ records: [{ ...monthly, itemsTested: '' }] },
			{ records: [{ ...monthly, frequency: 'perEvent' }] },
			{ records: [{ ...monthly, frequency: 'annual', cycleAnchor: '2026-06-30' }] },
			// Only one quarter of the period is over.
			{ scope: { periodStart: '2026-07-01' }, records: [{ ...monthly, frequency: 'quarterly' }] },
		],
		mended: { records: [{ ...monthly, itemsTested: '2' }] },
	},
	{
		check: 'POP-07',
		when: 'a control about events did not operate, and nobody signed that there were none',
		world: { records: [events, { ...statement, state: 'submitted' }] },
		says: ['IR-03: no events in the period.'],
		records: ['control:b'],
		at: 'control:b testResult',
		not: [
			{ records: [{ ...events, testResult: 'noExceptions' }] },
			{ records: [{ ...events, frequency: 'quarterly' }] },
			{ scope: { reportType: 'type1' }, records: [events] },
		],
		mended: { records: [statement] },
	},
]);
