import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const store = aRecord('systems', 'a', { name: 'Orders database', scope: 'in' });
const review = aRecord('evidence', 'a', {
	title: 'Review of Q3',
	kind: 'ev-access-review',
	state: 'accepted',
	effective: '2026-09-30',
	systems: ['system:a'],
});
const config = { ...review, kind: 'ev-sso-mfa-config' };
const adminReview = aRecord('controls', 'a', {
	controlId: 'AC-07',
	title: 'Administrator rights are reviewed',
	criteria: ['CC6.3'],
});
const adminList = aRecord('evidence', 'b', {
	title: 'Administrators, Q3',
	state: 'accepted',
	controls: ['control:a'],
});
const leaver = aRecord('people', 'a', {
	name: 'Kim',
	left: '2026-03-02',
	accessRemoved: '2026-03-05',
});
const logged = aRecord('gaps', 'a', {
	title: 'Access of Kim was removed late',
	findingKey: 'ACC-03/person:a/',
	rootCause: 'The HR notice went to a mailbox nobody reads.',
});

describeChecks('ACC', [
	{
		check: 'ACC-01',
		when: 'nobody reviewed who has access to a system in scope',
		world: { records: [store, { ...review, effective: '2025-12-31' }] },
		says: ['Orders database had no access review in the period.'],
		records: ['system:a'],
		at: 'register evidence',
		not: [
			{ records: [{ ...store, scope: 'out' }] },
			{ scope: { periodStart: '2026-12-01', periodEnd: '2027-11-30' }, records: [store] },
			{ scope: { reportType: 'type1', asOf: '2026-12-31' }, records: [store] },
		],
		mended: { records: [review] },
	},
	{
		check: 'ACC-01',
		when: 'the review waits to be accepted',
		world: { records: [store, { ...review, state: 'submitted' }] },
		says: ['Orders database had no access review in the period.'],
		records: ['system:a'],
		at: 'evidence:a state',
		not: [{ records: [store, { ...review, effective: '', coversTo: '2026-09-30' }] }],
		mended: { records: [review] },
	},
	{
		check: 'ACC-02',
		when: 'no control reviews administrators',
		world: {
			records: [
				{ ...adminReview, title: 'Administrator rights are limited' },
				{ ...adminReview, id: 'control:b', status: 'notApplicable', notApplicableReason: 'None' },
			],
		},
		says: ['Administrator access is not reviewed separately.'],
		at: 'place library/CC6.3',
		not: [
			{ records: [adminReview, adminList] },
			{
				records: [
					{ ...adminReview, title: 'AC-07', evidenceKinds: ['ev-privileged-list'] },
					{ ...adminList, controls: [], kind: 'ev-privileged-list' },
				],
			},
		],
		mended: { records: [adminReview, adminList] },
	},
	{
		check: 'ACC-02',
		when: 'the review has no accepted record',
		world: { records: [adminReview, { ...adminList, state: 'submitted' }] },
		says: ['Administrator access is not reviewed separately.'],
		records: ['control:a'],
		at: 'evidence:b state',
		not: [{ records: [adminReview, adminList] }],
		mended: { records: [adminList] },
	},
	{
		check: 'ACC-03',
		when: 'access was taken away late',
		world: { records: [leaver] },
		says: ['Kim: access removed 3 days after leaving; limit 1 day.'],
		records: ['person:a'],
		at: 'person:a accessRemoved',
		not: [
			{ records: [{ ...leaver, accessRemoved: '2026-03-03' }] },
			{ records: [{ ...leaver, left: '' }] },
			{ records: [{ ...leaver, left: '2025-03-02', accessRemoved: '2025-03-05' }] },
			{ scope: { accessRemovalDays: '3' }, records: [leaver] },
		],
		mended: { records: [logged] },
	},
	{
		check: 'ACC-03',
		when: 'nobody said when access was taken away, whatever is written down',
		world: { records: [{ ...leaver, left: '2025-03-02', accessRemoved: '' }, logged] },
		says: ['Kim: access removed an unrecorded number of days after leaving; limit 1 day.'],
		records: ['person:a'],
		at: 'person:a accessRemoved',
		not: [
			{ records: [{ ...leaver, left: '2026-11-20', accessRemoved: '' }] },
			{ records: [leaver, { ...logged, findingKey: 'acc-03/person:a/' }] },
		],
		mended: { records: [leaver] },
	},
	{
		check: 'ACC-06',
		when: 'nothing shows multi-factor log-in of a system in scope',
		world: { records: [store, { ...config, state: 'returned' }] },
		says: ['Orders database has no multi-factor evidence.'],
		records: ['system:a'],
		at: 'register evidence',
		not: [
			{ records: [{ ...store, scope: '' }] },
			{ records: [store, { ...config, state: 'excused', note: 'Until 1 March: no support' }] },
		],
		mended: { records: [{ ...config, state: 'submitted' }] },
	},
]);
