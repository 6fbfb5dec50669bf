import { expect, it } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { dueDates } from '../../../../src/model/rules/overview/due-dates.ts';
import { netChange } from '../../../../src/model/rules/overview/net-change.ts';
import { aRecord } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;
const retired = { at: '2026-11-01T00:00:00Z', by: 'Dana', reason: '' };

it('lists what is late and what is due in two weeks, oldest first, and nothing that is done', () => {
	const due = dueDates(
		{
			gaps: [
				aRecord('gaps', 'late', { due: '2026-11-20', status: 'open', owner: 'Jun' }),
				aRecord('gaps', 'closed', { due: '2026-11-20', status: 'closed' }),
				aRecord('gaps', 'far', { due: '2026-12-06', status: 'open' }),
				aRecord('gaps', 'retired', { due: '2026-11-20', status: 'open', retired }),
			],
			controls: [
				aRecord('controls', 'planned', { dueDate: '2026-12-05', status: 'planned' }),
				aRecord('controls', 'live', { dueDate: '2026-11-01', status: 'implemented' }),
				aRecord('controls', 'odd', { dueDate: 'end of Q3', status: 'planned' }),
			],
			policies: [aRecord('policies', 'access', { reviewDue: '2026-11-21' })],
			vendors: [aRecord('vendors', 'host', { reviewDue: '2026-11-02' })],
			risks: [aRecord('risks', 'treated', { due: '2026-11-02', status: 'treated' })],
		},
		today,
	);
	expect(due.map(({ record, date, isLate }) => [record.id, date, isLate])).toEqual([
		['vendor:host', '2026-11-02', true],
		['gap:late', '2026-11-20', true],
		['policy:access', '2026-11-21', false],
		['control:planned', '2026-12-05', false],
	]);
	expect(due[1]).toMatchObject({ field: 'due', what: 'Gap', owner: 'Jun' });
});

it('counts what changed in the last seven days, each record once, and who did it', () => {
	const entry = (at: string, name: string, ids: readonly string[], created = 0) => ({
		at,
		name,
		created,
		changes: ids.map((id) => ({ table: 'controls', id, path: 'owner' })),
	});
	const change = netChange(
		[
			entry('2026-11-21T08:00:00Z', 'Dana', ['a', 'b']),
			entry('2026-11-20T08:00:00Z', 'Jun', ['a'], 3),
			entry('2026-11-14T00:00:00Z', 'Dana', ['c']),
			entry('2026-11-13T23:59:59Z', 'Dana', ['d'], 9),
		],
		({ name }) => ({ key: name, name }),
		today,
	);
	expect(change.since).toBe('2026-11-14');
	expect(change.entries).toBe(3);
	expect(change.created).toBe(3);
	expect(change.edited).toEqual(new Map([['controls', 3]]));
	expect(change.people).toEqual([
		{ name: 'Dana', entries: 2 },
		{ name: 'Jun', entries: 1 },
	]);
});
