import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const assessment = aRecord('evidence', 'a', {
	kind: 'ev-risk-assessment',
	state: 'accepted',
	effective: '2025-11-21',
});
const theft = aRecord('risks', 'theft', {
	riskId: 'R-1',
	likelihood: '3',
	impact: '4',
	treatment: 'reduce',
	owner: 'Dana',
	due: '2026-12-01',
	controls: ['control:a'],
});

describeChecks('RSK', [
	{
		check: 'RSK-01',
		when: 'the accepted assessment is old',
		world: { records: [{ ...assessment, effective: '2025-11-20' }] },
		says: ['The risk assessment is missing or old.'],
		at: 'register evidence',
		not: [
			{ records: [assessment] },
			{
				scope: { periodStart: '2025-07-01', periodEnd: '2026-06-30' },
				records: [{ ...assessment, effective: '2025-07-10' }],
			},
		],
		mended: { records: [assessment] },
	},
	{
		check: 'RSK-01',
		when: 'the assessment is handed in and not approved',
		world: { records: [{ ...assessment, state: 'submitted' }] },
		says: ['The risk assessment is missing or old.'],
		at: 'register evidence',
		not: [{ records: [assessment] }],
		mended: { records: [assessment] },
	},
	{
		check: 'RSK-02',
		when: 'no risk is one of fraud',
		world: { records: [theft] },
		says: ['Fraud was not considered (CC3.3).'],
		at: 'register risks',
		not: [
			{ assessments: { 'CC3.3': { relevance: 'no', notRelevantReason: 'Left out of this test' } } },
		],
		mended: { records: [{ ...theft, fraud: 'yes' }] },
	},
	{
		check: 'RSK-03',
		when: 'a high risk is not worked on',
		world: { records: [{ ...theft, treatment: '', owner: ' ', due: '' }] },
		says: ['Risk R-1 has no treatment.', 'Risk R-1 has no owner.', 'Risk R-1 has no due date.'],
		records: ['risk:theft'],
		at: 'risk:theft treatment',
		not: [
			{ records: [{ ...theft, impact: '3', owner: '' }] },
			{ records: [{ ...theft, likelihood: 'high', owner: '' }] },
			{ records: [{ ...theft, status: 'closed', owner: '' }] },
			{ records: [{ ...theft, treatment: 'accept', due: '' }] },
		],
		mended: { records: [theft] },
	},
	{
		check: 'RSK-04',
		when: 'no control treats a risk',
		world: { records: [{ ...theft, controls: [] }] },
		says: ['Risk R-1 has no control.'],
		records: ['risk:theft'],
		at: 'risk:theft controls',
		not: [{ records: [{ ...theft, controls: [], status: 'closed' }] }],
		mended: { records: [theft] },
	},
]);
