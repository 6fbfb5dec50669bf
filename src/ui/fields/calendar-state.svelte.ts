/**
 * Which month a calendar shows and which day is pointed at (WAI-ARIA Authoring Practices, date
 * picker): arrows by day and week, Page Up and Down by month, with Shift by year.
 */
import {
	addDays,
	addMonths,
	calendarDate,
	daysInMonth,
	isCalendarDate,
	type CalendarDate,
} from '../../base/calendar-date.ts';

const monthNames =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** Weeks begin on Monday, as in ISO 8601. */
export const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export class CalendarState {
	#pointed = $state.raw('' as CalendarDate);

	constructor(start: CalendarDate) {
		this.#pointed = start;
	}

	/** The day that the keys stand on. */
	get pointed(): CalendarDate {
		return this.#pointed;
	}

	/** 'November 2026'. */
	readonly title = $derived.by(
		() => `${monthNames[Number(this.#pointed.slice(5, 7)) - 1] ?? ''} ${this.#pointed.slice(0, 4)}`,
	);

	/** The weeks of the month; undefined where a day of it belongs to another month. */
	readonly weeks = $derived.by(() => weeksOf(this.#pointed));

	/** Points at a day, if it is one. */
	point(date: string): void {
		if (isCalendarDate(date)) this.#pointed = date;
	}

	/** Points so many months on, at the same day as far as there is one. */
	turn(months: number): void {
		this.#go(() => addMonths(this.#pointed, months));
	}

	/** Handles a key; true where it moved. */
	press({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
		const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
		const pages = { PageUp: -1, PageDown: 1 }[key];
		if (days !== undefined) this.#go(() => addDays(this.#pointed, days));
		else if (pages !== undefined) this.turn(shiftKey ? pages * 12 : pages);
		else if (key === 'Home') this.#go(() => addDays(this.#pointed, -weekdayOf(this.#pointed)));
		else if (key === 'End') this.#go(() => addDays(this.#pointed, 6 - weekdayOf(this.#pointed)));
		else return false;
		return true;
	}

	/** Stays where it is at the ends of the calendar. */
	#go(moved: () => CalendarDate): void {
		try {
			this.#pointed = moved();
		} catch {
			return;
		}
	}
}

/** 0 for Monday. */
export function weekdayOf(date: CalendarDate): number {
	return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function weeksOf(date: CalendarDate): readonly (readonly (CalendarDate | undefined)[])[] {
	const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
	const days = Array.from({ length: daysInMonth(year, month) }, (_, index) =>
		calendarDate(year, month, index + 1),
	);
	const before = days[0] ? weekdayOf(days[0]) : 0;
	const cells = [...new Array<undefined>(before).fill(undefined), ...days];
	return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
		Array.from({ length: 7 }, (_day, at) => cells[week * 7 + at]),
	);
}
