/** Rounds against a naive model: each day of the period is asked whether it is due. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	calendarDate,
	daysInMonth,
	type CalendarDate,
} from '../../../src/base/calendar-date.ts';
import { factsOfFrequency } from '../../../src/model/catalog/sampling.ts';
import { daysBetween, slotsBetween } from '../../../src/model/readiness/slots.ts';

const day = fc
	.integer({ min: -1500, max: 1500 })
	.map((days) => addDays('2026-02-28' as CalendarDate, days));
const period = fc
	.tuple(day, fc.integer({ min: 0, max: 500 }))
	.map(([start, days]) => ({ start, end: addDays(start, days) }));
const frequency = fc.constantFrom(
	'daily',
	'weekly',
	'monthly',
	'quarterly',
	'semiAnnual',
	'annual',
);
const anchor = fc.option(day, { nil: undefined });

describe('rounds of a rhythm', () => {
	it('are due on the days that a naive look at each day finds', () => {
		fc.assert(
			fc.property(period, frequency, anchor, ({ start, end }, rhythm, base) => {
				const days = Array.from({ length: daysBetween(start, end) + 1 }, (_, at) =>
					addDays(start, at),
				);
				expect(slotsBetween(start, end, rhythm, base ?? '').map(({ due }) => due)).toEqual(
					days.filter((each) => isDue(each, rhythm, base)),
				);
			}),
		);
	});

	it('follow each other without overlap or hole, each due inside the period, then its grace', () => {
		fc.assert(
			fc.property(period, frequency, anchor, ({ start, end }, rhythm, base) => {
				const slots = slotsBetween(start, end, rhythm, base ?? '');
				const grace = factsOfFrequency(rhythm)?.graceDays ?? 0;
				for (const [at, slot] of slots.entries()) {
					const before = slots[at - 1];
					if (before) expect(slot.start).toBe(addDays(before.due, 1));
					expect(slot.start <= slot.due).toBe(true);
					expect(slot.due >= start && slot.due <= end).toBe(true);
					expect(slot.closes).toBe(addDays(slot.due, grace));
				}
			}),
		);
	});

	it('of a longer period begin with, or go on from, those of a shorter one', () => {
		fc.assert(
			fc.property(period, frequency, anchor, fc.nat(200), ({ start, end }, rhythm, base, more) => {
				const short = slotsBetween(start, end, rhythm, base ?? '');
				const long = slotsBetween(start, addDays(end, more), rhythm, base ?? '');
				expect(long.slice(0, short.length)).toEqual(short);
			}),
		);
	});
});

/** By the definition, from the day alone. */
function isDue(each: CalendarDate, rhythm: string, base: CalendarDate | undefined): boolean {
	if (rhythm === 'daily') return true;
	if (rhythm === 'weekly') {
		const sunday = '2026-03-01' as CalendarDate;
		return daysBetween(base ?? sunday, each) % 7 === 0;
	}
	const months = { monthly: 1, quarterly: 3, semiAnnual: 6, annual: 12 }[rhythm] ?? 0;
	const [year, month, date] = partsOf(each);
	// Calendar rounds end as one that ended with a year's last day.
	const [baseYear, baseMonth, baseDate] = partsOf(base ?? calendarDate(2000, 12, 31) ?? each);
	const apart = (year - baseYear) * 12 + month - baseMonth;
	return apart % months === 0 && date === Math.min(baseDate, daysInMonth(year, month));
}

function partsOf(date: CalendarDate): readonly [number, number, number] {
	return date.split('-').map(Number) as [number, number, number];
}
