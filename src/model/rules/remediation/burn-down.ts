/**
 * How many gaps were open on which day, counted from their dates, and how many would be if each closed
 * when it is due.
 */
import { isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';

export interface OpenOnDay {
	readonly date: CalendarDate;
	readonly open: number;
}

export interface BurnDown {
	/** One point a day on which something changed, up to today. */
	readonly counted: readonly OpenOnDay[];
	/** From today on; empty where no open gap has a date ahead. */
	readonly meant: readonly OpenOnDay[];
	/** Gaps that are done without a day on which they were: left out. */
	readonly undatedDone: number;
	/** Open gaps that no date ahead closes: overdue, or without a date. */
	readonly left: number;
}

/** `gaps` are the active ones. One without a day of opening counts from the first day there is. */
export function burnDown(gaps: readonly Gap[], today: CalendarDate): BurnDown {
	const dated = gaps.filter((gap) => isOpenGap(gap) || isCalendarDate(gap.closed));
	const openings = dated.map(({ opened }) => within(opened, today));
	const closings = dated.flatMap((gap) =>
		isOpenGap(gap) ? [] : (within(gap.closed, today) ?? []),
	);
	const days = [...openings.flatMap((day) => day ?? []), ...closings, today].sort();
	const first = days[0] ?? today;
	const changes = new Map<CalendarDate, number>([
		[first, 0],
		[today, 0],
	]);
	const add = (day: CalendarDate, by: number) => changes.set(day, (changes.get(day) ?? 0) + by);
	for (const day of openings) add(day ?? first, 1);
	for (const day of closings) add(day, -1);
	const open = gaps.filter(isOpenGap);
	const ahead = open.flatMap(({ due }) => (isCalendarDate(due) && due >= today ? [due] : []));
	return {
		counted: dated.length === 0 ? [] : summed(changes, 0),
		meant: ahead.length === 0 ? [] : summed(downward(ahead, today), open.length),
		undatedDone: gaps.length - dated.length,
		left: open.length - ahead.length,
	};
}

function downward(ahead: readonly CalendarDate[], today: CalendarDate) {
	const changes = new Map<CalendarDate, number>([[today, 0]]);
	// What is due today is meant to be closed by tonight; the line begins with what is open now.
	for (const due of ahead) changes.set(due, (changes.get(due) ?? 0) - 1);
	return changes;
}

function summed(changes: ReadonlyMap<CalendarDate, number>, from: number): readonly OpenOnDay[] {
	let open = from;
	return [...changes]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([date, by]) => ({ date, open: (open += by) }));
}

/** A day up to today; what lies ahead has not happened. */
function within(day: string, today: CalendarDate): CalendarDate | undefined {
	if (!isCalendarDate(day)) return undefined;
	return day > today ? today : day;
}
