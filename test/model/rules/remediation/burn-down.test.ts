import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../../../src/base/calendar-date.ts';
import { burnDown } from '../../../../src/model/rules/remediation/burn-down.ts';
import { aRecord } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;

test('each opening adds and each closing takes away, to what is open today', () => {
	const gaps = [
		aRecord('gaps', 'a', { status: 'closed', opened: '2026-09-01', closed: '2026-10-01' }),
		aRecord('gaps', 'b', { status: 'open', opened: '2026-09-15', due: '2026-12-01' }),
		aRecord('gaps', 'c', { status: 'inProgress', opened: '2026-10-01', due: '2026-11-01' }),
		aRecord('gaps', 'd', { status: 'closed', opened: '2026-09-01' }),
	];
	expect(burnDown(gaps, today)).toEqual({
		counted: [
			{ date: '2026-09-01', open: 1 },
			{ date: '2026-09-15', open: 2 },
			{ date: '2026-10-01', open: 2 },
			{ date: today, open: 2 },
		],
		meant: [
			{ date: today, open: 2 },
			{ date: '2026-12-01', open: 1 },
		],
		undatedDone: 1,
		left: 1,
	});
});

test('without gaps nothing is drawn', () => {
	expect(burnDown([], today)).toMatchObject({ counted: [], meant: [] });
});

test('on any day the count is that of the gaps that were open on it', () => {
	const day = fc.integer({ min: -200, max: 0 }).map((back) => addDays(today, back));
	const gap = fc
		.tuple(fc.option(day), fc.option(day))
		.map(([opened, closed]) => ({ opened: opened ?? '', closed, isClosed: closed !== null }));
	fc.assert(
		fc.property(fc.array(gap, { maxLength: 12 }), fc.nat(210), (said, back) => {
			const gaps = said.map(({ opened, closed, isClosed }, at) =>
				aRecord('gaps', String(at), {
					opened,
					status: isClosed ? 'closed' : 'open',
					closed: closed ?? '',
				}),
			);
			const { counted } = burnDown(gaps, today);
			expect(counted.at(-1)?.open ?? 0).toBe(said.filter(({ isClosed }) => !isClosed).length);
			const looked = addDays(today, -back);
			const first = counted[0]?.date;
			if (first === undefined || looked < first) return;
			const shown = counted.findLast(({ date }) => date <= looked)?.open;
			const open = said.filter(
				({ opened, closed }) =>
					(opened === '' || opened <= looked) && !(closed !== null && closed <= looked),
			);
			// A gap closed before it was opened counts as less than nothing in between; nobody says so.
			if (said.every(({ opened, closed }) => closed === null || opened <= closed)) {
				expect(shown).toBe(open.length);
			}
		}),
	);
});
