import type { Control } from '../../../../src/model/records/control.ts';
import { aRecord, type RecordValues } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const notApplicable = { status: 'notApplicable', notApplicableReason: 'No offices' };
const review =
	'The IT manager reviews access to production every quarter and files the signed list of accounts.';
const good = control('a', {});
const dana = aRecord('people', 'dana', {
	name: 'Dana Fox',
	role: 'CTO',
	email: 'dana@example.com',
});
const item = aRecord('evidence', 'a', { controls: ['control:a'], kind: 'ev-access-review' });

function control(name: string, values: RecordValues<'controls'>): Control {
	return aRecord('controls', name, {
		controlId: `AC-${name}`,
		owner: 'Dana Fox',
		criteria: ['CC6.1'],
		description: review,
		...values,
	});
}

describeChecks('CTL', [
	{
		check: 'CTL-01',
		when: 'nobody owns a control',
		world: { records: [control('a', { owner: ' ' })] },
		says: ['AC-a has no owner.'],
		records: ['control:a'],
		at: 'control:a owner',
		not: [
			{ records: [good] },
			{ records: [control('a', { owner: '', ...notApplicable })] },
			{ records: [{ ...control('a', { owner: '' }), retired: { at: '', by: '', reason: '' } }] },
		],
		mended: { records: [good] },
	},
	{
		check: 'CTL-01',
		when: 'a control has neither owner nor id nor title',
		world: { records: [control('a', { owner: '', controlId: '' })] },
		says: ['A control without id has no owner.'],
		records: ['control:a'],
		at: 'control:a owner',
		not: [{ records: [control('a', { controlId: '' })] }],
		mended: { records: [control('a', { controlId: '' })] },
	},
	{
		check: 'CTL-02',
		when: 'the owner has left',
		world: { records: [good, { ...dana, left: '2026-11-20' }] },
		says: ['The owner of AC-a has left or is unknown.'],
		records: ['control:a'],
		at: 'control:a owner',
		not: [
			{ records: [good] },
			{ records: [good, dana] },
			{ records: [good, { ...dana, left: '2026-11-21' }] },
			{ records: [control('a', { owner: 'cto' }), dana] },
		],
		mended: { records: [{ ...dana, left: '' }] },
	},
	{
		check: 'CTL-02',
		when: 'nobody in the register is called so',
		world: { records: [control('a', { owner: 'Kim' }), dana] },
		says: ['The owner of AC-a has left or is unknown.'],
		records: ['control:a'],
		at: 'control:a owner',
		not: [{ records: [control('a', { owner: '' }), dana] }],
		mended: { records: [good] },
	},
	{
		check: 'CTL-03',
		when: 'the text does not say who acts',
		world: { records: [control('a', { description: 'Access is reviewed every quarter.' })] },
		says: ['AC-a does not say who acts.'],
		records: ['control:a'],
		at: 'control:a description',
		not: [{ records: [good] }],
		mended: { records: [good] },
	},
	{
		check: 'CTL-04',
		when: 'neither text nor field says how often',
		world: { records: [control('a', { description: 'The IT manager reviews the access list.' })] },
		says: ['AC-a does not say how often it runs.'],
		records: ['control:a'],
		at: 'control:a frequency',
		not: [{ records: [good] }],
		mended: {
			records: [
				control('a', {
					description: 'The IT manager reviews the access list.',
					frequency: 'quarterly',
				}),
			],
		},
	},
	{
		check: 'CTL-05',
		when: 'nothing names what stays behind',
		world: { records: [control('a', { description: 'The IT manager looks at access daily.' })] },
		says: ['AC-a leaves no named record.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [
			{ records: [good] },
			{ records: [control('a', { description: '', evidence: 'Signed list' })] },
			{ records: [control('a', { description: '' }), item] },
		],
		mended: { records: [control('a', { description: '', evidenceKinds: ['ev-access-review'] })] },
	},
	{
		check: 'CTL-06',
		when: 'the text is vague, each word told once',
		world: {
			records: [
				control('a', {
					description: 'Owners review access periodically, Periodically and timely.',
				}),
			],
		},
		says: ['AC-a uses the vague word “Periodically”.', 'AC-a uses the vague word “timely”.'],
		records: ['control:a'],
		at: 'control:a description',
		not: [{ records: [good] }],
		mended: { records: [good] },
	},
	{
		check: 'CTL-07',
		when: 'a later control says what an earlier one says',
		world: { records: [good, control('b', {}), control('c', { ...notApplicable })] },
		says: ['AC-b looks like a duplicate of AC-a.'],
		records: ['control:b', 'control:a'],
		at: 'control:b description',
		not: [{ records: [good, control('b', { description: 'The guard locks doors at night.' })] }],
		mended: { records: [{ ...control('b', {}), retired: { at: '', by: '', reason: 'Merged' } }] },
	},
	{
		check: 'CTL-08',
		when: 'two controls have one id',
		world: {
			records: [good, control('b', { controlId: ' ac-A ' }), control('c', { controlId: 'AC-a-2' })],
		},
		says: ['Control id AC-a is used 2 times.', 'Control id ac-A is used 2 times.'],
		records: ['control:a', 'control:b'],
		at: 'control:a controlId',
		not: [{ records: [control('a', { controlId: '' }), control('b', { controlId: '' })] }],
		mended: { records: [control('b', {})] },
		offers: 'Change to AC-a-3',
	},
	{
		check: 'CTL-09',
		when: 'one person does and approves',
		world: { records: [control('a', { performer: 'Dana Fox', reviewer: 'cto' }), dana] },
		says: ['AC-a has the same person as doer and approver.'],
		records: ['control:a'],
		at: 'control:a reviewer',
		not: [
			{ records: [control('a', { performer: '', reviewer: '' })] },
			{ records: [control('a', { performer: 'Dana', reviewer: 'dana', criteria: ['CC5.1'] })] },
			{
				records: [
					control('a', { performer: 'Platform', reviewer: 'Platform' }),
					aRecord('people', 'team', { name: 'Platform', kind: 'team' }),
				],
			},
		],
		mended: { records: [control('a', { performer: 'Dana Fox', reviewer: 'Kim' })] },
	},
	{
		check: 'CTL-10',
		when: 'an automated control shows no configuration',
		world: { records: [control('a', { nature: 'automated', evidenceKinds: ['ev-user-list'] })] },
		says: ['AC-a is automated but no configuration evidence is linked.'],
		records: ['control:a'],
		at: 'control:a evidenceKinds',
		not: [
			{ records: [control('a', { nature: 'manual' })] },
			{ records: [control('a', { nature: 'automated', evidenceKinds: ['ev-log-config'] })] },
		],
		mended: { records: [{ ...item, kind: 'ev-sso-mfa-config' }] },
	},
	{
		check: 'CTL-11',
		when: 'people promise what one miss makes untrue',
		world: {
			records: [control('a', { nature: 'manual', description: 'The lead reviews all changes.' })],
		},
		says: ['AC-a promises “all”, so one miss is a deviation.'],
		records: ['control:a'],
		at: 'control:a description',
		not: [
			{ records: [control('a', { nature: 'automated', description: 'Blocks all traffic.' })] },
			{ records: [{ ...good, nature: 'manual' }] },
		],
		mended: {
			records: [control('a', { nature: 'manual', description: 'The lead reviews changes.' })],
		},
	},
	{
		check: 'CTL-12',
		when: 'a control runs less often than its policy wants',
		world: {
			records: [control('a', { frequency: 'semiAnnual', policyFrequency: 'quarterly' })],
		},
		says: ['AC-a runs twice a year but the policy says quarterly.'],
		records: ['control:a'],
		at: 'control:a frequency',
		not: [
			{ records: [control('a', { frequency: 'annual', policyFrequency: '' })] },
			{ records: [control('a', { frequency: 'perEvent', policyFrequency: 'daily' })] },
			{ records: [control('a', { frequency: 'daily', policyFrequency: 'weekly' })] },
		],
		mended: { records: [control('a', { frequency: 'quarterly', policyFrequency: 'quarterly' })] },
	},
	{
		check: 'CTL-13',
		when: 'nobody stands in for the owner of a key control',
		world: { records: [control('a', { isKey: 'yes' })] },
		says: ['AC-a has no backup, so holiday or departure breaks it.'],
		records: ['control:a'],
		at: 'control:a backupOwner',
		not: [{ records: [good] }],
		mended: { records: [control('a', { isKey: 'yes', backupOwner: 'Kim' })] },
	},
]);
