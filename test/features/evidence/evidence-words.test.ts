import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { dueWords } from '../../../src/features/evidence/due/due-words.ts';
import { cellWords, monthWords } from '../../../src/features/evidence/year/year-words.ts';
import type { EvidenceRound } from '../../../src/model/rules/evidence/control-rounds.ts';
import { webAddress } from '../../../src/parts/evidence/evidence-words.ts';
import { aRecord } from '../../support/records.ts';

const today = '2026-11-21' as CalendarDate;
const control = aRecord('controls', 'a');

function round(due: string, closes: string, state: EvidenceRound['state']): EvidenceRound {
	return { due: due as CalendarDate, closes: closes as CalendarDate, state, item: undefined };
}

function told(rounds: readonly EvidenceRound[], samples = 0): string {
	return dueWords({ id: control.id, control, rounds, samples }, today);
}

test('what is due in words: days, how long there is, samples', () => {
	expect(told([round('2026-10-31', '2026-11-07', 'late')])).toBe('due 31 Oct 2026');
	expect(told([round('2026-11-15', '2026-11-30', 'soon')])).toBe(
		'due 15 Nov 2026, in time until 30 Nov 2026',
	);
	const months = ['07', '08', '09', '10'].map((month) =>
		round(`2026-${month}-28`, `2026-${month}-28`, 'late'),
	);
	expect(told(months)).toBe('due 28 Jul 2026, 28 Aug 2026, 28 Sep 2026 and 1 more');
	expect(told([], 1)).toBe('1 sample without evidence');
	expect(told([])).toBe('no evidence that is in force');
});

test('a cell of the picture in words', () => {
	expect(monthWords('2026-11')).toBe('Nov 2026');
	expect(cellWords({ month: '2026-11', state: undefined, rounds: [] })).toBe('');
	const rounds = [
		round('2026-11-01', '2026-11-02', 'accepted'),
		round('2026-11-08', '2026-11-09', 'late'),
		round('2026-11-15', '2026-11-16', 'late'),
	];
	expect(cellWords({ month: '2026-11', state: 'late', rounds })).toBe(
		'3 due: 1 accepted, 2 missing',
	);
});

test('only addresses of the web are links', () => {
	expect(webAddress(' https://example.com/a ')).toBe('https://example.com/a');
	expect(webAddress('javascript:alert(1)')).toBeUndefined();
	expect(webAddress('Shared drive / SOC 2')).toBeUndefined();
});
