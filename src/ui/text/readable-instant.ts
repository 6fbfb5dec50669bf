/** Instants as people read them, in the reader's own time zone: 21 Nov 2026, 14:03. */
import { calendarDate, readableDate } from '../../base/calendar-date.ts';

/** The local date and time of an ISO 8601 instant; the text itself where it is no instant. */
export function readableInstant(instant: string): string {
	const date = new Date(instant);
	if (Number.isNaN(date.getTime())) return instant;
	const time = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
	return `${readableDay(date) ?? ''}, ${time}`;
}

/** The local date of an instant: 21 Nov 2026. */
export function readableDayOf(instant: string): string {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? instant : (readableDay(date) ?? instant);
}

function readableDay(date: Date): string | undefined {
	const day = calendarDate(date.getFullYear(), date.getMonth() + 1, date.getDate());
	return day ? readableDate(day) : undefined;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
