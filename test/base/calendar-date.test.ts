import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	addMonths,
	type CalendarDate,
	calendarDate,
	isCalendarDate,
	readableDate,
} from '../../src/base/calendar-date.ts';

describe('calendar dates', () => {
	it('[V-1] are days that exist, written YYYY-MM-DD', () => {
		for (const good of ['2026-11-21', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
			expect(isCalendarDate(good), good).toBe(true);
		}
		for (const bad of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-1-1', '21/11/2026', '']) {
			expect(isCalendarDate(bad), bad).toBe(false);
		}
	});

	it('agree with the calendar of the platform on every day', () => {
		const day = fc.date({
			min: new Date('0001-01-01T00:00:00Z'),
			max: new Date('9999-12-31T00:00:00Z'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(day, (date) => {
				const text = date.toISOString().slice(0, 10);
				expect(calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(
					text,
				);
			}),
		);
	});

	it('move by days as the calendar of the platform does', () => {
		const near = fc.date({
			min: new Date('1999-01-01T00:00:00Z'),
			max: new Date('2105-12-31T00:00:00Z'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(near, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
				const start = date.toISOString().slice(0, 10);
				if (!isCalendarDate(start)) throw new Error(start);
				const moved = new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
				expect(addDays(start, days)).toBe(moved);
			}),
		);
	});

	it('are read by people as 21 Nov 2026', () => {
		expect(readableDate(calendarDate(2026, 11, 21)!)).toBe('21 Nov 2026');
	});
});

describe('addMonths', () => {
	it.each([
		['2026-01-31', 1, '2026-02-28'],
		['2024-01-31', 1, '2024-02-29'],
		['2026-01-15', -1, '2025-12-15'],
		['2026-11-21', 14, '2028-01-21'],
	])('moves %s by %i months to %s', (from, months, to) => {
		expect(addMonths(from as CalendarDate, months)).toBe(to);
	});

	it('refuses to leave the calendar', () => {
		expect(() => addMonths('9999-12-01' as CalendarDate, 1)).toThrow('outside the calendar');
	});
});
