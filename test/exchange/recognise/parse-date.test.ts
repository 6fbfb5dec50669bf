/** Dates as people write them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../src/base/calendar-date.ts';
import {
	dayOrderOf,
	isAmbiguousDate,
	parseDate,
} from '../../../src/exchange/recognise/parse-date.ts';

describe('a date', () => {
	it.each([
		['2026-03-31', '2026-03-31'],
		['2026/3/31', '2026-03-31'],
		['2026-03-31T10:15:00Z', '2026-03-31'],
		['2026-03-31 10:15', '2026-03-31'],
		['31/03/2026', '2026-03-31'],
		['03/31/2026', '2026-03-31'],
		['31.03.2026', '2026-03-31'],
		['04.03.2026', '2026-03-04'],
		['31-Mar-26', '2026-03-31'],
		['31 March 2026', '2026-03-31'],
		['Mar 31, 2026', '2026-03-31'],
		['Tuesday, March 31st, 2026', '2026-03-31'],
		['05/05/2026', '2026-05-05'],
		['3/31/26', '2026-03-31'],
	])('%s is %s', (text, date) => {
		expect(parseDate(text, undefined)).toBe(date);
	});

	it.each([
		'Mar 2026',
		'Q1 2026',
		'2026',
		'31/02/2026',
		'2026-13-01',
		'Pending',
		'',
		'12.5.1',
		'1/2',
	])('%s is none', (text) => {
		expect(parseDate(text, true)).toBeUndefined();
	});

	it('of 03/04/2026 needs the order of day and month', () => {
		expect(parseDate('03/04/2026', undefined)).toBeUndefined();
		expect(parseDate('03/04/2026', true)).toBe('2026-04-03');
		expect(parseDate('03/04/2026', false)).toBe('2026-03-04');
		expect(isAmbiguousDate('03/04/2026')).toBe(true);
		expect(isAmbiguousDate('13/04/2026')).toBe(false);
		expect(isAmbiguousDate('later')).toBe(false);
	});
});

describe('the order of a column', () => {
	it.each([
		[['03/04/2026', '13/04/2026'], true],
		[['03/04/2026', '04/13/2026'], false],
		[['03/04/2026', '05/06/2026'], undefined],
		[['13/04/2026', '04/13/2026'], undefined],
		[[], undefined],
	])('%j: day first %s', (texts, order) => {
		expect(dayOrderOf(texts)).toBe(order);
	});
});

it('reads every date back from the ways it is written', () => {
	const aDay = fc.tuple(
		fc.integer({ min: 2000, max: 2099 }),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 1, max: 28 }),
	);
	const months =
		'January February March April May June July August September October November December';
	fc.assert(
		fc.property(aDay, ([year, month, day]) => {
			const date = calendarDate(year, month, day);
			const name = months.split(' ')[month - 1] ?? '';
			expect(parseDate(`${year}-${month}-${day}`, undefined)).toBe(date);
			expect(parseDate(`${day}/${month}/${year}`, true)).toBe(date);
			expect(parseDate(`${month}/${day}/${year}`, false)).toBe(date);
			expect(parseDate(`${day} ${name} ${year}`, undefined)).toBe(date);
			expect(parseDate(`${day}-${name.slice(0, 3)}-${String(year).slice(2)}`, undefined)).toBe(
				date,
			);
		}),
	);
});
