/** Reads a calendar date as people type it, where day and month cannot be mistaken for each other. */
import { calendarDate, isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The date in `2026-11-21`, `21 Nov 2026`, `21 November 2026` or `Nov 21, 2026`; undefined for
 * anything else, among it `11/12/2026`, which is two dates.
 */
export function dateFromText(text: string): CalendarDate | undefined {
	const trimmed = text.trim();
	if (isCalendarDate(trimmed)) return trimmed;
	const dayFirst = /^(\d{1,2})\.?[\s-]+([a-z]{3,})\.?,?[\s-]+(\d{4})$/i.exec(trimmed);
	if (dayFirst) return fromParts(dayFirst[3], dayFirst[2], dayFirst[1]);
	const monthFirst = /^([a-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(trimmed);
	if (monthFirst) return fromParts(monthFirst[3], monthFirst[1], monthFirst[2]);
	return undefined;
}

function fromParts(year = '', monthName = '', day = ''): CalendarDate | undefined {
	const month = months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
	return calendarDate(Number(year), month, Number(day));
}
