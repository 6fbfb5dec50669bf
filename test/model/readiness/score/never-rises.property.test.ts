/** No figure rises because something was taken away, or called not applicable, without a reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { Readiness } from '../../../../src/model/readiness/readiness.ts';
import type { RegisterName, RegisterRecord } from '../../../../src/model/registers/register.ts';
import { registerOfId } from '../../../../src/model/registers/registers.ts';
import { aRecord, aScope, asChanges } from '../../../support/records.ts';

const today = '2026-05-15' as CalendarDate;
const criteria = ['CC6.1', 'CC6.2'];
const names = ['a', 'b', 'c'];

const control = fc.record({
	criteria: fc.subarray(criteria),
	design: fc.constantFrom('', 'met', 'partly', 'notMet'),
	isKey: fc.constantFrom('', 'yes'),
	owner: fc.constantFrom('', 'Dana', 'Jun'),
	frequency: fc.constantFrom('', 'quarterly', 'perEvent', 'annual'),
	status: fc.constantFrom('planned', 'implemented'),
	itemsTested: fc.constantFrom('', '5'),
	deviations: fc.constantFrom('', '2'),
	policies: fc.subarray(['policy:a']),
});
const evidence = fc.record({
	controls: fc.subarray(names.map((name) => `control:${name}`)),
	state: fc.constantFrom('expected', 'submitted', 'accepted', 'returned', 'excused'),
	effective: fc.constantFrom('', '2026-03-30', '2026-04-20', '2024-01-01'),
});
const gap = fc.record({
	criteria: fc.subarray(criteria),
	controls: fc.subarray(['control:a']),
	severity: fc.constantFrom('critical', 'low'),
	status: fc.constantFrom('open', 'closed'),
});
const workbook = fc.record({
	type: fc.constantFrom('type1', 'type2'),
	controls: fc.tuple(control, control, control),
	evidence: fc.tuple(evidence, evidence, evidence),
	gaps: fc.tuple(gap, gap, gap),
	left: fc.constantFrom('', '2026-01-31'),
	approved: fc.constantFrom('', '2026-02-01', '2020-01-01'),
});

describe('a score', () => {
	it('[Q-5] does not rise when a record is retired without a reason', () => {
		fc.assert(
			fc.property(workbook, fc.nat(), (drawn, pick) => {
				const records = recordsOf(drawn);
				const gone = records[pick % records.length]!;
				const retired = { at: '2026-05-15T00:00:00Z', by: 'Dana', reason: ' ' };
				expectNoRise(drawn.type, records, { ...gone, retired });
			}),
			{ numRuns: 400 },
		);
	});

	it('does not rise when a control is called not applicable without a reason', () => {
		fc.assert(
			fc.property(workbook, fc.constantFrom(...names), (drawn, name) => {
				const records = recordsOf(drawn);
				const control = records.find(({ id }) => id === `control:${name}`)!;
				expectNoRise(drawn.type, records, {
					...control,
					status: 'notApplicable',
				} as typeof control);
			}),
		);
	});

	it('leaves a control out that does not apply for a reason', () => {
		const weak = aRecord('controls', 'weak', { criteria: ['CC6.1'], controlId: 'W' });
		const good = aRecord('controls', 'good', { criteria: ['CC6.1'], design: 'met' });
		const readiness = theReadiness('type1', [weak, good]);
		const before = readiness.criterionScore('CC6.1').low;
		const without = { ...weak, status: 'notApplicable', notApplicableReason: 'No offices' };
		readiness.put(asChanges([without]));
		expect(readiness.criterionScore('CC6.1').low).toBeGreaterThan(before);
		expect(readiness.criterionScore('CC6.1').notApplicable).toEqual([weak.id]);
	});
});

function expectNoRise(
	type: string,
	records: readonly RegisterRecord[],
	changed: RegisterRecord,
): void {
	const readiness = theReadiness(type, records);
	const before = figures(readiness);
	readiness.put(asChanges([changed]));
	const after = figures(readiness);
	for (const [at, value] of after.entries()) {
		// Sums of fractions may differ in the last bit.
		expect(value).toBeLessThanOrEqual((before[at] ?? 0) + 1e-12);
	}
}

function figures(readiness: Readiness): readonly number[] {
	const scores = [...criteria.map((id) => readiness.criterionScore(id)), readiness.score];
	return scores.flatMap((score) => [score?.low ?? 0, score?.high ?? 0]);
}

function theReadiness(type: string, records: readonly RegisterRecord[]): Readiness {
	const readiness = new Readiness(today);
	readiness.put({
		...asChanges(records),
		scope: aScope({
			categories: ['security'],
			reportType: type,
			asOf: '2026-06-01',
			periodStart: '2026-01-01',
			periodEnd: '2026-06-30',
		}),
	});
	return readiness;
}

function recordsOf(drawn: typeof workbook extends fc.Arbitrary<infer Drawn> ? Drawn : never) {
	return [
		...several('controls', drawn.controls),
		...several('evidence', drawn.evidence),
		...several('gaps', drawn.gaps),
		aRecord('people', 'dana', { name: 'Dana' }),
		aRecord('people', 'jun', { name: 'Jun', left: drawn.left }),
		aRecord('policies', 'a', { name: 'Access', approved: drawn.approved }),
	];
}

function several<Name extends RegisterName>(
	register: Name,
	values: readonly Parameters<typeof aRecord<Name>>[2][],
): readonly RegisterRecord[] {
	const made = values.map((each, at) => aRecord(register, names[at] ?? '', each));
	const strays = made.filter(({ id }) => registerOfId(id)?.name !== register);
	if (strays.length > 0) throw new Error('A record stands in another register than it says');
	return made;
}
