import { describe, expect, it } from 'vitest';
import {
	editIntentOf,
	intentOf,
	stepFrom,
	type KeyPress,
} from '../../../../src/ui/grid/keys/grid-keys.ts';

const modifiers = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	isComposing: false,
	...modifiers,
	...more,
});

describe('keys while moving about', () => {
	it.each([
		['F2', { kind: 'edit', typed: undefined }],
		['x', { kind: 'edit', typed: 'x' }],
		['é', { kind: 'edit', typed: 'é' }],
		['😀', { kind: 'edit', typed: '😀' }],
		['Delete', { kind: 'clear' }],
		['Escape', { kind: 'release' }],
		['Enter', { kind: 'enter' }],
	])('%s', (key, intent) => {
		expect(intentOf(press(key))).toEqual(intent);
	});

	it('leaves shortcuts of the app, function keys and composed text alone', () => {
		expect(intentOf(press('z', { ctrlKey: true }))).toBeUndefined();
		expect(intentOf(press('k', { metaKey: true }))).toBeUndefined();
		expect(intentOf(press('F5'))).toBeUndefined();
		expect(intentOf(press('Shift', { shiftKey: true }))).toBeUndefined();
		expect(intentOf(press('a', { isComposing: true }))).toBeUndefined();
	});
});

describe('keys while editing', () => {
	it.each([
		[press('Enter'), { kind: 'commit', after: 'down' }],
		[press('Enter', { shiftKey: true }), { kind: 'commit', after: 'up' }],
		[press('Tab'), { kind: 'commit', after: 1 }],
		[press('Tab', { shiftKey: true }), { kind: 'commit', after: -1 }],
		[press('Escape'), { kind: 'cancel' }],
	])('%o', (key, intent) => {
		expect(editIntentOf(key)).toEqual(intent);
	});

	it('leaves arrows, letters, and the Enter that ends a composition to the editor', () => {
		expect(editIntentOf(press('ArrowDown'))).toBeUndefined();
		expect(editIntentOf(press('a'))).toBeUndefined();
		expect(editIntentOf(press('Enter', { isComposing: true }))).toBeUndefined();
	});
});

describe('steps', () => {
	const extent = {
		rowCount: 10,
		columnCount: 4,
		pageFrom: (row: number, direction: number) => row + 5 * direction,
		isFilled: ({ row }: { row: number }) => row < 3 || row === 6,
		isPassed: () => false,
	};
	const from = (row: number, column: number, key: string, more: Partial<KeyPress> = {}) => {
		const intent = intentOf(press(key, more));
		if (intent?.kind !== 'move') throw new Error(`${key} does not move`);
		return stepFrom({ row, column }, intent.step, extent);
	};

	it('stops at the edges: the header above, the row heads at the left', () => {
		expect(from(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 });
		expect(from(-1, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 });
		expect(from(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: -1 });
		expect(from(9, 3, 'ArrowDown')).toEqual({ row: 9, column: 3 });
		expect(from(9, 3, 'ArrowRight')).toEqual({ row: 9, column: 3 });
	});

	it('goes to the ends of the row and of the table', () => {
		expect(from(5, 2, 'Home')).toEqual({ row: 5, column: 0 });
		expect(from(5, 2, 'End')).toEqual({ row: 5, column: 3 });
		expect(from(5, 2, 'Home', { ctrlKey: true })).toEqual({ row: 0, column: 0 });
		expect(from(5, 2, 'End', { metaKey: true })).toEqual({ row: 9, column: 3 });
	});

	it('goes to the edge of data, over a gap to the next, else to the edge of the grid', () => {
		const down = (row: number) => from(row, 1, 'ArrowDown', { ctrlKey: true })?.row;
		expect([down(-1), down(0), down(2), down(3), down(6)]).toEqual([0, 2, 6, 6, 9]);
		const up = (row: number) => from(row, 1, 'ArrowUp', { ctrlKey: true })?.row;
		expect([up(9), up(6), up(4), up(2), up(0)]).toEqual([6, 2, 2, 0, 0]);
	});

	it('pages inside the rows', () => {
		expect(from(3, 1, 'PageDown')).toEqual({ row: 8, column: 1 });
		expect(from(8, 1, 'PageDown')).toEqual({ row: 9, column: 1 });
		expect(from(3, 1, 'PageUp')).toEqual({ row: 0, column: 1 });
	});

	it('goes on in the next row by Tab, skips row heads, and runs out at the ends', () => {
		expect(from(2, 3, 'Tab')).toEqual({ row: 3, column: 0 });
		expect(from(3, 0, 'Tab', { shiftKey: true })).toEqual({ row: 2, column: 3 });
		expect(from(9, 3, 'Tab')).toBeUndefined();
		expect(from(-1, 0, 'Tab', { shiftKey: true })).toBeUndefined();
	});
});
