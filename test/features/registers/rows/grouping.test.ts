import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../src/model/records/control.ts';
import type { GroupBy } from '../../../../src/model/records/view-settings.ts';
import { valueAt } from '../../../../src/model/registers/register.ts';
import { groupingBy } from '../../../../src/features/registers/rows/grouping.ts';
import { RowArranger } from '../../../../src/features/registers/rows/row-arranger.ts';
import { RowGroups } from '../../../../src/features/registers/rows/row-groups.ts';
import { aControl, anArrangement, controlColumns, someMarks } from '../some-records.ts';

const columns = controlColumns();

function groupsBy(
	by: GroupBy,
	values: readonly Partial<Control>[],
	sorts: Parameters<typeof anArrangement>[0] = {},
): string[] {
	const grouping = groupingBy(by, columns);
	if (!grouping) throw new Error(`Nothing is grouped by ${by}`);
	const rows = new RowArranger().arrange(
		values.map((some) => aControl(some)),
		anArrangement({ grouping, ...sorts }),
	);
	return new RowGroups()
		.of(rows, grouping, (row) => row, someMarks())
		.map(
			({ label, rows: members }) =>
				`${label}: ${members.map((row) => valueAt(row, 'title')).join()}`,
		);
}

describe('grouping', () => {
	it('puts a control with several criteria under its first series in catalogue order', () => {
		expect(
			groupsBy('series', [
				{ title: 'a', criteria: ['A1.2'] },
				{ title: 'b', criteria: ['CC6.1', 'A1.2'] },
				{ title: 'c' },
				{ title: 'd', criteria: ['CC10.1'] },
				{ title: 'e', criteria: ['CC6.99'] },
			]),
		).toEqual([
			'CC6 Logical and physical access: b,e',
			'A1 Availability: a',
			'Criteria that do not exist: d',
			'No criteria: c',
		]);
	});

	it('puts all series of a category together', () => {
		expect(
			groupsBy('trustCategory', [
				{ title: 'a', criteria: ['P1.1'] },
				{ title: 'b', criteria: ['CC9.1'] },
				{ title: 'c', criteria: ['CC1.1'] },
				{ title: 'd', criteria: ['PI1.1'] },
			]),
		).toEqual(['Security: b,c', 'Processing integrity: d', 'Privacy: a']);
	});

	it('names the empty group after the column and puts it last, also where the order is turned', () => {
		const owners = [{ title: 'a' }, { title: 'b', owner: 'Ana' }, { title: 'c', owner: 'Ben' }];
		expect(groupsBy('owner', owners)).toEqual(['Ana: b', 'Ben: c', 'No owner: a']);
		const sorts = [{ column: 'owner', direction: 'descending' }] as const;
		expect(groupsBy('owner', owners, { sorts })).toEqual(['Ben: c', 'Ana: b', 'No owner: a']);
	});

	it('sorts within the groups', () => {
		const sorts = [{ column: 'title', direction: 'descending' }] as const;
		const rows = [
			{ title: 'a', status: 'implemented' },
			{ title: 'b', status: 'planned' },
			{ title: 'c', status: 'implemented' },
		];
		expect(groupsBy('status', rows, { sorts })).toEqual(['Planned: b', 'Implemented: c,a']);
	});

	it('puts dates together by month, what is no date after them', () => {
		expect(
			groupsBy('dueDate', [
				{ title: 'a', dueDate: '2026-12-01' },
				{ title: 'b', dueDate: 'soon' },
				{ title: 'c', dueDate: '2026-11-30' },
				{ title: 'd', dueDate: '2026-12-31' },
			]),
		).toEqual(['November 2026: c', 'December 2026: a,d', 'soon: b']);
	});

	it('groups by nothing where the column is gone', () => {
		expect(groupingBy('column:gone', columns)).toBeUndefined();
	});
});
