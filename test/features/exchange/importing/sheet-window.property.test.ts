import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	columnSpan,
	columnStarts,
	rowSpan,
	scrolledTo,
} from '../../../../src/features/exchange/importing/sheet-window.ts';

const position = fc.nat(20_000);
const extent = fc.integer({ min: 1, max: 2_000 });
const widths = fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 300 });

describe('the part of a sheet in view', () => {
	it('holds every row that touches the view', () => {
		fc.assert(
			fc.property(position, extent, fc.nat(500), (scrolled, height, count) => {
				const { first, last } = rowSpan(scrolled, height, 26, count, 0);
				for (let row = 0; row < count; row++) {
					const touches = row * 26 < scrolled + height && (row + 1) * 26 > scrolled;
					if (touches) expect(row >= first && row <= last).toBe(true);
				}
			}),
		);
	});

	it('holds every column that touches the view, and hardly more', () => {
		fc.assert(
			fc.property(widths, position, extent, (columns, scrolled, width) => {
				const starts = columnStarts(columns);
				const { first, last } = columnSpan(starts, scrolled, width);
				const touching = columns.flatMap((_, column) =>
					starts[column]! < scrolled + width && starts[column + 1]! > scrolled ? [column] : [],
				);
				for (const column of touching) expect(column >= first && column <= last).toBe(true);
				expect(last - first + 1).toBeLessThanOrEqual(touching.length + 4);
			}),
		);
	});

	it('brings a place into view by moving as little as possible', () => {
		fc.assert(
			fc.property(position, fc.nat(300), position, extent, (start, size, scrolled, height) => {
				const end = start + Math.min(size, height);
				const moved = scrolledTo(start, end, scrolled, height);
				expect(moved).toBeLessThanOrEqual(start);
				expect(moved + height).toBeGreaterThanOrEqual(end);
				if (start >= scrolled && end <= scrolled + height) expect(moved).toBe(scrolled);
			}),
		);
	});
});
