/**
 * Reads a calendar date as people write it. Texts that name no single day (Mar 2026, Q1 2026) are
 * not dates; 03/04/2026 is one only where the order of day and month is known.
 */
import { calendarDate, type CalendarDate } from '../../base/calendar-date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const isoShape =
	/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const numbersShape =
	/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,]+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?)?$/i;
const dayMonthShape =
	/^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]+([a-z]{3,9})\.?,?[-\s/]+(\d{4}|\d{2})$/i;
const monthDayShape =
	/^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;

/**
 * The date of a text, or undefined where it is none.
 * @param dayFirst how 03/04/2026 reads; undefined: only where a part above 12 settles it.
 */
export function parseDate(text: string, dayFirst: boolean | undefined): CalendarDate | undefined {
	const plain = text.trim().replace(/\s+/g, ' ');
	const iso = isoShape.exec(plain);
	if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const dayMonth = dayMonthShape.exec(plain);
	if (dayMonth) return named(dayMonth[3], dayMonth[2], dayMonth[1]);
	const monthDay = monthDayShape.exec(plain);
	if (monthDay) return named(monthDay[3], monthDay[1], monthDay[2]);
	const numbers = numbersShape.exec(plain);
	if (!numbers) return undefined;
	const [first, second] = [Number(numbers[1]), Number(numbers[3])];
	const readDayFirst = first > 12 || numbers[2] === '.' ? true : second > 12 ? false : dayFirst;
	if (first === second) return calendarDate(fullYear(numbers[4]), first, second);
	if (readDayFirst === undefined) return undefined;
	return readDayFirst
		? calendarDate(fullYear(numbers[4]), second, first)
		: calendarDate(fullYear(numbers[4]), first, second);
}

/** True for numbers-only dates that read as two different days (03/04/2026). */
export function isAmbiguousDate(text: string): boolean {
	return (
		parseDate(text, undefined) === undefined &&
		parseDate(text, true) !== undefined &&
		parseDate(text, false) !== undefined
	);
}

/**
 * Which order a column's dates are written in: true day first, false month first, undefined where
 * no value settles it or values contradict each other.
 */
export function dayOrderOf(texts: Iterable<string>): boolean | undefined {
	let dayFirst = false;
	let monthFirst = false;
	for (const text of texts) {
		const numbers = numbersShape.exec(text.trim());
		if (!numbers || numbers[2] === '.') continue;
		if (Number(numbers[1]) > 12) dayFirst = true;
		else if (Number(numbers[3]) > 12) monthFirst = true;
	}
	return dayFirst === monthFirst ? undefined : dayFirst;
}

function named(year = '', month = '', day = ''): CalendarDate | undefined {
	const index = months.indexOf(month.slice(0, 3).toLowerCase());
	return index < 0 ? undefined : calendarDate(fullYear(year), index + 1, Number(day));
}

/** Two digits are this century's: nobody plans a control for 1926. */
function fullYear(year = ''): number {
	return year.length === 2 ? 2000 + Number(year) : Number(year);
}
