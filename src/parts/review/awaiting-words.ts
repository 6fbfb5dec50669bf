/** “2 threads assigned to you”, each with the tab of the review where it is dealt with. */
import { counted } from '../../base/counted.ts';
import type { InboxItem } from '../../model/review/inbox.ts';

export interface AwaitingLine {
	readonly text: string;
	readonly tab: 'threads' | 'suggestions' | 'sign-offs';
}

export function awaitingWords(items: readonly InboxItem[]): readonly AwaitingLine[] {
	const count = (holds: (item: InboxItem) => boolean): number => items.filter(holds).length;
	const threads = (why: 'assigned' | 'mentioned' | 'answered'): number =>
		count((item) => item.kind === 'thread' && item.why === why);
	const lines: readonly (readonly [number, AwaitingLine['tab'], string, string])[] = [
		[threads('assigned'), 'threads', 'thread assigned to you', 'threads assigned to you'],
		[threads('mentioned'), 'threads', 'new mention of you', 'new mentions of you'],
		[threads('answered'), 'threads', 'answer in your threads', 'answers in your threads'],
		[
			count(({ kind }) => kind === 'suggestion'),
			'suggestions',
			'suggestion to decide',
			'suggestions to decide',
		],
		[
			count(({ kind }) => kind === 'sign-off'),
			'sign-offs',
			'sign-off of yours out of date',
			'sign-offs of yours out of date',
		],
	];
	return lines.flatMap(([number, tab, one, many]) =>
		number === 0 ? [] : [{ text: counted(number, one, many), tab }],
	);
}
