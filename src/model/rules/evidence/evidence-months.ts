/** A period as months, and how a control's rounds of each month stand. */
import type { CalendarDate } from '../../../base/calendar-date.ts';
import type { Period } from '../../readiness/evidence-rounds.ts';
import type { EvidenceRound, RoundState } from './control-rounds.ts';

/** '2026-11'. */
export type Month = string;

export interface MonthStanding {
	readonly month: Month;
	/** The one that needs most attention; undefined where nothing is due in the month. */
	readonly state: RoundState | undefined;
	readonly rounds: readonly EvidenceRound[];
}

/** What needs most attention first. */
const urgency: readonly RoundState[] = [
	'late',
	'soon',
	'waiting',
	'ahead',
	'acceptedLate',
	'accepted',
];

/** Every month of the period, its first and last in part included. */
export function monthsOf({ start, end }: Period): readonly Month[] {
	const months: Month[] = [];
	let [year, month] = start.split('-').map(Number) as [number, number];
	for (;;) {
		const each = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
		if (each > end.slice(0, 7)) return months;
		months.push(each);
		[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
	}
}

/** How each month stands, by the due dates of the rounds. */
export function monthStandings(
	rounds: readonly EvidenceRound[],
	months: readonly Month[],
): readonly MonthStanding[] {
	const byMonth = new Map<Month, EvidenceRound[]>();
	for (const round of rounds) {
		const month = monthOf(round.due);
		byMonth.set(month, [...(byMonth.get(month) ?? []), round]);
	}
	return months.map((month) => {
		const due = byMonth.get(month) ?? [];
		const state = urgency.find((each) => due.some((round) => round.state === each));
		return { month, state, rounds: due };
	});
}

export function monthOf(date: CalendarDate): Month {
	return date.slice(0, 7);
}
