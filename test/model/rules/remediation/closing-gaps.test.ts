import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { closingProblem } from '../../../../src/model/rules/remediation/closing-gaps.ts';
import { dueStanding } from '../../../../src/model/rules/remediation/gap-dates.ts';
import { nextGapId } from '../../../../src/model/rules/remediation/next-gap-id.ts';
import { aRecord } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;
const good = { owner: 'Ana', closed: '2026-11-20', verifiedBy: 'Ben' };

test('a gap is closed on a day that has been, by proof that somebody else looked at', () => {
	expect(closingProblem(good, today)).toBeUndefined();
	expect(closingProblem({ ...good, owner: '' }, today)).toBeUndefined();
});

test.each([
	[{ closed: '' }, 'closed'],
	[{ closed: '2026-11-31' }, 'closed'],
	[{ closed: '2026-11-22' }, 'closed'],
	[{ verifiedBy: ' ' }, 'verifiedBy'],
	[{ verifiedBy: ' ANA' }, 'verifiedBy'],
])('%o is refused', (said, field) => {
	expect(closingProblem({ ...good, ...said }, today)?.field).toBe(field);
});

test.each([
	[{ status: 'open', due: '2026-11-20' }, 'overdue'],
	[{ status: 'open', due: '2026-11-21' }, 'soon'],
	[{ status: 'toVerify', due: '2026-12-05' }, 'soon'],
	[{ status: 'open', due: '2026-12-06' }, 'later'],
	[{ status: 'open', due: 'end of Q3' }, 'undated'],
	[{ status: 'closed', due: '2026-11-20' }, 'done'],
	[{ status: 'accepted', due: '2026-11-20' }, 'done'],
])('%o stands as %s', (said, standing) => {
	expect(dueStanding(aRecord('gaps', 'a', said), today)).toBe(standing);
});

test('ids are counted on in the company’s own form', () => {
	expect(nextGapId([])).toBe('G-01');
	expect(nextGapId([], 2)).toBe('G-03');
	expect(nextGapId([{ gapId: 'GAP-009' }, { gapId: 'GAP-002' }, { gapId: 'other' }])).toBe(
		'GAP-010',
	);
});
