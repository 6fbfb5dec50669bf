import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	idsOfSelection,
	placesOfSelection,
} from '../../../../src/ui/grid/selection/selection-by-ids.ts';

const size = 6;
const rows = Array.from({ length: size }, (_, index) => ({ id: `r${index}` }));
const columns = Array.from({ length: size }, (_, index) => ({
	key: `c${index}`,
	label: '',
	width: 100,
}));
const index = fc.nat({ max: size - 1 });
const places = fc.record({ row: index, column: index });
const corners = fc.array(fc.record({ anchor: places, head: places }), { maxLength: 3 });

it('finds a kept selection again wherever its rows and columns stand', () => {
	const shuffled = fc.shuffledSubarray(rows, { minLength: size });
	const moved = fc.shuffledSubarray(columns, { minLength: size });
	fc.assert(
		fc.property(places, corners, shuffled, moved, (active, ranges, rowsNow, columnsNow) => {
			const kept = idsOfSelection({ rows, columns }, active, ranges);
			const table = { rows: rowsNow, columns: columnsNow };
			const found = placesOfSelection(table, kept);
			expect(found.ranges).toHaveLength(ranges.length);
			expect(idsOfSelection(table, found.active ?? { row: -2, column: -2 }, found.ranges)).toEqual(
				kept,
			);
		}),
	);
});

it('leaves out ranges whose corners are not shown, and keeps heads', () => {
	const kept = idsOfSelection({ rows, columns }, { row: -1, column: 2 }, [
		{ anchor: { row: 0, column: 0 }, head: { row: 1, column: 1 } },
		{ anchor: { row: 2, column: 0 }, head: { row: 3, column: 1 } },
	]);
	const found = placesOfSelection({ rows: rows.slice(1), columns }, kept);
	expect(found.active).toEqual({ row: -1, column: 2 });
	expect(found.ranges).toEqual([{ anchor: { row: 1, column: 0 }, head: { row: 2, column: 1 } }]);
});
