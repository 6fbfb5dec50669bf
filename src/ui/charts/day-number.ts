/** Calendar dates as numbers, so that a chart can lay them out. */
import type { CalendarDate } from '../../base/calendar-date.ts';

const day = 86_400_000; // milliseconds

/** Days since 1 Jan 1970, negative before. */
export function dayNumber(date: CalendarDate): number {
	return Date.parse(date) / day;
}

/** The date of a day's number. */
export function dateOfDay(number: number): CalendarDate {
	return new Date(number * day).toISOString().slice(0, 10) as CalendarDate;
}
