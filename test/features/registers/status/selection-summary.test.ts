import { describe, expect, it } from 'vitest';
import {
	selectionContents,
	selectionSize,
} from '../../../../src/features/registers/status/selection-summary.ts';
import { aControl, columnOf } from '../some-records.ts';

const columns = [columnOf('notes'), columnOf('dueDate')];
const whole = (rows: number) => [{ top: 0, left: 0, bottom: rows - 1, right: 1 }];

describe('the size of a selection', () => {
	it('is rows by columns for one range, cells for several, and nothing for a single cell', () => {
		expect(selectionSize(whole(3))).toBe('3 rows × 2 columns');
		expect(selectionSize([{ top: 1, left: 1, bottom: 1, right: 1 }])).toBeUndefined();
		expect(selectionSize([])).toBeUndefined();
		const second = { top: 5, left: 0, bottom: 5, right: 0 };
		expect(selectionSize([...whole(3), second])).toBe('7 cells');
	});
});

describe('the contents of a selection', () => {
	it('counts filled and distinct cells, adds numbers up and spans numbers and dates', () => {
		const rows = [
			aControl({ notes: '0.1', dueDate: '2026-12-01' }),
			aControl({ notes: '0.2', dueDate: '2026-01-31' }),
			aControl({ notes: '0.2', dueDate: 'soon' }),
			aControl(),
		];
		expect(selectionContents(whole(4), rows, columns)).toBe(
			'6 filled · 5 distinct · sum 0.5 · from 0.1 to 0.2 · from 31 Jan 2026 to 1 Dec 2026',
		);
	});

	it('passes over the heads of groups, and does not read very many cells', () => {
		const group = { label: 'One', count: 1, level: 1, expanded: true };
		const rows = [{ id: 'group:one', group }, aControl({ notes: 'x' })];
		expect(selectionContents(whole(2), rows, columns)).toBe('1 filled · 1 distinct');
		expect(selectionContents(whole(10_001), rows, columns)).toBe(
			'more than 20,000 cells, not counted',
		);
	});
});
