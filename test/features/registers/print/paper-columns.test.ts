import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	pageWidth,
	paperParts,
	paperWidth,
} from '../../../../src/features/registers/print/paper-columns.ts';

it('is as wide as its longest word needs, and never takes the page', () => {
	expect(paperWidth(100, ['Implemented'])).toBeGreaterThan(paperWidth(100, ['a b c']));
	expect(paperWidth(360, ['prose '.repeat(20)])).toBe(45);
	expect(paperWidth(360, ['a few'])).toBeLessThan(15);
	expect(paperWidth(5_000, ['x'.repeat(500)])).toBe(90);
});

it('prints every column once and in order, the first in every part, and no part over the page', () => {
	const widths = fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(widths, (given) => {
			const columns = given.map((width, column) => ({ column, width }));
			const parts = paperParts(columns);
			expect(parts.every(([first]) => first?.column === 0)).toBe(true);
			const others = parts.flatMap((part) => part.slice(1).map(({ column }) => column));
			expect(others).toEqual(given.map((_, index) => index).slice(1));
			for (const part of parts) {
				expect(part.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(pageWidth);
			}
		}),
	);
});
