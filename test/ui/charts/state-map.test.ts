import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tileAfter, type MapGroup } from '../../../src/ui/charts/state-map.ts';

/** Groups of rows of so many tiles: [[3, 1], [2]]. */
function groupsOf(counts: readonly (readonly number[])[]): readonly MapGroup[] {
	return counts.map((rows, group) => ({
		id: `g${group}`,
		label: `Group ${group}`,
		rows: rows.map((count, row) => ({
			id: `${group}${row}`,
			text: '',
			label: '',
			tiles: Array.from({ length: count }, (_, tile) => {
				const id = `${group}${row}${tile}`;
				return { id, text: id, label: id, state: 'none' as const };
			}),
		})),
	}));
}

const groups = groupsOf([
	[3, 1],
	[0, 2],
]);
const after = (from: string, key: string, how = {}) => tileAfter(groups, from, key, how)?.id;

test('left and right stay in the row, and turn round where text runs from the right', () => {
	expect(after('000', 'ArrowRight')).toBe('001');
	expect(after('002', 'ArrowRight')).toBeUndefined();
	expect(after('000', 'ArrowLeft')).toBeUndefined();
	expect(after('001', 'ArrowLeft', { rtl: true })).toBe('002');
});

test('up and down keep to the place in the row, over groups and past rows without tiles', () => {
	expect(after('002', 'ArrowDown')).toBe('010');
	expect(after('010', 'ArrowDown')).toBe('110');
	expect(after('111', 'ArrowUp')).toBe('010');
	expect(after('001', 'ArrowUp')).toBeUndefined();
});

test('Home and End go to the ends of the row, with Ctrl to those of the map', () => {
	expect(after('001', 'Home')).toBe('000');
	expect(after('000', 'End')).toBe('002');
	expect(after('001', 'End', { ctrl: true })).toBe('111');
	expect(after('111', 'Home', { ctrl: true })).toBe('000');
	expect(after('111', 'a')).toBeUndefined();
});

test('every tile can be reached from the first by Down and Right', () => {
	const shapes = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), {
		maxLength: 4,
	});
	fc.assert(
		fc.property(shapes, (counts) => {
			const map = groupsOf(counts);
			const all = map.flatMap(({ rows }) => rows.flatMap(({ tiles }) => tiles));
			const reached = new Set<string>();
			let head = all[0];
			while (head) {
				for (let tile = head as typeof head | undefined; tile;) {
					reached.add(tile.id);
					tile = tileAfter(map, tile.id, 'ArrowRight');
				}
				head = tileAfter(map, head.id, 'ArrowDown');
			}
			expect(reached.size).toBe(all.length);
		}),
	);
});
