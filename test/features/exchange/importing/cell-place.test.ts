import fc from 'fast-check';
import { expect, it } from 'vitest';

import { cellReference, columnLetters } from '../../../../src/exchange/sheet.ts';
import { referredPlace } from '../../../../src/features/exchange/importing/cell-place.ts';

it('finds the cell, column or row that a reference names', () => {
	fc.assert(
		fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
			expect(referredPlace(cellReference(column, row))).toEqual({ row, column });
			expect(referredPlace(columnLetters(column))).toEqual({ row: undefined, column });
			expect(referredPlace(String(row))).toEqual({ row, column: undefined });
		}),
	);
});

it('finds nothing in what is no reference', () => {
	for (const text of ['', 'a1', 'Sheet', 'A1:B2', 'AAAA1'])
		expect(referredPlace(text)).toBe(undefined);
});
