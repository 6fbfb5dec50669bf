/** What column heads do: several sorts, moving, menus. */
import '../jsdom-platform.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { cell, grid, head } from './grid-cells.ts';
import GridHarness from './GridHarness.svelte';

/** Columns of 100 px stand beside a row head of 48 px. */
const small = { rowCount: 5, columnCount: 4 };
const mark = (label: string, name: string): Element =>
	head(label).querySelector(`[data-${name}]`) ?? head(label);

describe('sorts', () => {
	it('shows the rank of each and tells the order of the first as the order of the table', () => {
		render(GridHarness, {
			...small,
			sorts: [
				{ columnKey: 'c2', direction: 'descending' },
				{ columnKey: 'c1', direction: 'ascending' },
			],
		});
		expect(head('Column 2')).toHaveAttribute('aria-sort', 'descending');
		expect(mark('Column 2', 'sort')).toHaveTextContent('1');
		expect(head('Column 1')).not.toHaveAttribute('aria-sort');
		expect(head('Column 1')).toHaveTextContent('2 Then sorted ascending');
	});

	it('asks for one order by a click or Enter, for a further one with Shift', async () => {
		const onsort = vi.fn();
		render(GridHarness, { ...small, onsort });
		await userEvent.click(mark('Column 2', 'sort'));
		await fireEvent.click(mark('Column 3', 'sort'), { shiftKey: true });
		await userEvent.click(cell('R-1'));
		await userEvent.keyboard('{ArrowUp}{Enter}{Shift>}{Enter}{/Shift}');
		expect(onsort.mock.calls).toEqual([
			['c2', false],
			['c3', true],
			['c1', false],
			['c1', true],
		]);
	});
});

describe('moving a column', () => {
	async function drag(label: string, ...xs: number[]): Promise<void> {
		await fireEvent.pointerDown(head(label), { clientX: xs[0], button: 0 });
		for (const clientX of xs) await fireEvent.pointerMove(document, { clientX });
	}

	it('stands before the column it is let go at, and the person is told', async () => {
		const [onmovecolumn, onnotice] = [vi.fn(), vi.fn()];
		render(GridHarness, { ...small, onmovecolumn, onnotice });
		await drag('Column 3', 300, 280, 160);
		expect(head('Column 3')).toHaveAttribute('data-moving');
		await fireEvent.pointerUp(document);
		expect(onmovecolumn.mock.calls).toEqual([['c3', 'c2']]);
		expect(onnotice.mock.calls).toEqual([['Column 3 is now column 2 of 4.']]);
		expect(head('Column 3')).not.toHaveAttribute('data-moving');
	});

	it('goes last beyond the last column', async () => {
		const onmovecolumn = vi.fn();
		render(GridHarness, { ...small, onmovecolumn });
		await drag('Column 1', 60, 100, 700);
		await fireEvent.pointerUp(document);
		expect(onmovecolumn.mock.calls).toEqual([['c1', undefined]]);
	});

	it('stays where Escape ends the drag, or where it was only pressed', async () => {
		const [onmovecolumn, onselect] = [vi.fn(), vi.fn()];
		render(GridHarness, { ...small, onmovecolumn, onselect });
		await drag('Column 1', 60, 100, 700);
		await fireEvent.keyDown(document, { key: 'Escape' });
		await fireEvent.pointerUp(document);
		await drag('Column 2', 160, 163);
		await fireEvent.pointerUp(document);
		expect(onmovecolumn).not.toHaveBeenCalled();
		expect(onselect).toHaveBeenLastCalledWith([{ top: 0, left: 1, bottom: 4, right: 1 }]);
	});

	it('moves by one place with Alt+Shift and an arrow, and no farther than the ends', async () => {
		const onmovecolumn = vi.fn();
		render(GridHarness, { ...small, onmovecolumn });
		await userEvent.click(cell('R-1'));
		await userEvent.keyboard('{ArrowUp}{Alt>}{Shift>}{ArrowLeft}{ArrowRight}{/Shift}{/Alt}');
		expect(onmovecolumn.mock.calls).toEqual([['c1', 'c3']]);
	});

	it('is a selection of columns where columns cannot be moved', async () => {
		const onselect = vi.fn();
		render(GridHarness, { ...small, onselect });
		document.elementFromPoint = () => head('Column 3');
		await drag('Column 1', 60, 100, 300);
		await fireEvent.pointerUp(document);
		expect(onselect).toHaveBeenLastCalledWith([{ top: 0, left: 0, bottom: 4, right: 2 }]);
	});
});

describe('menus', () => {
	it('opens that of a column by its mark, a right click, and keys on the head or in the column', async () => {
		const onheadmenu = vi.fn();
		render(GridHarness, { ...small, onheadmenu });
		await userEvent.click(mark('Column 2', 'menu'));
		await fireEvent.contextMenu(head('Column 3'));
		await userEvent.click(cell('R-2'));
		await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}{ArrowUp}{ArrowUp}');
		await userEvent.keyboard('{ArrowRight}{Alt>}{ArrowDown}{/Alt}');
		expect(onheadmenu.mock.calls).toEqual([
			['c2', head('Column 2')],
			['c3', head('Column 3')],
			['c1', head('Column 1')],
			['c2', head('Column 2')],
		]);
		expect(screen.queryByRole('textbox')).toBeNull();
	});

	it('shows no mark where columns have no menu', () => {
		render(GridHarness, small);
		expect(grid().querySelector('[data-menu]')).toBeNull();
		expect(head('Column 1')).not.toHaveAttribute('aria-haspopup');
	});

	it('opens that of a cell at the pointer, and keeps a selection it was asked for within', async () => {
		const [oncellmenu, onselect] = [vi.fn(), vi.fn()];
		render(GridHarness, { ...small, oncellmenu, onselect });
		await userEvent.click(cell('R-1'));
		await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
		await userEvent.pointer({ keys: '[MouseRight]', target: cell('R-2') });
		await fireEvent.contextMenu(cell('R-2'), { clientX: 7, clientY: 0 });
		expect(oncellmenu).toHaveBeenLastCalledWith('row-2', 'c1', { x: 7, y: 0 });
		expect(onselect).toHaveBeenLastCalledWith([{ top: 0, left: 0, bottom: 1, right: 0 }]);
	});
});

it('marks cells that have a problem as invalid', () => {
	const problem = (row: { readonly id: string }, key: string) =>
		row.id === 'row-2' && key === 'c1' ? 'Twice' : undefined;
	render(GridHarness, { ...small, problem });
	expect(cell('R-2')).toHaveAttribute('aria-invalid', 'true');
	expect(cell('R-1')).not.toHaveAttribute('aria-invalid');
});
