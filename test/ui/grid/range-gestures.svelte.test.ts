/** Gestures over ranges, through the keys of the grid's state: what each asks to change. */
import { describe, expect, it, vi } from 'vitest';
import type { CellRange } from '../../../src/ui/grid/selection/cell-range.ts';
import { FillHandle } from '../../../src/ui/grid/fill/fill-handle.svelte.ts';
import type { GridChange } from '../../../src/ui/grid/grid-change.ts';
import { GridState } from '../../../src/ui/grid/grid-state.svelte.ts';
import { KeyPresses } from '../../../src/ui/grid/keys/key-presses.ts';
import { pastedCells } from '../../../src/ui/grid/clipboard/paste.ts';

interface Row {
	readonly id: string;
	readonly values: Readonly<Record<string, string>>;
}

const columns = ['a', 'b', 'c', 'locked'].map((key) => ({
	key,
	label: key,
	width: 100,
	readOnly: key === 'locked',
}));

const values = {
	read: (row: Row, key: string) => row.values[key] ?? '',
	text: (_: string, value: string) => value,
	parse: (_: string, text: string) => text,
};

/** A grid of lines of texts, rows named r0, r1, … */
function gridOf(...lines: string[][]) {
	const first = lines.map((line, index) => ({
		id: `r${index}`,
		values: Object.fromEntries(line.map((text, at) => [columns[at]?.key ?? '', text])),
	}));
	let rows = $state.raw<readonly Row[]>(first);
	const onchange = vi.fn<(change: GridChange<string>) => void>();
	const grid = new GridState<Row, string>({
		rows: () => rows,
		columns: () => columns,
		values: () => values,
		pageFrom: (row, direction) => row + direction,
		oncommit: vi.fn(),
		onchange,
		onactive: vi.fn(),
		readOnly: () => undefined,
		onnotice: vi.fn(),
	});
	const presses = new KeyPresses({
		grid,
		onopen: vi.fn(),
		onsort: vi.fn(),
		ontoggle: vi.fn(),
		onmove: vi.fn(),
	});
	return {
		grid,
		onchange,
		show: (...order: number[]) => (rows = order.map((index) => first[index]!)),
		press: (...keys: string[]) => {
			for (const name of keys) {
				const names = name.split('+');
				presses.press({
					key: names.at(-1) ?? '',
					shiftKey: names.includes('Shift'),
					ctrlKey: names.includes('Control'),
					altKey: false,
					metaKey: false,
					isComposing: false,
				});
			}
		},
		/** The changes so far, each as `r0a=text`. */
		changes: () => onchange.mock.calls.map(([change]) => edits(change)),
	};
}

const edits = (change: GridChange<string>): string[] =>
	change.edits.map(({ rowId, columnKey, value }) => `${rowId}${columnKey}=${value}`);

describe('the selection', () => {
	it('is torn apart by a sort and then is the active cell alone', () => {
		const { grid, press, show } = gridOf(['1'], ['2'], ['3']);
		press('Shift+ArrowDown', 'Shift+ArrowDown');
		show(1, 0, 2);
		expect(grid.ranges).toEqual([{ top: 1, left: 0, bottom: 1, right: 0 }]);
	});

	it('is torn apart as well where a sort moves rows inside it only', () => {
		const { grid, press, show } = gridOf(['1'], ['2'], ['3'], ['4']);
		press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
		show(0, 2, 1, 3);
		expect(grid.ranges).toEqual([{ top: 0, left: 0, bottom: 0, right: 0 }]);
	});

	it('moves along where rows come in above it', () => {
		const { grid, press, show } = gridOf(['1'], ['2'], ['3']);
		show(1, 2);
		press('Shift+ArrowDown');
		show(0, 1, 2);
		expect(grid.ranges).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
	});

	it('keeps Tab and Enter inside, Shift the other way', () => {
		const { grid, press } = gridOf(['1'], ['2'], ['3']);
		press('Shift+ArrowDown', 'Shift+ArrowRight', 'Tab', 'Tab');
		expect(grid.place).toEqual({ row: 1, column: 0 });
		press('Enter');
		expect(grid.place).toEqual({ row: 0, column: 1 });
		press('Shift+Enter', 'Shift+Tab');
		expect(grid.place).toEqual({ row: 0, column: 1 });
		expect(grid.ranges).toHaveLength(1);
	});

	it('is never begun by walking over the heads: Delete there clears nothing', () => {
		const { press, changes } = gridOf(['1'], ['2']);
		press('ArrowUp', 'Delete');
		expect(changes()).toEqual([]);
	});
});

