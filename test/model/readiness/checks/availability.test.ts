import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const scope = { categories: ['security', 'availability'] as const };
const restore = aRecord('evidence', 'a', {
	title: 'Restore',
	kind: 'ev-restore-test',
	state: 'submitted',
	effective: '2025-12-01',
});
const capacity = aRecord('controls', 'a', {
	controlId: 'BC-01',
	title: 'Capacity watched and forecast',
	criteria: ['A1.1'],
});
const slow = aRecord('systems', 'a', { recoveryTarget: '4', recoveryTested: '6.5', scope: 'in' });
const action = aRecord('gaps', 'a', { title: 'Faster', findingKey: 'AVL-04/system:a/' });

describeChecks('AVL', [
	{
		check: 'AVL-01',
		when: 'the last recovery test is too long ago',
		world: { scope, records: [{ ...restore, effective: '2025-11-20' }] },
		says: ['Recovery was not tested.'],
		at: 'register evidence',
		not: [{ records: [] }, { scope, records: [{ ...restore, kind: 'ev-recovery-test' }] }],
		mended: { records: [restore] },
	},
	{
		check: 'AVL-02',
		when: 'nothing shows backups',
		world: { scope, records: [{ ...restore, kind: 'ev-backup-log', state: 'expected' }] },
		says: ['There is no backup evidence.'],
		at: 'register evidence',
		not: [{ records: [] }, { scope, records: [{ ...restore, kind: 'ev-backup-log' }] }],
		mended: { records: [{ ...restore, kind: 'ev-backup-config' }] },
	},
	{
		check: 'AVL-03',
		when: 'no control watches capacity',
		world: { scope, records: [{ ...capacity, title: 'Uptime reported' }] },
		says: ['Capacity is not watched.'],
		at: 'place library/A1.1',
		not: [
			{ records: [] },
			{ scope, records: [{ ...capacity, title: 'BC', evidenceKinds: ['ev-capacity-report'] }] },
		],
		mended: { records: [capacity] },
	},
	{
		check: 'AVL-04',
		when: 'a recovery test took too long and nothing follows',
		world: { records: [slow] },
		says: ['The test took 6.5 hours, target 4 hours.'],
		records: ['system:a'],
		at: 'system:a recoveryTested',
		not: [
			{ records: [{ ...slow, scope: 'out' }] },
			{ records: [{ ...slow, recoveryTested: '4' }] },
			{ records: [{ ...slow, recoveryTested: 'a day' }] },
			{ records: [slow, action] },
		],
		mended: { records: [{ ...slow, recoveryTarget: '8' }] },
	},
]);
