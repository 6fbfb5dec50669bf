/** How long an observation period is, both ends included, and periods of whole months. */
import { counted } from '../../../base/counted.ts';
import { addDays, addMonths, type CalendarDate } from '../../../base/calendar-date.ts';

export interface PeriodLength {
	readonly days: number;
	/** Whole months, and the days that are left. */
	readonly months: number;
	readonly daysOver: number;
}

/** The length of a period whose start is not after its end. */
export function periodLength(start: CalendarDate, end: CalendarDate): PeriodLength {
	const dayAfter = addDays(end, 1);
	let months = 0;
	while (addMonths(start, months + 1) <= dayAfter) months++;
	return {
		days: daysBetween(start, end) + 1,
		months,
		daysOver: daysBetween(addMonths(start, months), dayAfter),
	};
}

/** The last day of a period of so many months. */
export function endAfterMonths(start: CalendarDate, months: number): CalendarDate {
	return addDays(addMonths(start, months), -1);
}

/** Days from one date to another, negative where the other is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** '6 months', '5 months and 12 days', '20 days'. */
export function lengthWords({ days, months, daysOver }: PeriodLength): string {
	if (months === 0) return counted(days, 'day');
	return daysOver === 0
		? counted(months, 'month')
		: `${counted(months, 'month')} and ${counted(daysOver, 'day')}`;
}
