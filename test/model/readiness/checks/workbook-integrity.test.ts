import type { DroppedEdit, OutdatedSignOff } from '../../../../src/model/readiness/facts.ts';
import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const notApplicable = { status: 'notApplicable', notApplicableReason: 'No offices' };
const review = aRecord('controls', 'a', { controlId: 'AC-05' });
const policy = aRecord('policies', 'a', { name: 'Access policy' });
const host = aRecord('vendors', 'host', { name: 'Cloud host' });
const nothingLeftOut = { copyAgeDays: 2, imports: [] };
const control = { kind: 'cell', record: { register: 'controls', id: 'control:a' } } as const;

describeChecks('WKB', [
	{
		check: 'WKB-01',
		when: 'a control names a policy that is retired and one that is gone',
		world: {
			records: [
				{ ...review, policies: ['policy:a', 'policy:gone'] },
				{ ...policy, retired: { at: '', by: '', reason: 'Merged' } },
			],
		},
		says: [
			'AC-05 names the policy “Access policy”, which is retired.',
			'AC-05 names the id of a policy that is no longer in the workbook.',
		],
		records: ['control:a'],
		at: 'control:a policies',
		not: [
			{ records: [{ ...review, policies: ['policy:a'] }, policy] },
			{ records: [{ ...review, policies: ['policy:gone'], ...notApplicable }] },
		],
		mended: { records: [{ ...review, policies: [] }] },
		offers: 'Remove the link',
	},
	{
		check: 'WKB-01',
		when: 'a system names a vendor that was listed later, among others',
		world: {
			records: [
				aRecord('systems', 'a', { name: 'Database', vendors: ['cloud HOST ', 'vendor:host'] }),
				host,
			],
		},
		says: ['Database names the vendor “cloud HOST”, which is not found.'],
		records: ['system:a'],
		at: 'system:a vendors',
		not: [{ records: [aRecord('systems', 'a', { vendors: ['vendor:host'] }), host] }],
		mended: { records: [aRecord('systems', 'a', { vendors: ['vendor:host'] })] },
		offers: 'Link to Cloud host',
	},
	{
		check: 'WKB-02',
		when: 'imports left something out',
		world: {
			surroundings: {
				...nothingLeftOut,
				imports: [
					{ fileName: 'a.xlsx', rows: 3, columns: 0 },
					{ fileName: 'b.xlsx', rows: 0, columns: 1 },
				],
			},
		},
		says: ['3 rows and 1 column were not imported.'],
		at: 'place imports',
		not: [
			{
				surroundings: {
					...nothingLeftOut,
					imports: [{ fileName: 'a.xlsx', rows: 0, columns: 0 }],
				},
			},
		],
		mended: { surroundings: nothingLeftOut },
	},
	{
		check: 'WKB-03',
		when: 'a value is the label of a term in other letters',
		world: { records: [{ ...review, status: 'IN PROGRESS' }] },
		says: ['Status of AC-05 has the unknown value “IN PROGRESS”.'],
		records: ['control:a'],
		at: 'control:a status',
		not: [
			{ records: [{ ...review, status: 'inProgress' }] },
			{ records: [{ ...review, ...notApplicable, frequency: 'now and then' }] },
		],
		mended: { records: [{ ...review, status: 'planned' }] },
		offers: 'Change to In progress',
	},
	{
		check: 'WKB-03',
		when: 'criteria, kinds of evidence, dates and numbers are none',
		world: {
			records: [
				{
					...review,
					criteria: ['cc6.1', 'CC6.99'],
					evidenceKinds: ['Works council minutes'],
					dueDate: 'Q3',
					itemsTested: 'a few',
				},
			],
		},
		says: [
			'Criteria of AC-05 has the unknown value “cc6.1”.',
			'Criteria of AC-05 has the unknown value “CC6.99”.',
			'Kinds of evidence of AC-05 has the unknown value “Works council minutes”.',
			'Due date of AC-05 has the unknown value “Q3”.',
			'Items tested of AC-05 has the unknown value “a few”.',
		],
		records: ['control:a'],
		at: 'control:a criteria',
		not: [{ records: [{ ...review, criteria: ['CC6.1'], dueDate: '2026-12-31' }] }],
		mended: { records: [review] },
		offers: 'Change to CC6.1',
	},
	{
		check: 'WKB-03',
		when: 'a limit in the scope is no number',
		world: { scope: { reviewAgeDays: 'a year' } },
		says: ['Age of policies, plans and reviews (days) has the unknown value “a year”.'],
		at: 'scope reviewAgeDays',
		not: [{}],
		mended: { scope: { reviewAgeDays: '365' } },
	},
	{
		check: 'WKB-05',
		when: 'a control changed after it was signed',
		world: {
			records: [review],
			surroundings: { ...nothingLeftOut, outdatedSignOffs: [signedBefore(control)] },
		},
		says: ['AC-05 changed after sign-off by Priya Rao.'],
		records: ['control:a'],
		at: 'control:a ',
		not: [
			{ records: [review], surroundings: { ...nothingLeftOut, outdatedSignOffs: [] } },
			{ records: [review], surroundings: nothingLeftOut },
		],
		mended: { records: [review], surroundings: { ...nothingLeftOut, outdatedSignOffs: [] } },
	},
	{
		check: 'WKB-06',
		when: 'two people wrote one cell unseen',
		world: {
			records: [review],
			surroundings: { ...nothingLeftOut, droppedEdits: [droppedFrom('controls', 'control:a')] },
		},
		says: [
			'Owner of AC-05 had two edits; one was dropped: “Ben” by Priya Rao on 20 Nov 2026. What stands: “Ana” by Tom on 20 Nov 2026.',
		],
		records: ['control:a'],
		at: 'control:a owner',
		not: [
			{ records: [review], surroundings: nothingLeftOut },
			{
				records: [{ ...review, retired: { at: '', by: '', reason: 'Merged' } }],
				surroundings: { ...nothingLeftOut, droppedEdits: [droppedFrom('controls', 'control:a')] },
			},
			{
				surroundings: {
					...nothingLeftOut,
					droppedEdits: [droppedFrom('controls', 'control:gone')],
				},
			},
		],
		mended: { records: [review], surroundings: { ...nothingLeftOut, droppedEdits: [] } },
		offers: 'Put it back',
	},
	{
		check: 'WKB-06',
		when: 'two people said different things of the scope',
		world: {
			surroundings: { ...nothingLeftOut, droppedEdits: [droppedFrom('scope', 'scope')] },
		},
		says: [
			'Owner of the scope had two edits; one was dropped: “Ben” by Priya Rao on 20 Nov 2026. What stands: “Ana” by Tom on 20 Nov 2026.',
		],
		at: 'scope owner',
		not: [{}],
		mended: { surroundings: nothingLeftOut },
		offers: 'Put it back',
	},
	{
		check: 'WKB-06',
		when: 'two people said different things of a criterion',
		world: {
			surroundings: { ...nothingLeftOut, droppedEdits: [droppedFrom('assessments', 'CC6.1')] },
		},
		says: [
			'Owner of CC6.1 had two edits; one was dropped: “Ben” by Priya Rao on 20 Nov 2026. What stands: “Ana” by Tom on 20 Nov 2026.',
		],
		at: 'criterion CC6.1',
		not: [{}],
		mended: { surroundings: nothingLeftOut },
		offers: 'Put it back',
	},
	{
		check: 'WKB-07',
		when: 'the last copy is old',
		world: { records: [review], surroundings: { copyAgeDays: 31, imports: [] } },
		says: ['Last copy saved outside this browser: 31 days ago.'],
		at: 'place safety',
		not: [
			{ records: [review], surroundings: { copyAgeDays: 30, imports: [] } },
			{ surroundings: { copyAgeDays: undefined, imports: [] } },
		],
		mended: { surroundings: { copyAgeDays: 0, imports: [] } },
	},
	{
		check: 'WKB-07',
		when: 'there never was a copy',
		world: { records: [review] },
		says: ['Last copy saved outside this browser: never.'],
		at: 'place safety',
		not: [{}],
		mended: { surroundings: nothingLeftOut },
	},
]);

function signedBefore(at: OutdatedSignOff['at']): OutdatedSignOff {
	return { key: 'reviewer/record/control:a', called: 'AC-05', person: 'Priya Rao', at };
}

function droppedFrom(table: DroppedEdit['cell']['table'], id: string): DroppedEdit {
	return {
		key: `activity:1/${table}/${id}/owner`,
		cell: { table, id, path: 'owner', column: 'owner' },
		value: 'Ben',
		field: 'Owner',
		dropped: '“Ben” by Priya Rao on 20 Nov 2026',
		standing: '“Ana” by Tom on 20 Nov 2026',
	};
}
