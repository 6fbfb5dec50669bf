import { expect, it } from 'vitest';
import type { CellRange } from '../../../../src/ui/grid/selection/cell-range.ts';
import { blockOf } from '../../../../src/ui/grid/clipboard/copied-cells.ts';

const range = (top: number, left: number, bottom: number, right: number): CellRange => ({
	top,
	left,
	bottom,
	right,
});

it('puts ranges of the same rows side by side, in the order of the sheet', () => {
	expect(blockOf([range(1, 4, 2, 4), range(1, 0, 2, 1)])).toEqual({
		rows: [1, 2],
		columns: [0, 1, 4],
	});
});

it('puts ranges of the same columns below each other, a cell in both taken once', () => {
	expect(blockOf([range(5, 2, 6, 3), range(0, 2, 5, 3)])).toEqual({
		rows: [0, 1, 2, 3, 4, 5, 6],
		columns: [2, 3],
	});
});

it('takes no ranges that share neither', () => {
	expect(blockOf([range(0, 0, 0, 0), range(1, 1, 1, 1)])).toBeUndefined();
	expect(blockOf([])).toBeUndefined();
});
