import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	bulkEdits,
	bulkLabel,
	bulkModes,
	isComplete,
	type BulkMode,
} from '../../../../src/features/registers/bulk/bulk-change.ts';
import { bulkSummary } from '../../../../src/features/registers/bulk/bulk-words.ts';
import type { Control } from '../../../../src/model/records/control.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { aControl, columnOf, someValues } from '../some-records.ts';

const about = registers.controls;
const controls = fc.array(
	someValues.map((values) => aControl(values)),
	{ maxLength: 8 },
);
const members = fc.subarray(['CC1.1', 'CC6.1', 'A1.2', 'XX9']);

/** What a control's criteria are afterwards, as sets are told to people. */
function naively(control: Control, mode: BulkMode, named: readonly string[]): Set<string> {
	const present = new Set(control.criteria);
	if (mode === 'empty') return new Set();
	if (mode === 'set') return new Set(named);
	for (const member of named) {
		if (mode === 'add') present.add(member);
		else present.delete(member);
	}
	return present;
}

describe('bulkEdits', () => {
	it('gives every control the criteria that sets give, and leaves out those that stay', () => {
		const mode = fc.constantFrom<BulkMode>('set', 'add', 'remove', 'empty');
		fc.assert(
			fc.property(controls, mode, members, (rows, way, named) => {
				const change = { column: columnOf('criteria'), mode: way, value: named };
				const edits = bulkEdits(about, change, rows, rows);
				const after = new Map(edits.map(({ record, value }) => [record.id, value]));
				for (const row of isComplete(change) ? rows : []) {
					const expected = naively(row, way, named);
					expect(new Set(after.get(row.id) ?? row.criteria)).toEqual(expected);
					expect(after.has(row.id)).toBe(
						expected.size !== row.criteria.length || row.criteria.some((id) => !expected.has(id)),
					);
				}
			}),
		);
	});

	it('reads a text as if it were typed into the cell, and says what would be odd', () => {
		const row = aControl({ dueDate: '2026-01-31', status: 'planned' });
		const edit = (key: 'dueDate' | 'status', value: string) =>
			bulkEdits(about, { column: columnOf(key), mode: 'set', value }, [row], [row])[0];
		expect(edit('dueDate', '3 Feb 2027')).toMatchObject({
			value: '2027-02-03',
			before: '31 Jan 2026',
			after: '3 Feb 2027',
			problem: undefined,
		});
		expect(edit('dueDate', 'soon')?.problem).toContain('is not a date');
		expect(edit('status', 'implemented')?.after).toBe('Implemented');
		expect(edit('dueDate', '2026-01-31')).toBeUndefined();
	});

	it('marks control IDs that would stand twice, with those of other controls too (V-3)', () => {
		const [one, two, other] = [
			aControl({ controlId: 'AC-1' }),
			aControl({ controlId: 'AC-2' }),
			aControl({ controlId: 'AC-3' }),
		];
		const set = (value: string, rows: readonly Control[]) =>
			bulkEdits(about, { column: columnOf('controlId'), mode: 'set', value }, rows, [
				one,
				two,
				other,
			]);
		expect(set('AC-3', [one])[0]?.problem).toContain('More than one');
		expect(set('AC-9', [one, two]).map(({ problem }) => problem !== undefined)).toEqual([
			true,
			true,
		]);
		expect(set('AC-9', [one])[0]?.problem).toBeUndefined();
	});

	it('offers to add and remove only where a column holds a set', () => {
		expect(bulkModes(columnOf('criteria'))).toEqual(['add', 'remove', 'set', 'empty']);
		expect(bulkModes(columnOf('owner'))).toEqual(['set', 'empty']);
	});
});

describe('the words', () => {
	it('count what changes, what stays and what would be marked', () => {
		const rows = [aControl({ owner: 'Ana' }), aControl({ owner: 'Ben' }), aControl()];
		const change = { column: columnOf('owner'), mode: 'set', value: 'Ana' } as const;
		const edits = bulkEdits(about, change, rows, rows);
		expect(bulkSummary(about, { complete: true, records: 3, edits })).toBe(
			'2 controls would change, 1 has it already and stays.',
		);
		expect(bulkSummary(about, { complete: true, records: 3, edits: [] })).toContain(
			'Nothing would',
		);
		expect(bulkSummary(about, { complete: false, records: 3, edits: [] })).toContain(
			'Choose a value',
		);
		expect(bulkLabel(about, change, 2)).toBe('Set owner of 2 controls');
	});
});
