import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { slotsBetween } from '../../../src/model/readiness/slots.ts';

function dueDates(start: string, end: string, frequency: string, anchor = ''): readonly string[] {
	return slots(start, end, frequency, anchor).map(({ due }) => due);
}

function slots(start: string, end: string, frequency: string, anchor = '') {
	return slotsBetween(start as CalendarDate, end as CalendarDate, frequency, anchor);
}

describe('rounds of the calendar', () => {
	it('are quarters that end in the period, each with 15 days of grace', () => {
		expect(slots('2026-01-01', '2026-06-30', 'quarterly')).toEqual([
			{ start: '2026-01-01', due: '2026-03-31', closes: '2026-04-15' },
			{ start: '2026-04-01', due: '2026-06-30', closes: '2026-07-15' },
		]);
	});

	it('count where their due date is inside, though they began before the period', () => {
		expect(slots('2026-02-15', '2026-05-31', 'quarterly')).toEqual([
			{ start: '2026-01-01', due: '2026-03-31', closes: '2026-04-15' },
		]);
	});

	it('are half years, years, months and weeks from Monday to Sunday', () => {
		expect(dueDates('2026-04-01', '2027-03-31', 'semiAnnual')).toEqual([
			'2026-06-30',
			'2026-12-31',
		]);
		expect(dueDates('2026-04-01', '2027-03-31', 'annual')).toEqual(['2026-12-31']);
		expect(dueDates('2026-01-31', '2026-03-30', 'monthly')).toEqual(['2026-01-31', '2026-02-28']);
		expect(slots('2026-05-06', '2026-05-12', 'weekly')).toEqual([
			{ start: '2026-05-04', due: '2026-05-10', closes: '2026-05-13' },
		]);
	});

	it.each([
		['2026-01-01', '2026-03-31', [0, 0, 1, 3, 13, 90]],
		['2026-07-01', '2026-12-31', [1, 1, 2, 6, 26, 184]],
		['2026-04-01', '2026-12-31', [1, 2, 3, 9, 39, 275]],
		['2026-01-01', '2026-12-31', [1, 2, 4, 12, 52, 365]],
	])('are as many from %s to %s as the guide says', (start, end, counts) => {
		const rhythms = ['annual', 'semiAnnual', 'quarterly', 'monthly', 'weekly', 'daily'];
		expect(rhythms.map((each) => slots(start, end, each).length)).toEqual(counts);
	});
});

describe('rounds by an anchor', () => {
	it('end on its day, before and after it', () => {
		expect(dueDates('2026-01-01', '2026-12-31', 'quarterly', '2026-08-15')).toEqual([
			'2026-02-15',
			'2026-05-15',
			'2026-08-15',
			'2026-11-15',
		]);
	});

	it('end on the last day of shorter months, and on the 31st again after them', () => {
		expect(slots('2026-01-31', '2026-04-30', 'monthly', '2025-10-31')).toEqual([
			{ start: '2026-01-01', due: '2026-01-31', closes: '2026-02-07' },
			{ start: '2026-02-01', due: '2026-02-28', closes: '2026-03-07' },
			{ start: '2026-03-01', due: '2026-03-31', closes: '2026-04-07' },
			{ start: '2026-04-01', due: '2026-04-30', closes: '2026-05-07' },
		]);
	});

	it('end on 29 February in leap years only', () => {
		expect(dueDates('2026-01-01', '2029-12-31', 'annual', '2024-02-29')).toEqual([
			'2026-02-28',
			'2027-02-28',
			'2028-02-29',
			'2029-02-28',
		]);
	});

	it('go by weeks from its weekday', () => {
		expect(dueDates('2026-05-01', '2026-05-16', 'weekly', '2026-12-31')).toEqual([
			'2026-05-07',
			'2026-05-14',
		]);
	});
});

describe('no rounds', () => {
	it.each(['perEvent', 'continuous', 'manyTimesADay', '', 'now and then'])(
		'come of the frequency “%s”',
		(frequency) => {
			expect(slots('2026-01-01', '2026-12-31', frequency)).toEqual([]);
		},
	);

	it('come of a period outside all plausible years, or one that ends before it starts', () => {
		expect(slots('0001-01-01', '0001-12-31', 'monthly')).toEqual([]);
		expect(slots('2026-01-01', '9999-12-31', 'monthly')).toEqual([]);
		expect(slots('2026-12-31', '2026-01-01', 'monthly')).toEqual([]);
	});
});
