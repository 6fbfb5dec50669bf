import { describe, expect, it, vi } from 'vitest';
import type { GridColumn } from '../../../src/ui/grid/grid-column.ts';
import { GridState } from '../../../src/ui/grid/grid-state.svelte.ts';
import { KeyPresses } from '../../../src/ui/grid/keys/key-presses.ts';

interface Row {
	readonly id: string;
	readonly values?: Readonly<Record<string, string>>;
}

const columns: readonly GridColumn[] = ['a', 'b', 'c', 'locked'].map((key) => ({
	key,
	label: key,
	width: 100,
	readOnly: key === 'locked',
}));

function setupGrid(...ids: string[]) {
	let rows = $state.raw<readonly Row[]>(ids.map((id) => ({ id })));
	let readOnly = $state.raw<string>();
	const called = {
		oncommit: vi.fn(),
		onchange: vi.fn(),
		onopen: vi.fn(),
		onsort: vi.fn(),
		ontoggle: vi.fn(),
		onactive: vi.fn(),
		onnotice: vi.fn(),
		onmove: vi.fn(),
	};
	const grid = new GridState<Row, string>({
		rows: () => rows,
		columns: () => columns,
		values: () => ({
			read: (row, key) => row.values?.[key] ?? '',
			text: (_, value) => value,
			parse: (_, text) => text,
		}),
		pageFrom: (row, direction) => row + direction,
		readOnly: () => readOnly,
		...called,
	});
	const presses = new KeyPresses({ grid, ...called });
	return {
		grid,
		...called,
		lock: (reason: string | undefined) => (readOnly = reason),
		show: (...next: string[]) => (rows = next.map((id) => ({ id }))),
		press: (...keys: string[]) =>
			keys.map((keyName) => {
				const names = keyName.split('+');
				return presses.press({
					key: names.at(-1) ?? '',
					shiftKey: names.includes('Shift'),
					ctrlKey: names.includes('Control'),
					altKey: false,
					metaKey: false,
					isComposing: false,
				});
			}),
	};
}

describe('the active cell', () => {
	it('is the first cell to begin with, or the header where there are no rows', () => {
		expect(setupGrid('x', 'y').grid.place).toEqual({ row: 0, column: 0 });
		expect(setupGrid().grid.place).toEqual({ row: -1, column: 0 });
	});

	it('stays with its row when rows are sorted', () => {
		const { grid, show } = setupGrid('x', 'y', 'z');
		grid.activate({ row: 0, column: 1 });
		show('z', 'y', 'x');
		expect(grid.place).toEqual({ row: 2, column: 1 });
	});

	it('stays near where it was when its row goes away', () => {
		const { grid, show } = setupGrid('x', 'y', 'z');
		grid.activate({ row: 2, column: 1 });
		show('x', 'y');
		expect(grid.place).toEqual({ row: 1, column: 1 });
	});

	it('is told with its ids, and asks to come into view only when a key moved it', () => {
		const { grid, press, onactive, onmove } = setupGrid('x', 'y');
		grid.activate({ row: 1, column: 2 });
		expect(onactive.mock.calls).toEqual([['y', 'c']]);
		expect(onmove).not.toHaveBeenCalled();
		press('ArrowLeft');
		expect(onactive).toHaveBeenLastCalledWith('y', 'b');
		expect(onmove).toHaveBeenCalledOnce();
		grid.activate({ row: 0, column: -1 });
		expect(onactive).toHaveBeenLastCalledWith('x', undefined);
	});
});

