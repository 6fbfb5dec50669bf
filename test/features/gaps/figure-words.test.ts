import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { burnDownSentence, dueSentence } from '../../../src/features/gaps/figures/figure-words.ts';

const day = (text: string) => text as CalendarDate;

test('the open gaps in a sentence', () => {
	expect(dueSentence(0, 0)).toBe('No gap is open.');
	expect(dueSentence(1, 0)).toBe('1 gap is open, none of them overdue.');
	expect(dueSentence(1200, 3)).toBe('1,200 gaps are open, 3 of them overdue.');
});

test('the burn-down says where it stands, where the dates lead, and what they leave', () => {
	const counted = [
		{ date: day('2026-10-01'), open: 5 },
		{ date: day('2026-11-21'), open: 3 },
	];
	const meant = [
		{ date: day('2026-11-21'), open: 3 },
		{ date: day('2026-12-24'), open: 0 },
	];
	expect(burnDownSentence({ counted, meant, left: 0, undatedDone: 0 })).toBe(
		'3 open now, 5 at most before. If each closes when it is due, none is open from 24 Dec 2026 on.',
	);
	expect(burnDownSentence({ counted, meant, left: 2, undatedDone: 1 })).toBe(
		'3 open now, 5 at most before. Due dates ahead close all but 2, which are overdue or without a date. 1 closed without a day, left out here.',
	);
	const rising = counted.toReversed();
	expect(burnDownSentence({ counted: rising, meant, left: 0, undatedDone: 0 })).toMatch(
		/^5 open now, the most so far\./,
	);
	expect(burnDownSentence({ counted, meant: [], left: 3, undatedDone: 0 })).toContain(
		'No date ahead closes any of them.',
	);
	expect(burnDownSentence({ counted: [], meant: [], left: 0, undatedDone: 0 })).toBe(
		'No gap was opened yet.',
	);
});
