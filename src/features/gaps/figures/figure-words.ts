/** The sentences above the figures of gaps. */
import { grouped } from '../../../base/counted.ts';
import { readableDate } from '../../../base/calendar-date.ts';
import type { BurnDown } from '../../../model/rules/remediation/burn-down.ts';

export function dueSentence(open: number, overdue: number): string {
	if (open === 0) return 'No gap is open.';
	const what = open === 1 ? '1 gap is open' : `${grouped(open)} gaps are open`;
	return overdue === 0 ? `${what}, none of them overdue.` : `${what}, ${overdue} of them overdue.`;
}

/** Where the count stands, where the dates lead, and what they leave open. */
export function burnDownSentence({ counted, meant, left, undatedDone }: BurnDown): string {
	const now = counted.at(-1);
	if (!now) return 'No gap was opened yet.';
	const most = Math.max(...counted.map(({ open }) => open));
	const words = [
		most > now.open
			? `${grouped(now.open)} open now, ${grouped(most)} at most before.`
			: `${grouped(now.open)} open now, the most so far.`,
	];
	const end = meant.at(-1);
	if (end) {
		words.push(
			left === 0
				? `If each closes when it is due, none is open from ${readableDate(end.date)} on.`
				: `Due dates ahead close all but ${left}, which ${left === 1 ? 'is' : 'are'} overdue or without a date.`,
		);
	} else if (now.open > 0) words.push('No date ahead closes any of them.');
	if (undatedDone > 0) {
		words.push(`${undatedDone} closed without a day, left out here.`);
	}
	return words.join(' ');
}
