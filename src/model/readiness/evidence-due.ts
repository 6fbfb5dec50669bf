/**
 * What evidence of a control is due so far in a Type 2 period, and what each of it earns: 1 accepted in
 * its window, 0.5 accepted late or waiting for review, 0 missing (readiness guide, 3.4 and 5.1).
 */
import { isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';
import { factsOfFrequency } from '../catalog/sampling.ts';
import type { Control } from '../records/control.ts';
import type { EvidenceItem } from '../registers/evidence.ts';
import { evidenceModelOf, roundsOf, type Period, type Round } from './evidence-rounds.ts';
import { daysBetween } from './slots.ts';

export interface DueEvidence {
	/** The day its round is due; undefined for a sample. */
	readonly due: CalendarDate | undefined;
	readonly closes: CalendarDate | undefined;
	readonly state: 'accepted' | 'late' | 'waiting' | 'missing';
	readonly credit: 1 | 0.5 | 0;
	/** Days after the due date, where its window had closed by then; 0 in time. */
	readonly daysLate: number;
	/** The item that shows it; undefined where nothing does. */
	readonly item: string | undefined;
}

type Timing = 'inTime' | 'late';

/** An item may come to a round so long after it was due (days); later it is another round's. */
const latestDays = 60;

/** More samples than this are not listed one by one. */
const mostSamples = 10_000;

/** What a round is shown by at best; an excuse with a reason goes before what earns half. */
const preferences: readonly `${Timing} ${string}`[] = [
	'inTime accepted',
	'inTime excused',
	'inTime submitted',
	'late excused',
	'late accepted',
	'late submitted',
];

/** What is due by `today`, oldest first, with the evidence that shows it. `items` are the control's active ones. */
export function dueEvidence(
	control: Control,
	items: readonly EvidenceItem[],
	period: Period,
	today: CalendarDate,
): readonly DueEvidence[] {
	const usable = items.filter(isUsable).sort(byDay);
	const tested = Math.min(mostSamples, wholeNumber(control.itemsTested));
	if (evidenceModelOf(control) === 'population' && tested > 0) {
		return samples(control, usable, tested, period);
	}
	const rounds = roundsOf(control, period);
	const shown = shownBy(rounds, usable.filter(isDated));
	return rounds.flatMap((round) => {
		const item = shown.get(round);
		if (round.counted >= today || item?.state === 'excused') return [];
		const { due, closes } = round;
		const isLate = item !== undefined && timingOf(item, round) === 'late';
		const daysLate = isLate ? daysBetween(due, doneOn(item) as CalendarDate) : 0;
		return [{ due, closes, daysLate, ...credit(item, isLate) }];
	});
}

/** A whole number from 0; 0 for anything else. */
export function wholeNumber(text: string): number {
	return /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
}

/** The day an item is about: what it covers up to, else its effective date. */
export function dayOf({ coversTo, effective }: EvidenceItem): string {
	return isCalendarDate(coversTo) ? coversTo : effective;
}

/** The day it was done, as far as anybody said. */
function doneOn(item: EvidenceItem): string {
	return isCalendarDate(item.effective) ? item.effective : dayOf(item);
}

function isUsable({ state, note }: EvidenceItem): boolean {
	return (
		state === 'accepted' || state === 'submitted' || (state === 'excused' && note.trim() !== '')
	);
}

function isDated(item: EvidenceItem): boolean {
	return isCalendarDate(dayOf(item));
}

function byDay(a: EvidenceItem, b: EvidenceItem): number {
	const [one, other] = [dayOf(a), dayOf(b)];
	return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}

/**
 * Which item shows which round: the best pairs first, and of equal ones that nearest to the due date. So
 * no round is worse off for an item more, and what was done just after a due date belongs to that date.
 */
function shownBy(
	rounds: readonly Round[],
	items: readonly EvidenceItem[],
): ReadonlyMap<Round, EvidenceItem> {
	const pairs = items.flatMap((item) =>
		rounds.flatMap((round) => {
			const timing = timingOf(item, round);
			if (!timing) return [];
			const rank = preferences.indexOf(`${timing} ${item.state}`);
			const distance = Math.abs(daysBetween(round.due, dayOf(item) as CalendarDate));
			return [{ item, round, rank, distance }];
		}),
	);
	// Items come by day and rounds by due date, and the sort keeps that order among equals.
	pairs.sort((a, b) => a.rank - b.rank || a.distance - b.distance);
	const shown = new Map<Round, EvidenceItem>();
	const left = new Map(items.map((item) => [item, countOf(item)]));
	for (const { item, round } of pairs) {
		const count = left.get(item) ?? 0;
		if (count === 0 || shown.has(round)) continue;
		shown.set(round, item);
		left.set(item, count - 1);
	}
	return shown;
}

/** Whether an item can show a round, and in time; undefined where it is about another. */
function timingOf(item: EvidenceItem, round: Round): Timing | undefined {
	const [day, done] = [dayOf(item), doneOn(item)];
	const coversSeveral = countOf(item) > 1 && isCalendarDate(item.coversFrom);
	if (coversSeveral && item.coversFrom <= round.due && round.due <= day) return 'inTime';
	if (day >= round.start && day <= round.closes) return done <= round.closes ? 'inTime' : 'late';
	const isAfter = day > round.closes && daysBetween(round.due, day as CalendarDate) <= latestDays;
	return isAfter ? 'late' : undefined;
}

/** How many rounds or samples it shows. */
function countOf({ items }: EvidenceItem): number {
	return Math.max(1, wholeNumber(items));
}

/** The best there is for each item tested; what is about a day outside the period shows none of them. */
function samples(
	control: Control,
	items: readonly EvidenceItem[],
	tested: number,
	{ start, end }: Period,
): readonly DueEvidence[] {
	const grace = factsOfFrequency(control.frequency)?.graceDays ?? 0;
	const shown = items.flatMap((item) => {
		const [day, done] = [dayOf(item), doneOn(item)];
		const isKnown = isCalendarDate(day) && isCalendarDate(done);
		if (isKnown && (day < start || day > end)) return [];
		const days = isKnown ? daysBetween(day, done) : 0;
		const isLate = days > grace;
		const piece = { ...credit(item, isLate), daysLate: isLate ? days : 0 };
		return Array.from({ length: Math.min(countOf(item), tested) }, () => piece);
	});
	const best = [...shown].sort((a, b) => b.credit - a.credit);
	const missing = { ...credit(undefined, false), daysLate: 0 };
	return Array.from({ length: tested }, (_, at) => ({
		due: undefined,
		closes: undefined,
		...(best[at] ?? missing),
	}));
}

function credit(item: EvidenceItem | undefined, late: boolean) {
	if (item?.state === 'accepted') {
		return late
			? ({ state: 'late', credit: 0.5, item: item.id } as const)
			: ({ state: 'accepted', credit: 1, item: item.id } as const);
	}
	if (item?.state === 'submitted') return { state: 'waiting', credit: 0.5, item: item.id } as const;
	return { state: 'missing', credit: 0, item: undefined } as const;
}
