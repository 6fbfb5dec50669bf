import { describe, expect, it } from 'vitest';
import { isSpreadsheetDate } from '../../../src/exchange/fresh/spreadsheet-date.ts';
import { isoToSerial } from '../../../src/exchange/reading/serial-date.ts';

describe('a day that is written as a real date', () => {
	it.each([
		['1900-03-01', 61],
		['1970-01-01', 25_569],
		['2000-02-29', 36_585],
		['2026-11-21', 46_347],
		['9999-12-31', 2_958_465],
	])('%s has the serial number %d', (date, serial) => {
		expect(isSpreadsheetDate(date)).toBe(true);
		expect(isoToSerial(date, false)).toBe(serial);
	});

	it.each(['1900-02-28', '0001-01-01', '2026-02-30', '2026-11', 'Q1 2027', ''])(
		'%j is none that every program shows alike',
		(text) => {
			expect(isSpreadsheetDate(text)).toBe(false);
		},
	);
});
