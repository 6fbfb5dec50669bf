/** The dates an examination is about: one as-of date for Type 1, both ends included for Type 2. */
import { isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';
import type { Scope } from '../records/scope.ts';

export type ReportPeriod =
	| { readonly type: 'type1'; readonly asOf: CalendarDate }
	| { readonly type: 'type2'; readonly start: CalendarDate; readonly end: CalendarDate };

/** The period of the scope, or undefined while its dates are not set or make no sense. */
export function reportPeriod(scope: Scope): ReportPeriod | undefined {
	const { reportType, asOf, periodStart: start, periodEnd: end } = scope;
	if (reportType === 'type1') return canBeExamined(asOf) ? { type: 'type1', asOf } : undefined;
	if (reportType !== 'type2' || !canBeExamined(start) || !canBeExamined(end)) return undefined;
	return start <= end && yearOf(end) - yearOf(start) <= mostYears
		? { type: 'type2', start, end }
		: undefined;
}

/**
 * True for a day of 1900 to 2999. Others are slips of the keyboard or stand for “open” (9999-12-31);
 * reckoning with them leads out of the calendar.
 */
export function canBeExamined(date: string): date is CalendarDate {
	return isCalendarDate(date) && date >= '1900' && date < '3000';
}

/** Nobody examines ten years at once. */
const mostYears = 10;

function yearOf(date: CalendarDate): number {
	return Number(date.slice(0, 4));
}
