import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../src/model/records/control.ts';
import { matrixColumns } from '../../../../src/features/matrix/columns/matrix-column.ts';
import {
	compareOf,
	keyOf,
	passesOf,
	type Arrangement,
	type Sort,
} from '../../../../src/features/matrix/rows/arrangement.ts';
import type { ColumnFilter } from '../../../../src/features/matrix/rows/filter.ts';
import { aControl } from '../matrix-controls.ts';

const columns = matrixColumns([]);

function sortedBy(sort: Sort | undefined, controls: Control[]): Control[] {
	const arrangement: Arrangement = { columns, filters: [], sort, showRetired: true };
	const key = keyOf(arrangement);
	const keyed = controls.map((control) => ({ control, key: key(control) }));
	const rows = keyed.sort(compareOf(arrangement));
	return rows.map(({ control }) => control);
}

function shown(controls: Control[], ...filters: ColumnFilter[]): string[] {
	const passes = passesOf({ columns, filters, sort: undefined, showRetired: false });
	return controls.filter(passes).map(({ controlId }) => controlId);
}

describe('the order of an arrangement', () => {
	it('puts ids in natural order and empty ones last, in both directions', () => {
		const controls = ['CC6.10', '', 'CC6.2'].map((controlId) => aControl({ controlId }));
		const ids = (sort: Sort) => sortedBy(sort, controls).map(({ controlId }) => controlId);
		expect(ids({ column: 'controlId', direction: 'ascending' })).toEqual(['CC6.2', 'CC6.10', '']);
		expect(ids({ column: 'controlId', direction: 'descending' })).toEqual(['CC6.10', 'CC6.2', '']);
	});

	it('puts terms in the order of their list, unknown ones after them', () => {
		const controls = ['nearly there', 'implemented', 'notStarted', 'planned'].map((status) =>
			aControl({ status }),
		);
		const statuses = sortedBy({ column: 'status', direction: 'ascending' }, controls).map(
			({ status }) => status,
		);
		expect(statuses).toEqual(['notStarted', 'planned', 'implemented', 'nearly there']);
	});

	it('puts criteria in catalogue order, a control with more after one with fewer', () => {
		const controls = [['A1.2'], ['CC6.1', 'CC7.1'], ['CC6.1'], ['CC9.9']].map((criteria) =>
			aControl({ criteria }),
		);
		const sets = sortedBy({ column: 'criteria', direction: 'ascending' }, controls).map(
			({ criteria }) => criteria.join(),
		);
		expect(sets).toEqual(['CC6.1', 'CC6.1,CC7.1', 'A1.2', 'CC9.9']);
	});

	it('puts dates in time order, what is no date after them', () => {
		const controls = ['soon', '2026-02-01', '2025-12-31'].map((dueDate) => aControl({ dueDate }));
		const dates = sortedBy({ column: 'dueDate', direction: 'ascending' }, controls).map(
			({ dueDate }) => dueDate,
		);
		expect(dates).toEqual(['2025-12-31', '2026-02-01', 'soon']);
	});

	it('keeps equal ones, and all where nothing is sorted, in the order of the workbook', () => {
		const [first, second, third] = [
			aControl({ owner: 'Ben' }),
			aControl({ owner: 'ben' }),
			aControl({ owner: 'Ana' }),
		];
		const mixed = [third, second, first];
		expect(sortedBy(undefined, [...mixed])).toEqual([first, second, third]);
		const byOwner = sortedBy({ column: 'owner', direction: 'descending' }, [...mixed]);
		expect(byOwner).toEqual([first, second, third]);
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
