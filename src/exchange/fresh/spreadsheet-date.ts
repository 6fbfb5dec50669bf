/** Which calendar dates can be written as real dates, in every format. */
import { isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';

/** Programs disagree on serials before this day, because of a 29 February 1900 that never was. */
const firstSafeDay = '1900-03-01';

/** True for a date that every program shows as the same day; others are written as text. */
export function isSpreadsheetDate(text: string): text is CalendarDate {
	return text >= firstSafeDay && isCalendarDate(text);
}
