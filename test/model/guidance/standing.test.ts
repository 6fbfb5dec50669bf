import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../../src/base/calendar-date.ts';
import { roadSteps } from '../../../src/model/guidance/road/road.ts';
import { standOnRoad, type RoadFacts } from '../../../src/model/guidance/road/standing.ts';

const day = (text: string): CalendarDate => text as CalendarDate;

const ready: RoadFacts = {
	today: day('2026-11-21'),
	reportType: 'type2',
	scopeLacks: [],
	criteriaInScope: 33,
	criteriaAnswered: 33,
	controls: 40,
	controlsJudged: 40,
	openGaps: 0,
	periodStart: day('2026-12-01'),
	periodEnd: day('2027-05-31'),
};

function at(id: string, facts: Partial<RoadFacts>): string {
	const step = standOnRoad({ ...ready, ...facts }).find((each) => each.id === id);
	return `${step?.state}: ${step?.why}`;
}

describe('where a workbook stands on the road', () => {
	test('the scope is under way while it lacks something', () => {
		expect(at('scope', { scopeLacks: ['categories', 'commitments', 'dates'] })).toBe(
			'now: The scope still lacks categories, commitments and dates.',
		);
		expect(at('scope', { scopeLacks: ['a', 'b', 'c', 'd', 'e'] })).toBe(
			'now: The scope still lacks a, b, c and 2 more.',
		);
		expect(at('scope', {})).toBe('done: The scope is written down.');
	});

	test('the assessment says what is open', () => {
		expect(at('assessment', { controls: 0, controlsJudged: 0 })).toBe(
			'later: There are no controls yet.',
		);
		expect(at('assessment', { criteriaAnswered: 30, controlsJudged: 38 })).toBe(
			'now: 3 of 33 criteria have no control and the design of 2 of 40 controls is not judged.',
		);
		expect(at('assessment', {})).toMatch(/^done/);
	});

	test('remediation is done only after the assessment', () => {
		expect(at('remediation', { openGaps: 1 })).toBe('now: One gap is open.');
		expect(at('remediation', { openGaps: 12 })).toBe('now: 12 gaps are open.');
		expect(at('remediation', { controlsJudged: 1 })).toMatch(/^later/);
		expect(at('remediation', {})).toBe('done: No gap is open.');
	});

	test('the period follows its dates', () => {
		expect(at('period', {})).toBe('later: The period starts on 1 Dec 2026.');
		expect(at('period', { today: day('2026-12-01') })).toMatch(/^now/);
		expect(at('period', { today: day('2027-05-31') })).toMatch(/^now/);
		expect(at('period', { today: day('2027-06-01') })).toBe(
			'done: The period ended on 31 May 2027.',
		);
		expect(at('period', { periodEnd: undefined })).toBe('later: No period is set.');
		expect(at('period', { reportType: 'type1' })).toMatch(/^unknown/);
	});

	test('a Type 1 follows its date and is optional on the way to a Type 2', () => {
		expect(at('type-1', {})).toMatch(/^unknown: Optional/);
		expect(at('type-1', { reportType: undefined })).toMatch(/^later/);
		const type1 = { reportType: 'type1', asOfDate: day('2026-11-30') } as const;
		expect(at('type-1', { ...type1 })).toBe('now: The as-of date is 30 Nov 2026.');
		expect(at('type-1', { ...type1, today: day('2026-12-01') })).toMatch(/^done/);
		expect(at('type-1', { reportType: 'type1' })).toBe('later: No as-of date is set.');
	});

	test('what comes after the dates is not claimed', () => {
		expect(at('report', {})).toBe('later: ');
		expect(at('report', { today: day('2027-06-01') })).toMatch(/^unknown/);
	});

	test('time alone never takes a step back', () => {
		const rank = { unknown: 0, later: 0, now: 1, done: 2 };
		fc.assert(
			fc.property(fc.nat(400), fc.nat(400), (days, more) => {
				const before = standOnRoad({ ...ready, today: addDays(ready.today, days) });
				const after = standOnRoad({ ...ready, today: addDays(ready.today, days + more) });
				before.forEach((step, index) => {
					expect(rank[after[index]!.state]).toBeGreaterThanOrEqual(rank[step.state]);
				});
			}),
		);
	});

	test('every step is there, in order', () => {
		expect(standOnRoad(ready).map(({ id }) => id)).toEqual(roadSteps.map(({ id }) => id));
	});
});
