import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isCalendarDate, type CalendarDate } from '../../../src/base/calendar-date.ts';
import { dateTicks } from '../../../src/ui/charts/date-ticks.ts';
import { dateOfDay, dayNumber } from '../../../src/ui/charts/day-number.ts';

const labels = (from: string, to: string, most = 5) =>
	dateTicks(from as CalendarDate, to as CalendarDate, most).map(({ label }) => label);

test('a few days are named one by one, weeks by their Mondays', () => {
	expect(labels('2026-11-19', '2026-11-22')).toEqual(['19 Nov 2026', '20 Nov', '21 Nov', '22 Nov']);
	expect(labels('2026-11-01', '2026-11-25')).toEqual(['2 Nov 2026', '9 Nov', '16 Nov', '23 Nov']);
});

test('half a year is named by months, and the year where it changes', () => {
	expect(labels('2026-10-15', '2027-03-20')).toEqual(['Nov 2026', 'Dec', 'Jan 2027', 'Feb', 'Mar']);
	expect(labels('2026-01-01', '2026-12-31')).toEqual(['Jan 2026', 'Apr', 'Jul', 'Oct']);
});

test('many years are named by years', () => {
	expect(labels('2019-06-01', '2026-11-21')).toEqual(['2020', '2022', '2024', '2026']);
});

test('a single day is named', () => {
	expect(labels('2026-11-21', '2026-11-21')).toEqual(['21 Nov 2026']);
});

const dates = fc.integer({ min: dayNumber('1900-01-01' as CalendarDate), max: 70_000 });

test('there are always some, in order, between the ends, and no more than asked for', () => {
	fc.assert(
		fc.property(
			dates,
			fc.integer({ min: 0, max: 30_000 }),
			fc.integer({ min: 2, max: 8 }),
			(day, length, most) => {
				const from = dateOfDay(day);
				const to = addDays(from, length);
				const ticks = dateTicks(from, to, most).map(({ date }) => date);
				expect(ticks.length).toBeGreaterThan(0);
				expect(ticks.length).toBeLessThanOrEqual(most);
				expect(ticks.every(isCalendarDate)).toBe(true);
				expect([from, ...ticks, to].toSorted()).toEqual([from, ...ticks, to]);
			},
		),
	);
});
