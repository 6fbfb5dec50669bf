import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const scope = { categories: ['security', 'processing-integrity'] as const };
const specified = aRecord('controls', 'a', { title: 'Rules are specified', criteria: ['PI1.3'] });
const reconciled = { ...specified, title: 'Totals are reconciled each day' };

describeChecks('PIN', [
	{
		check: 'PIN-01',
		when: 'no control would notice what went wrong',
		world: { scope, records: [specified] },
		says: ['No control shows that processing is complete and correct.'],
		at: 'place library/PI1.3',
		not: [
			{ records: [specified] },
			{ scope, records: [{ ...specified, evidenceKinds: ['ev-job-monitoring'] }] },
		],
		mended: { records: [reconciled] },
	},
]);
