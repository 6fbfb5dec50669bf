import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const uptime = aRecord('commitments', 'a', { commitmentId: 'SC-1', categories: ['availability'] });
const toPeople = aRecord('commitments', 'b', { toIndividuals: 'yes', categories: ['privacy'] });
const fiveCategories = [
	'security',
	'availability',
	'confidentiality',
	'processing-integrity',
	'privacy',
] as const;

describeChecks('SCP', [
	{
		check: 'SCP-01',
		when: 'security is not selected',
		world: { scope: { categories: ['availability'] } },
		says: ['Security must be in every SOC 2 examination, but it is not selected.'],
		at: 'scope categories',
		not: [{ scope: { categories: ['security'] } }],
		mended: { scope: { categories: ['security', 'availability'] } },
		offers: 'Select Security',
	},
	{
		check: 'SCP-01',
		when: 'nobody has decided yet, and a control names a criterion of another category',
		world: {
			scope: { categories: [] },
			records: [aRecord('controls', 'a', { criteria: ['A1.2'] })],
		},
		says: ['Security must be in every SOC 2 examination, but it is not selected.'],
		at: 'scope categories',
		not: [{}],
		mended: { scope: { categories: ['security'] } },
		offers: 'Select Security, Availability',
	},
	{
		check: 'SCP-02',
		when: 'no commitment calls for a category',
		world: { scope: { categories: ['security', 'availability', 'privacy'] }, records: [toPeople] },
		says: [
			'Availability is in scope but no customer commitment calls for it. This may be over-scoping.',
		],
		at: 'register commitments',
		not: [{ scope: { categories: ['security'] } }],
		mended: { records: [uptime] },
	},
	{
		check: 'SCP-03',
		when: 'a promise calls for a category that is left out',
		world: { records: [uptime] },
		says: ['You promise “SC-1” but Availability is out of scope.'],
		records: ['commitment:a'],
		at: 'commitment:a outOfScopeReason',
		not: [
			{ scope: { categories: ['security', 'availability'] }, records: [uptime] },
			{ scope: { categories: [] }, records: [uptime] },
		],
		mended: { records: [{ ...uptime, outOfScopeReason: 'Nobody asks' }] },
	},
	{
		check: 'SCP-04',
		when: 'no promise is written down',
		world: {},
		says: ['No principal service commitments or system requirements are written down.'],
		at: 'register commitments',
		not: [{ records: [uptime] }],
		mended: { records: [toPeople] },
	},
	{
		check: 'SCP-05',
		when: 'nobody said what is covered',
		world: {
			records: [
				aRecord('systems', 'a', { name: 'Wiki', scope: 'out' }),
				aRecord('boundary', 'a', { name: 'Marketing site', scope: 'out' }),
			],
		},
		says: ['The system boundary is empty, so nobody can tell what the report covers.'],
		at: 'register boundary',
		not: [
			{ scope: { service: 'Payroll' } },
			{ records: [aRecord('systems', 'a', { scope: 'in' })] },
		],
		mended: { records: [aRecord('boundary', 'b', { name: 'Payroll', scope: 'in' })] },
	},
	{
		check: 'SCP-06',
		when: 'a processor without promises to individuals has Privacy in scope',
		world: { scope: { categories: ['security', 'privacy'], dataRole: 'processor' } },
		says: ['Privacy is selected though the company handles personal data only for its customers.'],
		at: 'scope categories',
		not: [
			{ scope: { categories: ['security', 'privacy'], dataRole: 'both' } },
			{
				scope: { categories: ['security', 'privacy'], dataRole: 'processor' },
				records: [toPeople],
			},
		],
		mended: { scope: { categories: ['security', 'confidentiality'] } },
	},
	{
		check: 'SCP-07',
		when: 'nobody says why a criterion is not relevant',
		world: { assessments: { 'CC6.4': { relevance: 'no', notRelevantReason: ' ' } } },
		says: ['CC6.4 is marked not relevant but has no reason.'],
		at: 'criterion CC6.4',
		not: [{ assessments: { 'A1.1': { relevance: 'no' } } }, { assessments: { 'CC6.4': {} } }],
		mended: {
			assessments: { 'CC6.4': { relevance: 'no', notRelevantReason: 'We have no offices' } },
		},
	},
	{
		check: 'SCP-08',
		when: 'a first report covers everything',
		world: { scope: { categories: fiveCategories, firstReport: 'yes' } },
		says: ['All five categories are in scope for a first report.'],
		at: 'scope categories',
		not: [{ scope: { categories: fiveCategories, firstReport: 'no' } }],
		mended: { scope: { categories: ['security', 'availability'] } },
	},
]);
