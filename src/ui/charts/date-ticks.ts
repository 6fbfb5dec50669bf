/** The few dates that an axis of time names: days, Mondays, first days of months or years. */
import { calendarDate, type CalendarDate } from '../../base/calendar-date.ts';
import { dateOfDay, dayNumber } from './day-number.ts';

export interface DateTick {
	readonly date: CalendarDate;
	readonly label: string;
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Day steps are counted from a Monday: 5 Jan 1970. */
const daySteps = [1, 2, 7, 14];
const firstMonday = 4;
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];

/**
 * The dates to name between two (both included), in the closest spacing that needs no more than
 * `most`. The year is said where it begins to count and where it changes.
 */
export function dateTicks(from: CalendarDate, to: CalendarDate, most: number): readonly DateTick[] {
	for (const step of daySteps) {
		if (dayNumber(to) - dayNumber(from) > step * (most + 1)) continue;
		const dates = daysBetween(from, to, step);
		if (dates.length <= most) return named(dates, dayAndMonth);
	}
	for (const step of monthSteps) {
		const dates = monthsBetween(from, to, step);
		if (dates.length <= most) return named(dates, step < 12 ? monthOnly : nothing);
	}
	return [];
}

function daysBetween(from: CalendarDate, to: CalendarDate, step: number): readonly CalendarDate[] {
	const first = firstMonday + Math.ceil((dayNumber(from) - firstMonday) / step) * step;
	const dates: CalendarDate[] = [];
	for (let day = first; day <= dayNumber(to); day += step) dates.push(dateOfDay(day));
	return dates;
}

function monthsBetween(
	from: CalendarDate,
	to: CalendarDate,
	step: number,
): readonly CalendarDate[] {
	const dates: CalendarDate[] = [];
	const start = Math.ceil(monthNumber(from) / step) * step;
	for (let month = start; month <= monthNumber(to); month += step) {
		const date = calendarDate(Math.floor(month / 12), (month % 12) + 1, 1);
		if (date && date >= from) dates.push(date);
	}
	return dates;
}

function monthNumber(date: CalendarDate): number {
	return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function named(
	dates: readonly CalendarDate[],
	short: (date: CalendarDate) => string,
): readonly DateTick[] {
	return dates.map((date, index) => {
		const year = date.slice(0, 4);
		const sameYear = dates[index - 1]?.startsWith(year) ?? false;
		const words = [short(date), sameYear ? '' : String(Number(year))];
		return { date, label: words.filter(Boolean).join(' ') };
	});
}

function dayAndMonth(date: CalendarDate): string {
	return `${Number(date.slice(8))} ${monthOnly(date)}`;
}

function monthOnly(date: CalendarDate): string {
	return monthNames[Number(date.slice(5, 7)) - 1] ?? '';
}

function nothing(): string {
	return '';
}
