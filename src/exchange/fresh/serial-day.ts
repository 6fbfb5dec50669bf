/** Which calendar dates can be written as real dates, and their serial number (ECMA-376 18.17.4.1). */
import { isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';

/** Programs disagree on serials before this day, because of a 29 February 1900 that never was. */
const firstSafeDay = '1900-03-01';

/** True for a date that every program shows as the same day; others are written as text. */
export function isSpreadsheetDate(text: string): text is CalendarDate {
	return text >= firstSafeDay && isCalendarDate(text);
}

/** Days since 30 December 1899: 2026-11-21 → 46347. */
export function serialDay(date: CalendarDate): number {
	return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
