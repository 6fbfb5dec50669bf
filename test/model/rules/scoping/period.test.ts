import { describe, expect, it } from 'vitest';

import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import {
	endAfterMonths,
	lengthWords,
	periodLength,
} from '../../../../src/model/rules/scoping/period-length.ts';
import { periodSigns } from '../../../../src/model/rules/scoping/period-signs.ts';
import { aControl, aWorkbook } from '../../../support/a-workbook.ts';
import { aScope } from './a-scope.ts';

const date = (text: string): CalendarDate => text as CalendarDate;

describe('the length of a period', () => {
	it.each([
		['2026-01-01', '2026-12-31', '12 months', 365],
		['2026-01-01', '2026-06-30', '6 months', 181],
		['2026-01-15', '2026-07-31', '6 months and 17 days', 198],
		['2026-01-31', '2026-02-27', '1 month', 28],
		['2026-01-31', '2026-02-26', '27 days', 27],
		['2028-02-29', '2028-03-28', '1 month', 29],
		['2026-05-05', '2026-05-05', '1 day', 1],
	])('from %s to %s, both included, is %s', (start, end, words, days) => {
		const length = periodLength(date(start), date(end));
		expect(lengthWords(length)).toBe(words);
		expect(length.days).toBe(days);
	});

	it('of whole months ends on the day before', () => {
		for (const months of [3, 6, 12]) {
			const start = date('2026-11-21');
			expect(lengthWords(periodLength(start, endAfterMonths(start, months)))).toBe(
				`${months} months`,
			);
		}
	});
});

describe('signs in the dates of an examination', () => {
	const period = (periodStart: string, periodEnd: string, more = {}) =>
		aScope({ reportType: 'type2', periodStart, periodEnd, ...more });
	const ids = (scope: ReturnType<typeof aScope>): string[] =>
		periodSigns(scope, []).map(({ id }) => id);

	it('tell of a period under three months and over twelve, and of one that ends before it starts', () => {
		expect(ids(period('2026-01-01', '2026-03-30'))).toEqual(['short']);
		expect(ids(period('2026-01-01', '2026-03-31'))).toEqual([]);
		expect(ids(period('2026-01-01', '2026-12-31'))).toEqual([]);
		expect(ids(period('2026-01-01', '2027-01-01'))).toEqual(['long']);
		expect(ids(period('2026-01-02', '2026-01-01'))).toEqual(['reversed']);
	});

	it('use the limits of the workbook', () => {
		expect(ids(period('2026-01-01', '2026-03-31', { leastPeriodMonths: '6' }))).toEqual(['short']);
	});

	it('tell of days that no report covers, and of days that two cover', () => {
		const [gap] = periodSigns(
			period('2026-02-01', '2026-12-31', { previousEnd: '2026-01-30' }),
			[],
		);
		expect(gap?.text).toContain('the day between 30 Jan 2026 and 1 Feb 2026');
		expect(ids(period('2026-02-01', '2026-12-31', { previousEnd: '2026-01-31' }))).toEqual([]);
		expect(ids(period('2026-02-01', '2026-12-31', { previousEnd: '2026-02-01' }))).toEqual([
			'overlap',
		]);
	});

	it('tell of a bridge letter over the limit, of either type', () => {
		const bridge = { bridgeFrom: '2026-01-01', bridgeThrough: '2026-04-02' };
		expect(ids(aScope({ reportType: 'type1', ...bridge }))).toEqual([]);
		expect(ids(aScope({ reportType: 'type1', ...bridge, bridgeThrough: '2026-04-03' }))).toEqual([
			'bridge',
		]);
	});

	it('count the active controls that went live after the start', () => {
		const workbook = aWorkbook();
		aControl(workbook, { liveDate: '2026-01-01' });
		aControl(workbook, { liveDate: '2026-01-02' });
		aControl(workbook, { liveDate: '2026-05-01', status: 'notApplicable' });
		aControl(workbook, { liveDate: 'soon' });
		const [sign] = periodSigns(period('2026-01-01', '2026-12-31'), workbook.controls.all());
		expect(sign).toMatchObject({ id: 'late' });
		expect(sign?.text).toMatch(/^One control went live/);
	});

	it('are none while nothing is said', () => {
		expect(periodSigns(aScope(), [])).toEqual([]);
		expect(periodSigns(period('', ''), [])).toEqual([]);
	});
});
