import '../../../ui/jsdom-platform.ts';
import { describe, expect, it } from 'vitest';

import { SheetView } from '../../../../src/features/exchange/importing/sheet-view.svelte.ts';

const widths = [100, 200, 300];
const aView = (row = 0, column = 0) =>
	new SheetView(
		() => 1000,
		() => widths,
		{ row, column },
	);
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });

describe('the cell pointed at', () => {
	it.each([
		['ArrowDown', false, { row: 6, column: 1 }],
		['ArrowUp', false, { row: 4, column: 1 }],
		['ArrowRight', false, { row: 5, column: 2 }],
		['ArrowLeft', false, { row: 5, column: 0 }],
		['Home', false, { row: 5, column: -1 }],
		['End', false, { row: 5, column: 2 }],
		['Home', true, { row: 0, column: -1 }],
		['End', true, { row: 999, column: 2 }],
		['ArrowDown', true, { row: 999, column: 1 }],
		['ArrowUp', true, { row: 0, column: 1 }],
		['PageDown', false, { row: 6, column: 1 }],
	])('moves by %s (Ctrl: %s)', (name, ctrl, place) => {
		const view = aView(5, 1);
		expect(view.press(key(name, ctrl))).toBe(true);
		expect(view.active).toEqual(place);
	});

	it('stays inside the sheet, row heads included', () => {
		const view = aView();
		for (const name of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) view.press(key(name));
		expect(view.active).toEqual({ row: 0, column: -1 });
		for (let steps = 0; steps < 5; steps += 1) view.press(key('ArrowRight'));
		expect(view.active).toEqual({ row: 0, column: 2 });
	});

	it('leaves other keys to others', () => {
		expect(aView().press(key('a'))).toBe(false);
	});

	it('knows where each column begins and how wide it is', () => {
		const view = aView();
		expect(view.starts).toEqual([0, 100, 300, 600]);
		expect([0, 1, 2].map((column) => view.widthOf(column))).toEqual(widths);
	});
});
