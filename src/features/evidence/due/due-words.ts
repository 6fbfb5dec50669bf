/** What is late or due soon of a control, in words. */
import { readableDate, type CalendarDate } from '../../../base/calendar-date.ts';
import type { DueControl } from '../evidence-state.svelte.ts';

/** So many due dates are named. */
const named = 3;

/**
 * 'due 31 Jul 2026, 31 Aug 2026 and 2 more', 'due 28 Sep 2026, in time until 31 Dec 2026',
 * '12 samples without evidence'.
 */
export function dueWords({ rounds, samples }: DueControl, today: CalendarDate): string {
	if (samples > 0) return `${samples} ${samples === 1 ? 'sample' : 'samples'} without evidence`;
	const [first] = rounds;
	if (!first) return 'no evidence that is in force';
	const { due, closes } = first;
	if (rounds.length === 1 && due < today && closes >= today) {
		return `due ${readableDate(due)}, in time until ${readableDate(closes)}`;
	}
	const dates = rounds.slice(0, named).map((round) => readableDate(round.due));
	const more = rounds.length - dates.length;
	return `due ${dates.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
