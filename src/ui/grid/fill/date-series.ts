/** How dates go on: by days, or by months where all fall on the same day or on a month's end. */
import { addDays, addMonths, daysInMonth, type CalendarDate } from '../../../base/calendar-date.ts';
import { evenStep, type Follow } from './even-step.ts';

const dayLength = 86_400_000;

/** A lone date goes on by days. Undefined where the dates have no even step. */
export function followDates(dates: readonly CalendarDate[], direction: 1 | -1): Follow | undefined {
	const last = dates.at(-1);
	if (last === undefined) return undefined;
	const months = monthStep(dates);
	if (months) {
		const first = dates.find((date) => dayOf(date) === Math.max(...dates.map(dayOf))) ?? last;
		const toLast = monthOf(last) - monthOf(first);
		return (at) => inCalendar(() => addMonths(first, toLast + at * months));
	}
	const days = dates.map((date) => Date.parse(`${date}T00:00:00Z`) / dayLength);
	const step = evenStep(days) ?? (days.length === 1 ? direction : undefined);
	return step === undefined ? undefined : (at) => inCalendar(() => addDays(last, at * step));
}

/** By how many months the dates go on; undefined where they do by days. */
function monthStep(dates: readonly CalendarDate[]): number | undefined {
	const day = Math.max(...dates.map(dayOf));
	const isMonthly = dates.every((date) => dayOf(date) === Math.min(day, lengthOf(date)));
	return isMonthly ? evenStep(dates.map(monthOf)) : undefined;
}

function dayOf(date: CalendarDate): number {
	return Number(date.slice(8));
}

/** Months since the year 0. */
function monthOf(date: CalendarDate): number {
	return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function lengthOf(date: CalendarDate): number {
	return daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** Nothing where the series runs out of the calendar. */
function inCalendar(dateOf: () => CalendarDate): string {
	try {
		return dateOf();
	} catch {
		return '';
	}
}