describe('one gesture is one change', () => {
	it('clears a range, columns that are read-only left out', () => {
		const { press, onchange, changes } = gridOf(['1', '2', '3', '4'], ['5', '6', '7', '8']);
		press('Shift+End', 'Shift+ArrowDown', 'Delete');
		expect(changes()).toEqual([['r0a=', 'r0b=', 'r0c=', 'r1a=', 'r1b=', 'r1c=']]);
		expect(onchange.mock.calls[0]?.[0].label).toBe('Clear 6 cells');
	});

	it('fills what was typed into every cell, and the selection stays', () => {
		const { grid, press, changes } = gridOf(['1'], ['2']);
		press('Shift+ArrowDown', 'x');
		grid.edit?.update('new');
		press('Control+Enter');
		expect(changes()).toEqual([['r0a=new', 'r1a=new']]);
		expect(grid.ranges[0]).toMatchObject({ top: 0, bottom: 1 });
	});

	it('fills a single cell from above and from the left', () => {
		const { press, changes } = gridOf(['1', '2'], ['3', '4']);
		press('ArrowDown', 'Control+d', 'ArrowRight', 'Control+r');
		expect(changes()).toEqual([['r1a=1'], ['r1b=3']]);
	});

	it('pulls a series up as well, and drops a pull that was cancelled', () => {
		const { grid, press, changes } = gridOf(['x'], ['x'], ['AC-3']);
		press('ArrowDown', 'ArrowDown');
		const handle = new FillHandle(grid);
		handle.pullTo({ row: 0, column: 0 });
		handle.release(true);
		handle.pullTo({ row: 0, column: 0 });
		handle.release(false);
		expect(changes()).toEqual([['r1a=AC-2', 'r0a=AC-1']]);
	});
});

describe('a paste', () => {
	const rows: Row[] = [0, 1].map((index) => ({ id: `r${index}`, values: {} }));
	const source = { rows, columns, values };
	const table = (...lines: string[]) =>
		lines.map((line) => line.split('').map((text) => ({ text })));
	const range = (top: number, left: number, bottom = top, right = left): CellRange => ({
		top,
		left,
		bottom,
		right,
	});

	it('tiles a block into a multiple of its size, and no other', () => {
		const tiled = pastedCells(source, [range(0, 0, 1, 1)], table('xy'));
		expect(edits(tiled.change)).toEqual(['r0a=x', 'r0b=y', 'r1a=x', 'r1b=y']);
		const larger = pastedCells(source, [range(0, 0, 1, 2)], table('xy'));
		expect(edits(larger.change)).toEqual(['r0a=x', 'r0b=y']);
	});

	it('adds rows beyond the last, and tells what found no place', () => {
		const { change, left } = pastedCells(source, [range(1, 2)], table('pq', 'rs', 't '));
		expect(edits(change)).toEqual(['r1c=p']);
		expect(change.added.map((row) => [...row])).toEqual([[['c', 'r']], [['c', 't']]]);
		expect(left).toEqual(['q', 's', ' ']);
	});

	it('keeps a value of the same column as it is, and reads it as text in another', () => {
		const cell = { text: 'shown', from: { columnKey: 'a', value: 'stored' } };
		const { change } = pastedCells(source, [range(0, 0, 0, 1)], [[cell]]);
		expect(edits(change)).toEqual(['r0a=stored', 'r0b=shown']);
	});
});
