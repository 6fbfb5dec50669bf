import { expect, it } from 'vitest';
import { continueSeries } from '../../../../src/ui/grid/fill/series.ts';

it.each([
	['ids count on and keep their zeros', ['AC-09'], ['AC-10', 'AC-11', 'AC-12']],
	['ids keep their step', ['CC6.1', 'CC6.3'], ['CC6.5', 'CC6.7', 'CC6.9']],
	['a lone number is copied', ['7'], ['7', '7', '7']],
	['numbers keep their step', ['10', '8'], ['6', '4', '2']],
	['dates go on by days', ['2026-12-30'], ['2026-12-31', '2027-01-01', '2027-01-02']],
	[
		'dates keep their step',
		['2026-01-01', '2026-01-08'],
		['2026-01-15', '2026-01-22', '2026-01-29'],
	],
	[
		'dates of one day a month go on by months',
		['2026-01-15', '2026-04-15'],
		['2026-07-15', '2026-10-15', '2027-01-15'],
	],
	[
		'ends of months stay ends of months',
		['2026-01-31', '2026-02-28'],
		['2026-03-31', '2026-04-30', '2026-05-31'],
	],
	['a series stops at the end of the calendar', ['9999-12-30'], ['9999-12-31', '', '']],
	['quarters come round again', ['Q3'], ['Q4', 'Q1', 'Q2']],
	['weekdays come round again, in their own case', ['FRI'], ['SAT', 'SUN', 'MON']],
	['every second month', ['October', 'December'], ['February', 'April', 'June']],
	['names over the end of the cycle', ['Q3', 'Q4', 'Q1'], ['Q2', 'Q3', 'Q4']],
	['texts repeat', ['a', 'b'], ['a', 'b', 'a']],
	['mixed texts repeat', ['A-1', 'B-2'], ['A-1', 'B-2', 'A-1']],
	['an uneven series repeats', ['1', '2', '4'], ['1', '2', '4']],
	['numbers with leading zeros are no numbers', ['007'], ['007', '007', '007']],
	['empty cells stay empty', [''], ['', '', '']],
])('%s', (_, texts, expected) => {
	expect(continueSeries(texts, 3)).toEqual(expected);
});

it('counts down when filled upwards, never below zero', () => {
	expect(continueSeries(['AC-2'], 3, -1)).toEqual(['AC-1', 'AC-0', 'AC-0']);
});

it.each([
	['a series is repeated', ['AC-1', 'AC-2'], ['AC-1', 'AC-2', 'AC-1']],
	['a lone date is copied', ['2026-11-21'], ['2026-11-21', '2026-11-21', '2026-11-21']],
	['a lone number counts on', ['7'], ['8', '9', '10']],
])('with Ctrl, %s', (_, texts, expected) => {
	expect(continueSeries(texts, 3, 1, true)).toEqual(expected);
});
