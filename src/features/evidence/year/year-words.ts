/** The picture of a period in words: months, cells, and the sentence above it. */
import { readableDate, type CalendarDate } from '../../../base/calendar-date.ts';
import type { MonthStanding } from '../../../model/rules/evidence/evidence-months.ts';
import { roundWords } from '../../../parts/evidence/evidence-words.ts';

/** 'Nov 2026' for 2026-11. */
export function monthWords(month: string): string {
	return readableDate(`${month}-01` as CalendarDate).slice(2);
}

/** 'Missing, due 31 Oct 2026', '28 of 30 accepted, 2 missing', '' where nothing is due. */
export function cellWords({ state, rounds }: MonthStanding): string {
	const [first] = rounds;
	if (state === undefined || !first) return '';
	if (rounds.length === 1) return `${roundWords[state]}, due ${readableDate(first.due)}`;
	const counts = new Map<string, number>();
	for (const { state: each } of rounds) {
		const word = roundWords[each].toLowerCase();
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return `${rounds.length} due: ${[...counts].map(([word, count]) => `${count} ${word}`).join(', ')}`;
}
