/**
 * Calendar dates (YYYY-MM-DD, proleptic Gregorian), never instants: a due date is the same day in
 * every time zone.
 */
export type CalendarDate = string & { readonly __calendarDate: true };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** True for an existing calendar date written YYYY-MM-DD, years 1 to 9999. */
export function isCalendarDate(text: string): text is CalendarDate {
	const match = shape.exec(text);
	if (!match) return false;
	return calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined;
}

/** The date of a year, month (1–12) and day, or undefined where no such day exists. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
	if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
	if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
	if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

/** The date as people read it here: 21 Nov 2026. */
export function readableDate(date: CalendarDate): string {
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	return `${day} ${monthNames[month - 1]} ${year}`;
}

/** The date `days` later (earlier where negative); throws outside the years 1 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	let [y, m, d] = [year, month, day + days];
	while (d < 1) {
		[y, m] = m === 1 ? [y - 1, 12] : [y, m - 1];
		d += daysInMonth(y, m);
	}
	while (d > daysInMonth(y, m)) {
		d -= daysInMonth(y, m);
		[y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
	}
	const moved = calendarDate(y, m, d);
	if (!moved) throw new Error(`${date} and ${days} days is outside the calendar`);
	return moved;
}

/**
 * The same day so many months later (earlier where negative), or the last day of that month where it
 * is shorter; throws outside the years 1 to 9999.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	const count = year * 12 + month - 1 + months;
	const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
	const moved = calendarDate(y, m, Math.min(day, daysInMonth(y, m)));
	if (!moved) throw new Error(`${date} and ${months} months is outside the calendar`);
	return moved;
}

/** How many days a month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(value: number, width: number): string {
	return String(value).padStart(width, '0');
}
