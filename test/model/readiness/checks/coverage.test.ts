import { criteriaOf } from '../../../../src/model/catalog/criteria.ts';
import type { Control } from '../../../../src/model/records/control.ts';
import { aRecord, type RecordValues } from '../../../support/records.ts';
import { describeChecks, type World } from './check-case.ts';

const notApplicable = { status: 'notApplicable', notApplicableReason: 'No offices' };
const first = control('a', {});
const second = control('b', { type: 'preventive' });
const promised = aRecord('complementary', 'a', { kind: 'csoc', criteria: ['CC6.1'] });

function control(name: string, values: RecordValues<'controls'>): Control {
	return aRecord('controls', name, { controlId: `AC-${name}`, criteria: ['CC6.1'], ...values });
}

/** A workbook about one criterion: all others are set aside. */
function about(criterion: string, records: World['records'] = []): World {
	const others = criteriaOf('security').filter(({ id }) => id !== criterion);
	const aside = { relevance: 'no', notRelevantReason: 'Left out of this test' };
	return { records, assessments: Object.fromEntries(others.map(({ id }) => [id, aside])) };
}

describeChecks('COV', [
	{
		check: 'COV-01',
		when: 'no control answers a criterion',
		world: about('CC6.1', [control('a', notApplicable), control('b', { criteria: ['CC6.2'] })]),
		says: ['CC6.1 has no control.'],
		at: 'criterion CC6.1',
		// Where only a subservice organization answers it, COV-08 says so.
		not: [about('CC6.1', [first]), about('CC6.1', [promised])],
		mended: { records: [second] },
	},
	{
		check: 'COV-02',
		when: 'a criterion depends on one control',
		world: about('CC6.1', [first, control('b', notApplicable)]),
		says: ['CC6.1 depends on one control; if it fails the criterion fails.'],
		records: ['control:a'],
		at: 'criterion CC6.1',
		not: [about('CC6.1'), about('CC6.1', [first, second])],
		mended: { records: [second] },
	},
	{
		check: 'COV-03',
		when: 'no control of a criterion is in place',
		world: about('CC6.1', [
			control('a', { status: 'planned' }),
			control('b', { status: 'notApplicable' }),
		]),
		says: ['CC6.1 is covered on paper only.'],
		records: ['control:a', 'control:b'],
		at: 'criterion CC6.1',
		not: [about('CC6.1', [control('a', { status: '' })]), about('CC6.1')],
		mended: { records: [control('a', { status: 'implemented' })] },
	},
	{
		check: 'COV-04',
		when: 'all controls of a criterion detect',
		world: about('CC6.1', [control('a', { type: 'detective' })]),
		says: ['CC6.1 has no preventive control.'],
		records: ['control:a'],
		at: 'criterion CC6.1',
		not: [
			about('CC7.2', [control('a', { type: 'detective', criteria: ['CC7.2'] })]),
			about('CC6.1', [control('a', { type: '' })]),
		],
		mended: { records: [second] },
	},
	{
		check: 'COV-05',
		when: 'all controls of a criterion keep documents',
		world: about('CC6.1', [
			control('a', { evidenceKinds: ['ev-policy-doc'] }),
			control('b', { title: 'Access control policy' }),
		]),
		says: ['CC6.1 rests on documents only.'],
		records: ['control:a', 'control:b'],
		at: 'criterion CC6.1',
		not: [
			about('CC6.1', [control('a', { evidenceKinds: ['ev-policy-doc', 'ev-policy-ack'] })]),
			about('CC6.1', [control('a', { title: 'Test of the recovery plan' })]),
		],
		mended: { records: [control('a', { evidenceKinds: ['ev-access-review'] })] },
	},
	{
		check: 'COV-06',
		when: 'a control names nine criteria',
		world: { records: [control('a', { criteria: criteriaIds(9) })] },
		says: ['AC-a is mapped to 9 criteria and is hard to test against all.'],
		records: ['control:a'],
		at: 'control:a criteria',
		not: [
			{ records: [control('a', { criteria: criteriaIds(8) })] },
			{ records: [control('a', { criteria: criteriaIds(9), ...notApplicable })] },
			{ scope: { criteriaPerControl: '9' }, records: [control('a', { criteria: criteriaIds(9) })] },
		],
		mended: { records: [control('a', { criteria: criteriaIds(2) })] },
	},
	{
		check: 'COV-07',
		when: 'a control names no criterion in scope',
		world: { records: [control('a', { criteria: ['A1.2'] }), second] },
		says: ['AC-a serves no criterion in scope.'],
		records: ['control:a'],
		at: 'control:a criteria',
		not: [
			{ scope: { categories: ['security', 'availability'] }, records: [first] },
			{ records: [control('a', { criteria: [], ...notApplicable })] },
		],
		mended: { records: [first] },
	},
	{
		check: 'COV-08',
		when: 'only a subservice organization answers a criterion',
		world: about('CC6.1', [promised]),
		says: ['CC6.1 is met only by a subservice organization.'],
		records: ['complementary:a'],
		at: 'criterion CC6.1',
		not: [about('CC6.1'), about('CC6.1', [promised, first])],
		mended: { records: [first] },
	},
]);

function criteriaIds(count: number): readonly string[] {
	return criteriaOf('security')
		.slice(0, count)
		.map(({ id }) => id);
}
