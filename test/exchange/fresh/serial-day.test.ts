import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { isSpreadsheetDate, serialDay } from '../../../src/exchange/fresh/serial-day.ts';

describe('the serial number of a day', () => {
	it.each([
		['1900-03-01', 61],
		['1970-01-01', 25_569],
		['2000-02-29', 36_585],
		['2026-11-21', 46_347],
		['9999-12-31', 2_958_465],
	])('%s is %d', (date, serial) => {
		expect(isSpreadsheetDate(date)).toBe(true);
		expect(serialDay(date as CalendarDate)).toBe(serial);
	});

	it.each(['1900-02-28', '0001-01-01', '2026-02-30', '2026-11', 'Q1 2027', ''])(
		'%j is no date that every program shows alike',
		(text) => {
			expect(isSpreadsheetDate(text)).toBe(false);
		},
	);
});
