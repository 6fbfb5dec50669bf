/** Reads a calendar date as people type it, where day and month cannot be mistaken for each other. */
import { calendarDate, isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The date in `2026-11-21`, `21 Nov 2026`, `21-Nov-26`, `21 November 2026`, `Nov 21, 2026`,
 * `21.11.2026`, `11/21/2026` or `21/11/2026`; undefined for anything else, among it `11/12/2026`,
 * which is two dates.
 */
export function dateFromText(text: string): CalendarDate | undefined {
	const trimmed = text.trim();
	if (isCalendarDate(trimmed)) return trimmed;
	const dayFirst = /^(\d{1,2})\.?[\s-]+([a-z]{3,})\.?,?[\s-]+(\d{4}|\d{2})$/i.exec(trimmed);
	if (dayFirst) return fromParts(dayFirst[3], dayFirst[2], dayFirst[1]);
	const monthFirst = /^([a-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(trimmed);
	if (monthFirst) return fromParts(monthFirst[3], monthFirst[1], monthFirst[2]);
	const [date, another] = datesInNumbers(trimmed);
	return another ? undefined : date;
}

/** The dates that numbers may mean: two for `11/12/2026`, one for `11/21/2026` and `11.12.2026`. */
export function datesInNumbers(text: string): readonly CalendarDate[] {
	const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text.trim());
	if (!parts) return [];
	const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
	const dayFirst = calendarDate(year, second, first);
	// With points the day always comes first.
	const monthFirst = parts[2] === '.' ? undefined : calendarDate(year, first, second);
	return [...new Set([dayFirst, monthFirst])].filter((date) => date !== undefined);
}

/** A year of two digits is of this century. */
function fromParts(year = '', monthName = '', day = ''): CalendarDate | undefined {
	const month = months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
	return calendarDate(Number(year.length === 2 ? `20${year}` : year), month, Number(day));
}
