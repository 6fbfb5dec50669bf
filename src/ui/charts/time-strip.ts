/** Where the marks of a strip of time stand, and in which lane each label has room. */
import { readableDate, type CalendarDate } from '../../base/calendar-date.ts';
import type { PillState } from '../feedback/pill-state.ts';
import { dayNumber } from './day-number.ts';
import { labelLanes } from './label-lanes.ts';

export interface TimeMark {
	readonly id: string;
	readonly date: CalendarDate;
	readonly label: string;
	readonly state?: PillState | undefined;
}

export interface PlacedMark extends TimeMark {
	/** Share of the strip, 0 to 1. */
	readonly at: number;
	/** From 0, the lane next to the strip. */
	readonly lane: number;
	/** The label stands before its mark, since after it the strip ends. */
	readonly before: boolean;
}

export interface TimeScale {
	readonly from: CalendarDate;
	readonly to: CalendarDate;
	readonly at: (date: CalendarDate) => number;
}

/** A scale that covers all the dates; the dates given first are a period and are always there. */
export function timeScale(dates: readonly [CalendarDate, ...CalendarDate[]]): TimeScale {
	const sorted = dates.toSorted();
	const [from, to] = [sorted[0] ?? dates[0], sorted.at(-1) ?? dates[0]];
	const days = Math.max(1, dayNumber(to) - dayNumber(from));
	return { from, to, at: (date) => (dayNumber(date) - dayNumber(from)) / days };
}

/** How wide a sign is, on average and with some to spare, in rem of the small text. */
const signWidth = 0.42;
const gap = 0.75;

/**
 * The marks in the order of their dates, their labels in lanes where none covers another. `width` is
 * that of the strip, in rem.
 */
export function placeMarks(
	marks: readonly TimeMark[],
	scale: TimeScale,
	width: number,
): readonly PlacedMark[] {
	const ordered = marks.toSorted((a, b) => a.date.localeCompare(b.date));
	const sized = ordered.map((mark) => {
		const at = scale.at(mark.date);
		const signs = Math.max(mark.label.length, readableDate(mark.date).length);
		const length = Math.min(signs * signWidth, longestLabel) + gap;
		const before = at * width + length > width && at > 0.5;
		const start = before ? at * width - length : at * width;
		return { ...mark, at, before, start, end: start + length };
	});
	const lanes = labelLanes(sized);
	return sized.map(({ start: _start, end: _end, ...mark }, index) => ({
		...mark,
		lane: lanes[index] ?? 0,
	}));
}

/** In rem; longer ones are cut with an ellipsis. */
export const longestLabel = 11;
