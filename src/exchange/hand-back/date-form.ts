/**
 * Writes a calendar date the way another text writes one: the order of its parts, what stands
 * between them, padding, the month's name, the weekday.
 */
import type { CalendarDate } from '../../base/calendar-date.ts';
import { parseDate } from '../recognise/parse-date.ts';

/** `date` in the form of `like`; undefined where `like` is no date or its form cannot say `date`. */
export function dateLike(
	like: string,
	date: CalendarDate,
	dayFirst: boolean | undefined,
): string | undefined {
	const plain = like.trim();
	for (const write of forms) {
		const text = write(plain, date, dayFirst);
		if (text !== undefined) return parseDate(text, dayFirst) === date ? text : undefined;
	}
	return undefined;
}

type Form = (like: string, date: CalendarDate, dayFirst: boolean | undefined) => string | undefined;

const forms: readonly Form[] = [
	(like, date) => {
		const match = /^\d{4}([-/.])(\d{1,2})([-/.])(\d{1,2})/.exec(like);
		if (!match) return undefined;
		const { year, month, day } = padded(date, [match[2], match[4]]);
		return year + (match[1] ?? '') + month + (match[3] ?? '') + day;
	},
	(like, date, dayFirst) => {
		const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})/.exec(like);
		if (!match) return undefined;
		const [, first = '', separator = '', second = '', written = ''] = match;
		const isDayFirst =
			Number(first) > 12 || separator === '.' ? true : Number(second) > 12 ? false : dayFirst;
		if (isDayFirst === undefined) return undefined;
		const { year, month, day } = padded(date, [first, second]);
		const parts = isDayFirst ? [day, month] : [month, day];
		return [...parts, year.slice(-written.length)].join(separator);
	},
	(like, date) => {
		const match =
			/^([a-z]{3,9}(?=,?\s))?(,?\s+)?(\d{1,2})(st|nd|rd|th|\.)?([-\s/]+)([a-z]{3,9})(\.?,?[-\s/]+)(\d{4}|\d{2})$/i.exec(
				like,
			);
		if (!match) return undefined;
		const [, weekday, gap = '', day = '', suffix, before = '', name = '', after = '', year = ''] =
			match;
		const parts = padded(date, [day]);
		return [
			weekdayLike(weekday, date) + gap + parts.day + ordinal(suffix, date),
			before + monthLike(name, date) + after + parts.year.slice(-year.length),
		].join('');
	},
	(like, date) => {
		const match =
			/^([a-z]{3,9}(?=,?\s+[a-z]))?(,?\s+)?([a-z]{3,9})(\.?\s+)(\d{1,2})(st|nd|rd|th)?(,?\s+)(\d{4})$/i.exec(
				like,
			);
		if (!match) return undefined;
		const [, weekday, gap = '', name = '', between = '', day = '', suffix, after = ''] = match;
		const parts = padded(date, [day]);
		return [
			weekdayLike(weekday, date) + gap + monthLike(name, date) + between,
			parts.day + ordinal(suffix, date) + after + parts.year,
		].join('');
	},
];

/** Parts have a leading zero unless one of `like`, the day or month of the model, lacks it. */
function padded(date: CalendarDate, like: readonly (string | undefined)[]) {
	const [year = '', month = '', day = ''] = date.split('-');
	const isPadded = !like.some((part) => part?.length === 1);
	const part = (text: string): string => (isPadded ? text : text.replace(/^0/, ''));
	return { year, month: part(month), day: part(day) };
}

function monthLike(like: string, date: CalendarDate): string {
	const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(utc(date));
	return nameLike(like, name);
}

function weekdayLike(like: string | undefined, date: CalendarDate): string {
	if (like === undefined) return '';
	const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
	return nameLike(like, name.format(utc(date)));
}

/** Three letters where the model has three or four (Sept), in the model's letter case. */
function nameLike(like: string, name: string): string {
	const text = like.length <= 4 ? name.slice(0, 3) : name;
	if (like === like.toUpperCase()) return text.toUpperCase();
	return like === like.toLowerCase() ? text.toLowerCase() : text;
}

function ordinal(like: string | undefined, date: CalendarDate): string {
	if (like === undefined || like === '.') return like ?? '';
	const day = Number(date.slice(8));
	if (day > 10 && day < 14) return 'th';
	return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function utc(date: CalendarDate): Date {
	return new Date(`${date}T00:00:00Z`);
}
