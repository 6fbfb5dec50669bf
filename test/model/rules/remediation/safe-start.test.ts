import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { liveCoverage, safeStart } from '../../../../src/model/rules/remediation/safe-start.ts';
import {
	safeStartSentence,
	safeStartWords,
} from '../../../../src/model/rules/remediation/safe-start-words.ts';
import { aRecord } from '../../../support/records.ts';

function key(name: string, values: Parameters<typeof aRecord<'controls'>>[2] = {}) {
	return aRecord('controls', name, { isKey: 'yes', controlId: name.toUpperCase(), ...values });
}

const told = (start: ReturnType<typeof safeStart>) =>
	[...start.rows, ...start.unknown].map(
		(row) => `${row.control.controlId}: ${safeStartWords(row)} → ${row.safe ?? '?'}`,
	);

test('the latest live date of the key controls decides, one interval later where there is a rhythm', () => {
	const start = safeStart(
		[
			key('a', { liveDate: '2026-03-03', frequency: 'quarterly' }),
			key('b', { liveDate: '2026-05-01', frequency: 'perEvent' }),
			key('c', { liveDate: '2026-01-31', frequency: 'monthly' }),
			aRecord('controls', 'other', { liveDate: '2027-01-01' }),
			key('gone', {
				liveDate: '2027-01-01',
				retired: { at: '2026-11-21T00:00:00Z', by: 'Dana', reason: 'x' },
			}),
			key('not', {
				liveDate: '2027-01-01',
				status: 'notApplicable',
				notApplicableReason: 'No own premises',
			}),
		],
		[],
	);
	expect(start.date).toBe('2026-06-03');
	expect(told(start)).toEqual([
		'A: live 3 Mar 2026, plus one quarter → 2026-06-03',
		'B: live 1 May 2026 → 2026-05-01',
		'C: live 31 Jan 2026, plus one month → 2026-02-28',
	]);
	expect(safeStartSentence(start)).toBe('By 3 Jun 2026 each key control has run once.');
});

test('one that is not live yet is expected when the last of its open gaps is due, else on its own date', () => {
	const controls = [
		key('a', { status: 'planned', dueDate: '2026-12-01', frequency: 'annual' }),
		key('b', { status: 'inProgress', dueDate: '2026-12-15' }),
	];
	const gaps = [
		aRecord('gaps', '1', {
			controls: ['control:a'],
			due: '2027-01-10',
			status: 'open',
			gapId: 'G-1',
		}),
		aRecord('gaps', '2', {
			controls: ['control:a'],
			due: '2027-02-10',
			status: 'waiting',
			gapId: 'G-2',
		}),
		aRecord('gaps', '3', { controls: ['control:b'], due: '2028-01-10', status: 'closed' }),
	];
	expect(told(safeStart(controls, gaps))).toEqual([
		'A: expected when G-2 is due, 10 Feb 2027, plus one year → 2028-02-10',
		'B: due 15 Dec 2026 → 2026-12-15',
	]);
});

test('what nobody said is named and makes the date a lower end', () => {
	const start = safeStart(
		[
			key('a', { liveDate: '2026-03-03' }),
			key('b', { status: 'implemented', dueDate: '2026-01-01' }),
			key('c', { status: 'planned' }),
			key('d', { status: 'planned', dueDate: '2026-12-01' }),
		],
		[aRecord('gaps', '1', { controls: ['control:d'], due: 'soon', status: 'open' })],
	);
	expect(start.unknown.map(({ control }) => control.controlId)).toEqual(['B', 'C', 'D']);
	expect(told(start)[1]).toBe('B: in place, but nobody recorded since when → ?');
	expect(safeStartSentence(start)).toBe(
		'Not before 3 Mar 2026, and perhaps later: 3 key controls have no live date.',
	);
	expect(safeStartSentence(safeStart([key('b')], []))).toBe(
		'Nothing can be said yet: one key control has no live date.',
	);
	expect(safeStartSentence(safeStart([], []))).toMatch(/^No control is marked as key/);
});

test('coverage is the share of the period from the live date on', () => {
	const period = { start: '2026-01-01' as CalendarDate, end: '2026-04-11' as CalendarDate };
	expect(liveCoverage(period, '2025-06-01' as CalendarDate)).toBe(1);
	expect(liveCoverage(period, '2026-01-26' as CalendarDate)).toBe(0.75);
	expect(liveCoverage(period, '2026-05-01' as CalendarDate)).toBe(0);
	const day = { start: period.start, end: period.start };
	expect(liveCoverage(day, period.start)).toBe(1);
	expect(liveCoverage(day, period.end)).toBe(0);
});
