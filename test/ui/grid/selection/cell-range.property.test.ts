/** Ranges against a naive model: the plain list of their cells. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	cellCountOf,
	cellsOf,
	columnsInRow,
	filledTo,
	holdsCell,
	nextWithin,
	rangeBetween,
	type CellRange,
} from '../../../../src/ui/grid/selection/cell-range.ts';

const at = fc.record({ row: fc.nat(6), column: fc.nat(6) });
const range = fc.tuple(at, at).map(([a, b]) => rangeBetween(a, b));
const ranges = fc.array(range, { minLength: 1, maxLength: 3 });

const all = Array.from({ length: 49 }, (_, index) => ({
	row: Math.floor(index / 7),
	column: index % 7,
}));
const naive = (of: readonly CellRange[]) =>
	all.filter((place) => of.some((one) => holdsCell(one, place)));
const name = ({ row, column }: { row: number; column: number }) => `${row} ${column}`;

it('holds each cell once', () => {
	fc.assert(
		fc.property(ranges, (of) => {
			const cells = [...cellsOf(of)].map(name);
			expect(cells.toSorted()).toEqual(naive(of).map(name).toSorted());
			expect(cellCountOf(of)).toBe(cells.length);
		}),
	);
});

it('knows the columns of a row', () => {
	fc.assert(
		fc.property(ranges, fc.nat(6), (of, row) => {
			const expected = naive(of).filter((place) => place.row === row);
			expect(columnsInRow(of, row)).toEqual(expected.map(({ column }) => column));
		}),
	);
});

it('walks through every cell of a range and comes back to the first, either way', () => {
	fc.assert(
		fc.property(
			range,
			fc.constantFrom('rows' as const, 'columns' as const),
			fc.constantFrom(1 as const, -1 as const),
			(one, along, direction) => {
				const start = { row: one.top, column: one.left };
				const seen = new Set<string>();
				let place = start;
				do {
					seen.add(name(place));
					place = nextWithin([one], place, along, direction);
				} while (name(place) !== name(start));
				expect(seen.size).toBe(cellCountOf([one]));
			},
		),
	);
});

it('a fill keeps the selection and grows to one side only', () => {
	fc.assert(
		fc.property(range, at, (one, to) => {
			const filled = filledTo(one, to);
			const grown = (['top', 'left', 'bottom', 'right'] as const).filter(
				(side) => filled[side] !== one[side],
			);
			expect(grown.length).toBe(holdsCell(one, to) ? 0 : 1);
		}),
	);
});
