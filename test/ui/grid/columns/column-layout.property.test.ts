import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	columnEdges,
	columnGapAt,
	columnsInView,
	frozenThatFit,
	placeColumns,
	scrollToColumn,
} from '../../../../src/ui/grid/columns/column-layout.ts';

const layouts = fc.record({
	widths: fc.array(fc.integer({ min: 48, max: 640 }), { minLength: 1, maxLength: 60 }),
	frozen: fc.integer({ min: 0, max: 3 }),
	scrollLeft: fc.integer({ min: 0, max: 8_000 }),
	viewWidth: fc.integer({ min: 300, max: 2_000 }),
});

const someWidths = fc.array(fc.integer({ min: 48, max: 640 }), { minLength: 1, maxLength: 20 });

const columnsOf = (widths: readonly number[]) =>
	widths.map((width, index) => ({ key: String(index), label: String(index), width }));

it('draws every column that the view shows, each at its place', () => {
	fc.assert(
		fc.property(layouts, ({ widths, frozen, scrollLeft, viewWidth }) => {
			const edges = columnEdges(widths, 48);
			const range = columnsInView(edges, scrollLeft, viewWidth);
			const placed = placeColumns(columnsOf(widths), edges, frozen, range, 0);
			const drawn = new Set(placed.map((column) => column.index));
			for (let index = 0; index < widths.length; index++) {
				const seen = edges[index + 1]! > scrollLeft && edges[index]! < scrollLeft + viewWidth;
				if (seen) expect(drawn).toContain(index);
			}
			let end = 48;
			for (const column of placed) {
				expect(end + column.gap).toBe(column.left);
				end = column.left + column.width;
			}
		}),
	);
});

it('brings a column into view beside the frozen ones, and scrolls no further than needed', () => {
	fc.assert(
		fc.property(layouts, fc.nat(), fc.boolean(), (layout, pick, sideways) => {
			const { widths, frozen, scrollLeft, viewWidth } = layout;
			const edges = columnEdges(widths, 48);
			const index = pick % widths.length;
			const offset = scrollToColumn(edges, frozen, index, scrollLeft, viewWidth, sideways);
			const frozenEnd = edges[Math.min(frozen, widths.length)]!;
			if (index < frozen) expect(offset).toBe(sideways ? 0 : scrollLeft);
			else if (widths[index]! <= viewWidth - frozenEnd) {
				expect(edges[index]! - offset).toBeGreaterThanOrEqual(frozenEnd);
				expect(edges[index + 1]! - offset).toBeLessThanOrEqual(viewWidth);
			}
		}),
	);
});

it('lets as many columns stay as leave room for others, and no more than were wanted', () => {
	fc.assert(
		fc.property(someWidths, fc.nat({ max: 20 }), fc.nat({ max: 2_000 }), (given, wanted, view) => {
			const edges = columnEdges(given, 48);
			const fits = (count: number): boolean => (edges[count] ?? Infinity) <= view * 0.6;
			const count = frozenThatFit(edges, wanted, view, 0.6);
			expect(count).toBeLessThanOrEqual(Math.min(wanted, given.length));
			if (count > 0) expect(fits(count)).toBe(true);
			if (count < Math.min(wanted, given.length)) expect(fits(count + 1)).toBe(false);
		}),
	);
});

it('puts what is let go into the nearest gap between columns', () => {
	fc.assert(
		fc.property(someWidths, fc.nat({ max: 5_000 }), (given, x) => {
			const edges = columnEdges(given, 48);
			const distances = edges.map((edge) => Math.abs(edge - x));
			expect(distances[columnGapAt(edges, x)]).toBe(Math.min(...distances));
		}),
	);
});
