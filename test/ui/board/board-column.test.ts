import { expect, test } from 'vitest';
import { cardAfter, placeOf } from '../../../src/ui/board/board-column.ts';
import { columnAt } from '../../../src/ui/board/card-drag.svelte.ts';

const column = (id: string, ...cards: readonly string[]) => ({
	id,
	label: id,
	cards: cards.map((card) => ({ id: card })),
});
const columns = [column('a', 'a0', 'a1', 'a2'), column('b'), column('c', 'c0', 'c1')];

function after(from: string, key: string, rtl = false): string | undefined {
	const place = placeOf(columns, from);
	return place && cardAfter(columns, place, key, rtl)?.id;
}

test('up, down and Home stay in the column', () => {
	expect(after('a0', 'ArrowDown')).toBe('a1');
	expect(after('a0', 'ArrowUp')).toBeUndefined();
	expect(after('a2', 'ArrowDown')).toBeUndefined();
	expect(after('c1', 'Home')).toBe('c0');
});

test('left and right pass columns without cards and keep to the height, or the last card', () => {
	expect(after('a1', 'ArrowRight')).toBe('c1');
	expect(after('a2', 'ArrowRight')).toBe('c1');
	expect(after('c0', 'ArrowRight')).toBeUndefined();
	expect(after('c0', 'ArrowLeft')).toBe('a0');
});

test('left leads onward where text runs from the right', () => {
	expect(after('a0', 'ArrowLeft', true)).toBe('c0');
	expect(after('a0', 'ArrowRight', true)).toBeUndefined();
});

test('a card that is on no column has no place', () => {
	expect(placeOf(columns, 'gone')).toBeUndefined();
	expect(placeOf(columns, 'c1')).toEqual({ column: 2, row: 1 });
});

test('a card is dropped into the column over or under which it is', () => {
	const boxes = [
		{ id: 'a', left: 0, right: 100 },
		{ id: 'b', left: 110, right: 200 },
	];
	expect(columnAt(boxes, 99)).toBe('a');
	expect(columnAt(boxes, 105)).toBeUndefined();
	expect(columnAt(boxes, 110)).toBe('b');
});
