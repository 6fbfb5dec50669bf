import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const review = aRecord('controls', 'a', {
	controlId: 'CM-02',
	title: 'Peer review before merge',
	description: 'Each change is approved by an engineer other than the author before it is merged.',
	criteria: ['CC8.1'],
});
const standard = aRecord('controls', 'b', {
	title: 'Change standard',
	description: 'The lead keeps a standard for approving and releasing changes.',
	criteria: ['CC8.1'],
	evidenceKinds: ['ev-policy-doc'],
});
const notApplicable = { status: 'notApplicable', notApplicableReason: 'No own code' };
const deployers = aRecord('evidence', 'a', { title: 'Deployers', kind: 'ev-deploy-access-list' });

describeChecks('CHG', [
	{
		check: 'CHG-01',
		when: 'only a document speaks of approved changes, and a review of another criterion',
		world: { records: [standard, { ...review, criteria: ['CC7.1'] }] },
		says: ['No control shows that changes are reviewed and approved.'],
		at: 'place library/CC8.1',
		not: [
			{ records: [review] },
			{
				records: [{ ...standard, evidenceKinds: ['ev-policy-doc', 'ev-change-ticket'] }],
			},
			{ assessments: { 'CC8.1': { relevance: 'no', notRelevantReason: 'Nothing changes' } } },
		],
		mended: { records: [review] },
	},
	{
		check: 'CHG-01',
		when: 'the one control does not apply',
		world: { records: [{ ...review, ...notApplicable }] },
		says: ['No control shows that changes are reviewed and approved.'],
		at: 'place library/CC8.1',
		not: [{ records: [review] }],
		mended: { records: [review] },
	},
	{
		check: 'CHG-05',
		when: 'nothing keeps those who write code from releasing it',
		world: { records: [{ ...review, description: 'Each change is approved.', title: 'Review' }] },
		says: ['The same people can write and release code without a gate.'],
		at: 'place library/CC8.1',
		not: [
			{ records: [review] },
			{ records: [deployers] },
			{ records: [{ ...standard, evidenceKinds: ['ev-branch-protection'] }] },
		],
		mended: {
			records: [{ ...review, description: 'Only release engineers deploy to production.' }],
		},
	},
]);
