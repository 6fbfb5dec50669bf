/** Where the points of a trend lie, in shares of the plot, and what it says at each date. */
import type { CalendarDate } from '../../base/calendar-date.ts';
import { dateTicks, type DateTick } from './date-ticks.ts';
import { dayNumber } from './day-number.ts';
import { niceTicks } from './nice-ticks.ts';

export interface TrendPoint {
	readonly date: CalendarDate;
	readonly value: number;
}

export interface TrendSeries {
	readonly id: string;
	readonly label: string;
	/** In the order of their dates, one a date. */
	readonly points: readonly TrendPoint[];
	/** What was counted is a full line; what is meant to be a dashed one. */
	readonly kind: 'counted' | 'meant';
}

export interface TrendPlot {
	readonly from: CalendarDate;
	readonly to: CalendarDate;
	/** Every date that has a point, in order. */
	readonly dates: readonly CalendarDate[];
	readonly valueTicks: readonly number[];
	readonly dateTicks: readonly DateTick[];
	/** Share of the width at which a date stands; a lone date stands in the middle. */
	readonly x: (date: CalendarDate) => number;
	/** Share of the height, from the bottom. */
	readonly y: (value: number) => number;
}

/** Undefined where there is no point at all. Values count from zero. */
export function trendPlot(series: readonly TrendSeries[]): TrendPlot | undefined {
	const points = series.flatMap((line) => line.points);
	const dates = [...new Set(points.map(({ date }) => date))].toSorted();
	const [from, to] = [dates[0], dates.at(-1)];
	if (!from || !to) return undefined;
	const values = points.map(({ value }) => value);
	const whole = values.every(Number.isInteger);
	const valueTicks = niceTicks(Math.min(0, ...values), Math.max(...values), { most: 5, whole });
	const [low, high] = [valueTicks[0]!, valueTicks.at(-1)!];
	const days = dayNumber(to) - dayNumber(from);
	return {
		from,
		to,
		dates,
		valueTicks,
		dateTicks: dateTicks(from, to, 6),
		x: (date) => (days === 0 ? 0.5 : (dayNumber(date) - dayNumber(from)) / days),
		y: (value) => (value - low) / (high - low),
	};
}

/**
 * The value of a line at a date: what was counted holds until it is counted again, what is meant
 * runs straight from point to point. Undefined before the first and after the last point.
 */
export function valueAt({ points, kind }: TrendSeries, date: CalendarDate): number | undefined {
	const before = points.findLast((point) => point.date <= date);
	const after = points.find((point) => point.date >= date);
	if (!before || !after) return undefined;
	if (kind === 'counted' || before.date === after.date) return before.value;
	const share =
		(dayNumber(date) - dayNumber(before.date)) / (dayNumber(after.date) - dayNumber(before.date));
	return before.value + (after.value - before.value) * share;
}

/** A line as an SVG path in a box of 100 × 100 whose top is 0; steps for what was counted. */
export function linePath({ points, kind }: TrendSeries, { x, y }: TrendPlot): string {
	return points
		.map(({ date, value }, index) => {
			const [left, top] = [round(x(date) * 100), round(100 - y(value) * 100)];
			if (index === 0) return `M${left} ${top}`;
			return kind === 'counted' ? `H${left}V${top}` : `L${left} ${top}`;
		})
		.join('');
}

/** The same with the area under it closed. */
export function areaPath(series: TrendSeries, plot: TrendPlot): string {
	const first = series.points[0];
	if (!first) return '';
	const floor = round(100 - plot.y(0) * 100);
	return `${linePath(series, plot)}V${floor}H${round(plot.x(first.date) * 100)}Z`;
}

function round(share: number): number {
	return Math.round(share * 100) / 100;
}
