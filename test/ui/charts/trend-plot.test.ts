import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import {
	areaPath,
	linePath,
	trendPlot,
	valueAt,
	type TrendSeries,
} from '../../../src/ui/charts/trend-plot.ts';

const day = (text: string) => text as CalendarDate;
const counted: TrendSeries = {
	id: 'open',
	label: 'Open',
	kind: 'counted',
	points: [
		{ date: day('2026-11-01'), value: 10 },
		{ date: day('2026-11-11'), value: 4 },
	],
};
const meant: TrendSeries = {
	id: 'meant',
	label: 'As planned',
	kind: 'meant',
	points: [
		{ date: day('2026-11-06'), value: 8 },
		{ date: day('2026-11-21'), value: 2 },
	],
};

test('the plot spans all dates of all lines and counts from zero', () => {
	const plot = trendPlot([counted, meant])!;
	expect(plot).toMatchObject({ from: '2026-11-01', to: '2026-11-21' });
	expect(plot.dates).toEqual(['2026-11-01', '2026-11-06', '2026-11-11', '2026-11-21']);
	expect(plot.valueTicks).toEqual([0, 5, 10]);
	expect(plot.x(day('2026-11-11'))).toBe(0.5);
	expect(plot.y(10)).toBe(1);
});

test('no point makes no plot, one point stands in the middle', () => {
	expect(trendPlot([])).toBeUndefined();
	expect(trendPlot([{ ...counted, points: [] }])).toBeUndefined();
	const one = trendPlot([{ ...counted, points: counted.points.slice(0, 1) }])!;
	expect(one.x(one.from)).toBe(0.5);
});

test('what was counted holds until the next count, what is meant runs straight', () => {
	expect(valueAt(counted, day('2026-11-10'))).toBe(10);
	expect(valueAt(counted, day('2026-11-11'))).toBe(4);
	expect(valueAt(meant, day('2026-11-11'))).toBeCloseTo(6);
});

test('a line says nothing before its first and after its last point', () => {
	expect(valueAt(meant, day('2026-11-05'))).toBeUndefined();
	expect(valueAt(counted, day('2026-11-12'))).toBeUndefined();
});

test('counts are drawn as steps over a closed area, plans as a straight line', () => {
	const plot = trendPlot([counted, meant])!;
	expect(linePath(counted, plot)).toBe('M0 0H50V60');
	expect(areaPath(counted, plot)).toBe('M0 0H50V60V100H0Z');
	expect(linePath(meant, plot)).toBe('M25 20L100 80');
});
