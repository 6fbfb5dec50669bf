/** The earliest safe start in words, row by row: “live 3 Mar 2026, plus one quarter”. */
import { counted } from '../../../base/counted.ts';
import { readableDate } from '../../../base/calendar-date.ts';
import type { SafeStart, SafeStartRow } from './safe-start.ts';

const intervals: Readonly<Record<string, string>> = {
	daily: 'one day',
	weekly: 'one week',
	monthly: 'one month',
	quarterly: 'one quarter',
	semiAnnual: 'half a year',
	annual: 'one year',
};

/** Why a control moves the start to where it does, or what nobody said. */
export function safeStartWords({ control, live, source, gap }: SafeStartRow): string {
	if (!live) {
		return control.status === 'implemented'
			? 'in place, but nobody recorded since when'
			: 'not in place, and nothing says when it will be';
	}
	const interval = intervals[control.frequency];
	const what = {
		recorded: 'live',
		gap: `expected when ${gap?.gapId || 'its gap'} is due,`,
		dueDate: 'due',
	}[source ?? 'recorded'];
	return `${what} ${readableDate(live)}${interval ? `, plus ${interval}` : ''}`;
}

/** The whole of it in a sentence. */
export function safeStartSentence({ date, rows, unknown }: SafeStart): string {
	if (rows.length + unknown.length === 0) {
		return 'No control is marked as key yet. The start follows from the key controls.';
	}
	const open = unknown.length === 1 ? 'one key control' : counted(unknown.length, 'key control');
	if (!date) return `Nothing can be said yet: ${open} ${has(unknown.length)} no live date.`;
	if (unknown.length === 0) return `By ${readableDate(date)} each key control has run once.`;
	return `Not before ${readableDate(date)}, and perhaps later: ${open} ${has(unknown.length)} no live date.`;
}

function has(count: number): string {
	return count === 1 ? 'has' : 'have';
}
