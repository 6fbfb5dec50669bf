import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../src/model/records/control.ts';
import type { ColumnFilter } from '../../../../src/model/records/view-filter.ts';
import type { ViewSort } from '../../../../src/model/records/view-settings.ts';
import {
	compareBy,
	levelsOf,
	passesOf,
	type Arrangement,
} from '../../../../src/features/registers/rows/arrangement.ts';
import { aControl, anArrangement, someMarks } from '../some-records.ts';

function sortedBy(sorts: readonly ViewSort[], controls: readonly Control[]): readonly Control[] {
	return controls.toSorted(compareBy(levelsOf(anArrangement({ sorts }))));
}

function ascending(...columns: ViewSort['column'][]): ViewSort[] {
	return columns.map((column) => ({ column, direction: 'ascending' }));
}

function shownWith(some: Partial<Arrangement>, controls: readonly Control[]): string[] {
	return controls.filter(passesOf(anArrangement(some))).map(({ controlId }) => controlId);
}

function shown(controls: readonly Control[], ...filters: ColumnFilter[]): string[] {
	return shownWith({ filters }, controls);
}

describe('the order of an arrangement', () => {
	it('puts ids in natural order and empty ones last, in both directions', () => {
		const controls = ['CC6.10', '', 'CC6.2'].map((controlId) => aControl({ controlId }));
		const ids = (sort: ViewSort) => sortedBy([sort], controls).map(({ controlId }) => controlId);
		expect(ids({ column: 'controlId', direction: 'ascending' })).toEqual(['CC6.2', 'CC6.10', '']);
		expect(ids({ column: 'controlId', direction: 'descending' })).toEqual(['CC6.10', 'CC6.2', '']);
	});

	it('puts terms in the order of their list, unknown ones after them', () => {
		const controls = ['nearly there', 'implemented', 'notStarted', 'planned'].map((status) =>
			aControl({ status }),
		);
		const statuses = sortedBy(ascending('status'), controls).map(({ status }) => status);
		expect(statuses).toEqual(['notStarted', 'planned', 'implemented', 'nearly there']);
	});

	it('puts criteria in catalogue order, a control with more after one with fewer', () => {
		const controls = [['A1.2'], ['CC6.1', 'CC7.1'], ['CC6.1'], ['CC9.9']].map((criteria) =>
			aControl({ criteria }),
		);
		const sets = sortedBy(ascending('criteria'), controls).map(({ criteria }) => criteria.join());
		expect(sets).toEqual(['CC6.1', 'CC6.1,CC7.1', 'A1.2', 'CC9.9']);
	});

	it('puts dates in time order, what is no date after them', () => {
		const controls = ['soon', '2026-02-01', '2025-12-31'].map((dueDate) => aControl({ dueDate }));
		const dates = sortedBy(ascending('dueDate'), controls).map(({ dueDate }) => dueDate);
		expect(dates).toEqual(['2025-12-31', '2026-02-01', 'soon']);
	});

	it('keeps equal ones, and all where nothing is sorted, in the order of the workbook', () => {
		const [first, second, third] = [
			aControl({ owner: 'Ben' }),
			aControl({ owner: 'ben' }),
			aControl({ owner: 'Ana' }),
		];
		const mixed = [third, second, first];
		expect(sortedBy([], mixed)).toEqual([first, second, third]);
		const byOwner = sortedBy([{ column: 'owner', direction: 'descending' }], mixed);
		expect(byOwner).toEqual([first, second, third]);
	});

	it('asks a further column only where the one before is equal, each in its direction', () => {
		const controls = [
			['Ben', 'planned'],
			['Ana', 'planned'],
			['Ana', 'implemented'],
			['', 'planned'],
		].map(([owner = '', status = '']) => aControl({ owner, status }));
		const sorts: ViewSort[] = [
			{ column: 'owner', direction: 'ascending' },
			{ column: 'column:gone', direction: 'ascending' },
			{ column: 'status', direction: 'descending' },
		];
		expect(sortedBy(sorts, controls).map(({ owner, status }) => `${owner} ${status}`)).toEqual([
			'Ana implemented',
			'Ana planned',
			'Ben planned',
			' planned',
		]);
	});
});

