/** What is late or due soon of a control, in words. */
import { readableDate } from '../../../base/calendar-date.ts';
import type { DueControl } from '../evidence-state.svelte.ts';

/** So many due dates are named. */
const named = 3;

/** 'due 31 Mar 2026', 'due 31 Jul 2026, 31 Aug 2026 and 2 more', '12 samples without evidence'. */
export function dueWords({ rounds, samples }: DueControl): string {
	if (samples > 0) return `${samples} ${samples === 1 ? 'sample' : 'samples'} without evidence`;
	if (rounds.length === 0) return 'no evidence that is in force';
	const dates = rounds.slice(0, named).map(({ due }) => readableDate(due));
	const more = rounds.length - dates.length;
	return `due ${dates.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
