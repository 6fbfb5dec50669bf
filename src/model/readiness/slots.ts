/**
 * When a control with a rhythm is due inside the period: calendar rounds, or rounds that end on the
 * control's own anchor day (readiness guide, 5.2). A round counts when its due date lies in the period.
 */
import {
	addDays,
	addMonths,
	calendarDate,
	isCalendarDate,
	type CalendarDate,
} from '../../base/calendar-date.ts';
import { factsOfFrequency } from '../catalog/sampling.ts';

export interface Slot {
	readonly start: CalendarDate;
	/** The last day of the round: due on it. */
	readonly due: CalendarDate;
	/** The last day on which it is still in time. */
	readonly closes: CalendarDate;
}

/** More rounds than this are not listed one by one: a daily control over two years. */
const most = 800;

/** Weeks run from Monday to Sunday; this day is a Sunday. */
const aSunday = '2000-01-02' as CalendarDate;

/** Years typed by mistake have no rounds, and none is counted past the calendar's ends. */
const earliest = '0100-01-01';
const latest = '9000-12-31';

/**
 * The rounds of a frequency whose due date lies from `start` to `end`, oldest first; none for what has
 * no rhythm. `anchor` is a day on which some round is due; '' for the calendar's own.
 */
export function slotsBetween(
	start: CalendarDate,
	end: CalendarDate,
	frequency: string,
	anchor: string,
): readonly Slot[] {
	if (start < earliest || end > latest) return [];
	const facts = factsOfFrequency(frequency);
	const grace = facts?.graceDays ?? 0;
	if (facts?.intervalMonths !== undefined) {
		return byMonths(start, end, facts.intervalMonths, anchor).map((slot) => closed(slot, grace));
	}
	if (facts?.intervalDays !== undefined) {
		return byDays(start, end, facts.intervalDays, anchor).map((slot) => closed(slot, grace));
	}
	return [];
}

/** The day one round later, of the same rhythm; undefined for no rhythm. */
export function nextRound(date: CalendarDate, frequency: string): CalendarDate | undefined {
	const facts = factsOfFrequency(frequency);
	if (facts?.intervalMonths !== undefined) return addMonths(date, facts.intervalMonths);
	if (facts?.intervalDays !== undefined) return addDays(date, facts.intervalDays);
	return undefined;
}

type Round = Omit<Slot, 'closes'>;

function byMonths(
	start: CalendarDate,
	end: CalendarDate,
	months: number,
	anchor: string,
): readonly Round[] {
	const rounds: Round[] = [];
	const base = isCalendarDate(anchor) ? anchor : undefined;
	const first = firstDue(start, months, base);
	for (let round = 0; round < most; round += 1) {
		// Counted from the first each time: the last day of a short month must not shift later ones.
		const due = dueAfter(first, round * months, base);
		if (due > end) break;
		rounds.push({ start: addDays(dueAfter(first, (round - 1) * months, base), 1), due });
	}
	return rounds;
}

/** The first due date on or after `start`. */
function firstDue(
	start: CalendarDate,
	months: number,
	anchor: CalendarDate | undefined,
): CalendarDate {
	if (!anchor) {
		const [year, month] = start.split('-').map(Number) as [number, number];
		const last = Math.ceil(month / months) * months;
		return lastDayOf(year, last);
	}
	const between = monthsBetween(anchor, start);
	let rounds = Math.floor(between / months) - 1;
	while (addMonths(anchor, rounds * months) < start) rounds += 1;
	return addMonths(anchor, rounds * months);
}

function dueAfter(
	first: CalendarDate,
	months: number,
	anchor: CalendarDate | undefined,
): CalendarDate {
	const [year, month] = first.split('-').map(Number) as [number, number];
	if (!anchor) return lastDayOf(year, month + months);
	return addMonths(anchor, monthsBetween(anchor, first) + months);
}

function byDays(
	start: CalendarDate,
	end: CalendarDate,
	days: number,
	anchor: string,
): readonly Round[] {
	const rounds: Round[] = [];
	let due = shiftedTo(isCalendarDate(anchor) ? anchor : aSunday, start, days);
	while (due <= end && rounds.length < most) {
		rounds.push({ start: addDays(due, 1 - days), due });
		due = addDays(due, days);
	}
	return rounds;
}

/** The first day on or after `start` that is so many whole rounds from the anchor. */
function shiftedTo(anchor: CalendarDate, start: CalendarDate, days: number): CalendarDate {
	const between = daysBetween(anchor, start);
	return addDays(anchor, Math.ceil(between / days) * days);
}

function closed(round: Round, grace: number): Slot {
	return { ...round, closes: addDays(round.due, grace) };
}

/** Whole days from one date to another; negative where the other is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function monthsBetween(from: CalendarDate, to: CalendarDate): number {
	const [y1, m1] = from.split('-').map(Number) as [number, number];
	const [y2, m2] = to.split('-').map(Number) as [number, number];
	return (y2 - y1) * 12 + m2 - m1;
}

/** `month` may lie outside 1 to 12. */
function lastDayOf(year: number, month: number): CalendarDate {
	const count = year * 12 + month - 1;
	const first = calendarDate(Math.floor(count / 12), (count % 12) + 1, 1);
	if (!first) throw new Error(`Month ${month} of ${year} is outside the calendar`);
	return addDays(addMonths(first, 1), -1);
}