describe('the filters of an arrangement', () => {
	const controls = [
		aControl({ controlId: '1', owner: 'Ana', criteria: ['CC6.1', 'CC6.2'], status: 'planned' }),
		aControl({ controlId: '2', owner: 'Ben', criteria: [], status: 'inProgress' }),
		aControl({ controlId: '3', owner: '', criteria: ['CC6.1'], status: '' }),
	];

	it('finds text in the words on screen, not in the stored token', () => {
		expect(shown(controls, { column: 'status', kind: 'contains', text: ' in PROG ' })).toEqual([
			'2',
		]);
		expect(shown(controls, { column: 'status', kind: 'excludes', text: 'progress' })).toEqual([
			'1',
			'3',
		]);
		expect(shown(controls, { column: 'status', kind: 'begins', text: 'pl' })).toEqual(['1']);
		expect(shown(controls, { column: 'status', kind: 'begins', text: 'progress' })).toEqual([]);
	});

	it('takes any of several values, the empty cell among them', () => {
		expect(shown(controls, { column: 'owner', kind: 'oneOf', values: ['Ana', ''] })).toEqual([
			'1',
			'3',
		]);
	});

	it('takes a control that has one of the criteria among others', () => {
		expect(shown(controls, { column: 'criteria', kind: 'oneOf', values: ['CC6.2'] })).toEqual([
			'1',
		]);
		expect(shown(controls, { column: 'criteria', kind: 'empty' })).toEqual(['2']);
	});

	it('takes with a series each of its criteria, and none of another', () => {
		const sets = [['CC6.1'], ['CC6.99'], ['CC7.1', 'CC6.8'], ['CC7.1'], ['C1.1']];
		const mapped = sets.map((criteria) => aControl({ controlId: criteria.join(), criteria }));
		expect(shown(mapped, { column: 'criteria', kind: 'oneOf', values: ['CC6'] })).toEqual([
			'CC6.1',
			'CC6.99',
			'CC7.1,CC6.8',
		]);
		expect(shown(mapped, { column: 'criteria', kind: 'oneOf', values: ['C1'] })).toEqual(['C1.1']);
	});

	it('takes dates from day to day, both included, and either end open', () => {
		const days = ['2026-11-20', '2026-11-21', '2026-12-21', '2026-12-22', 'soon', ''];
		const dated = days.map((dueDate) => aControl({ controlId: dueDate, dueDate }));
		const dates = (from: string, to: string) =>
			shown(dated, { column: 'dueDate', kind: 'dates', from, to });
		expect(dates('2026-11-21', '2026-12-21')).toEqual(['2026-11-21', '2026-12-21']);
		expect(dates('', '2026-11-20')).toEqual(['2026-11-20']);
		expect(dates('2026-12-22', '')).toEqual(['2026-12-22']);
		expect(shown(dated, { column: 'dueDate', kind: 'next', days: 30 })).toEqual([
			'2026-11-21',
			'2026-12-21',
		]);
	});

	it('calls overdue what is due before today and not in place', () => {
		const late = ['planned', '', 'implemented', 'notApplicable'].map((status) =>
			aControl({ controlId: status, status, dueDate: '2026-11-20' }),
		);
		const today = aControl({ controlId: 'today', dueDate: '2026-11-21' });
		expect(shown([...late, today], { column: 'dueDate', kind: 'overdue' })).toEqual([
			'planned',
			'',
		]);
	});

	it('takes what is marked, in one column or in any', () => {
		const marked = [
			aControl({ controlId: 'A', status: 'nearly there' }),
			aControl({ controlId: 'B', dueDate: 'soon' }),
			aControl({ controlId: 'C' }),
			aControl({ controlId: 'D', status: 'planned' }),
		];
		const marks = someMarks({ duplicateIds: new Set(['C']) });
		expect(shown(marked, { column: 'status', kind: 'problem' })).toEqual(['A']);
		expect(shownWith({ onlyProblems: true, marks }, marked)).toEqual(['A', 'B', 'C']);
		const inId: ColumnFilter = { column: 'controlId', kind: 'problem' };
		expect(shownWith({ filters: [inId], marks }, marked)).toEqual(['C']);
	});

	it('wants all filters to hold', () => {
		expect(
			shown(
				controls,
				{ column: 'criteria', kind: 'oneOf', values: ['CC6.1'] },
				{ column: 'owner', kind: 'filled' },
			),
		).toEqual(['1']);
	});

	it('holds for every row where its column is gone', () => {
		expect(shown(controls, { column: 'column:gone', kind: 'filled' })).toEqual(['1', '2', '3']);
	});
});
