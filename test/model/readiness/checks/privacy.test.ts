import { criteria } from '../../../../src/model/catalog/criteria.ts';
import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const scope = { categories: ['security', 'privacy'] as const };
const notice = aRecord('policies', 'a', {
	name: 'Privacy notice',
	kind: 'privacyNotice',
	approved: '2026-05-01',
});
const others = criteria
	.filter(({ category, id }) => category === 'privacy' && id !== 'P3.1')
	.map(({ id }) => id);
const most = aRecord('controls', 'a', { controlId: 'PV-01', criteria: others });
const last = aRecord('controls', 'b', { controlId: 'PV-03', criteria: ['P3.1'] });

describeChecks('PRV', [
	{
		check: 'PRV-01',
		when: 'the notice was not looked at for a year',
		world: { scope, records: [{ ...notice, approved: '2024-05-01' }] },
		says: ['The privacy notice is missing or not reviewed.'],
		records: ['policy:a'],
		at: 'policy:a approved',
		not: [{ records: [] }, { scope, records: [notice] }],
		mended: { records: [notice] },
	},
	{
		check: 'PRV-01',
		when: 'there is no notice',
		world: { scope, records: [{ ...notice, kind: 'codeOfConduct' }] },
		says: ['The privacy notice is missing or not reviewed.'],
		at: 'register policies',
		not: [
			{
				scope,
				records: [aRecord('evidence', 'a', { kind: 'ev-privacy-notice', effective: '2026-05-01' })],
			},
		],
		mended: { records: [notice] },
	},
	{
		check: 'PRV-03',
		when: 'one privacy criterion has no control',
		world: { scope, records: [most] },
		says: ['P3.1 has no control.'],
		at: 'criterion P3.1',
		not: [
			{ records: [] },
			{ scope, records: [most, last] },
			{
				scope,
				records: [most],
				assessments: { 'P3.1': { relevance: 'no', notRelevantReason: 'Nothing is collected' } },
			},
		],
		mended: { records: [last] },
	},
]);
