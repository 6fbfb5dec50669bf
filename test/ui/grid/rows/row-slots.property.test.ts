import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowSlots } from '../../../../src/ui/grid/rows/row-slots.ts';

const names = fc.uniqueArray(fc.nat({ max: 11 }).map(String), { maxLength: 8 });

it('never gives two rows one slot, and keeps the slot of a row that stays', () => {
	fc.assert(
		fc.property(fc.array(names), (screens) => {
			const slots = new RowSlots();
			let before: ReadonlyMap<string, number> = new Map();
			for (const screen of screens) {
				const now = slots.assign(screen);
				expect([...now.keys()]).toEqual(screen);
				expect(new Set(now.values()).size).toBe(screen.length);
				for (const name of screen) {
					if (before.has(name)) expect(now.get(name)).toBe(before.get(name));
				}
				before = now;
			}
		}),
	);
});

it('takes the slots of rows that went before it makes new ones', () => {
	fc.assert(
		fc.property(names, names, (first, second) => {
			const slots = new RowSlots();
			const before = new Set(slots.assign(first).values());
			const now = [...slots.assign(second).values()];
			const reused = now.filter((slot) => before.has(slot)).length;
			expect(reused).toBe(Math.min(first.length, second.length));
		}),
	);
});

it('moves no element when all rows are others', () => {
	const slots = new RowSlots();
	const before = [...slots.assign(['a', 'b', 'c']).values()];
	expect([...slots.assign(['x', 'y', 'z']).values()]).toEqual(before);
});