describe('a grid that is read-only', () => {
	it('says why where somebody types, edits, empties or fills, and changes nothing', () => {
		const { grid, press, lock, onchange, onnotice } = setupGrid('x', 'y');
		lock('You may read this.');
		grid.widenSelection('all');
		press('k', 'F2', 'Delete', 'Control+d');
		expect(grid.edit).toBeUndefined();
		expect(onchange).not.toHaveBeenCalled();
		expect(onnotice.mock.calls).toEqual(Array(4).fill(['You may read this.']));
		lock(undefined);
		press('k');
		expect(grid.edit).toMatchObject({ typed: 'k' });
	});

	it('moves and selects as ever', () => {
		const { grid, press, lock, onnotice } = setupGrid('x', 'y');
		lock('You may read this.');
		press('ArrowDown', 'Shift+ArrowRight');
		expect(grid.place).toEqual({ row: 1, column: 0 });
		expect(grid.ranges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
		expect(onnotice).not.toHaveBeenCalled();
	});
});

describe('Enter', () => {
	it('edits a cell, sorts by a column head, opens by a row head', () => {
		const { grid, press, onsort, onopen } = setupGrid('x');
		press('ArrowUp', 'Enter');
		expect(onsort.mock.calls).toEqual([['a', false]]);
		press('ArrowDown', 'ArrowLeft', 'Enter');
		expect(onopen.mock.calls).toEqual([['x']]);
		press('ArrowRight', 'Enter');
		expect(grid.edit).toMatchObject({ row: { id: 'x' }, typed: undefined });
	});

	it('commits and goes down, returning to the column where Tab began', () => {
		const { grid, press, oncommit } = setupGrid('x', 'y');
		press('1');
		grid.edit?.update('one');
		press('Tab', '2');
		grid.edit?.update('two');
		press('Enter');
		expect(oncommit.mock.calls).toEqual([
			['x', 'a', 'one'],
			['x', 'b', 'two'],
		]);
		expect(grid.place).toEqual({ row: 1, column: 0 });
	});
});

describe('an edit', () => {
	it('begins with what was typed', () => {
		const { grid, press } = setupGrid('x');
		press('Q');
		expect(grid.edit?.typed).toBe('Q');
	});

	it('hands nothing on where nothing was updated, nor after Escape', () => {
		const { grid, press, oncommit } = setupGrid('x', 'y');
		press('F2', 'Enter', 'F2');
		grid.edit?.update('changed');
		press('Escape');
		expect(grid.edit).toBeUndefined();
		expect(oncommit).not.toHaveBeenCalled();
	});

	it('is committed when another cell is made active', () => {
		const { grid, press, oncommit } = setupGrid('x', 'y');
		press('F2');
		grid.edit?.update('kept');
		grid.activate({ row: 1, column: 1 });
		expect(oncommit.mock.calls).toEqual([['x', 'a', 'kept']]);
		expect(grid.place).toEqual({ row: 1, column: 1 });
	});

	it('moves on to the neighbour it had, even where the value sorts the row away', () => {
		const { grid, press, oncommit, show } = setupGrid('x', 'y', 'z');
		oncommit.mockImplementation(() => show('y', 'z', 'x'));
		press('F2');
		grid.edit?.update('zzz');
		press('Enter');
		expect(grid.place).toEqual({ row: 0, column: 0 });
	});

	it('does not start in a read-only column, which is not cleared either', () => {
		const { grid, press, onchange } = setupGrid('x');
		press('End', 'F2', 'q', 'Delete');
		expect(grid.edit).toBeUndefined();
		expect(onchange).not.toHaveBeenCalled();
	});
});

it('clears a cell by Delete', () => {
	const { press, onchange } = setupGrid('x');
	press('ArrowRight', 'Delete');
	expect(onchange.mock.calls).toEqual([
		[{ edits: [{ rowId: 'x', columnKey: 'b', value: '' }], added: [], label: undefined }],
	]);
});

it('gives Tab back to the browser after Escape, and takes it again after any other key', () => {
	const { press } = setupGrid('x', 'y');
	expect(press('Tab', 'Escape', 'Tab')).toEqual([true, false, false]);
	expect(press('Escape', 'ArrowRight', 'Tab')).toEqual([false, true, true]);
});
