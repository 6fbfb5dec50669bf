import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const scope = { categories: ['security', 'confidentiality'] as const };
const store = aRecord('systems', 'a', { name: 'Archive', kind: 'dataStore', scope: 'in' });
const said = { ...store, dataClass: 'confidential', retention: '7 years' };

describeChecks('CNF', [
	{
		check: 'CNF-01',
		when: 'nobody said what a store holds and how long',
		world: { scope, records: [store] },
		says: ['Archive has no class or retention.'],
		records: ['system:a'],
		at: 'system:a dataClass',
		not: [
			{ records: [store] },
			{ scope, records: [{ ...store, kind: 'tool' }] },
			{ scope, records: [{ ...store, scope: 'out' }] },
		],
		mended: { records: [said] },
	},
	{
		check: 'CNF-01',
		when: 'only the retention is missing',
		world: { scope, records: [{ ...said, retention: '' }] },
		says: ['Archive has no class or retention.'],
		records: ['system:a'],
		at: 'system:a retention',
		not: [{ scope, records: [said] }],
		mended: { records: [said] },
	},
]);
