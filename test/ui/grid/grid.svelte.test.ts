import '../jsdom-platform.ts';
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import GridHarness from './GridHarness.svelte';

// Whether a cell is hidden is no question here, and asking it of each is slow in jsdom.
configure({ defaultHidden: true });

const grid = () => screen.getByRole('grid', { name: 'Sample' });
/** By its words: computing the accessible name of every cell takes jsdom seconds. */
const cell = (words: string): HTMLElement => {
	const found = screen.getByText(words, { selector: '[role="gridcell"] > *' }).parentElement;
	if (!found) throw new Error(`No cell holds ${words}`);
	return found;
};
const rowOf = (element: Element | null) =>
	element?.closest('[role="row"]')?.getAttribute('aria-rowindex');

it('tells its true size and draws only what is in view', () => {
	render(GridHarness, { rowCount: 10_000, columnCount: 2 });
	expect(grid()).toHaveAttribute('aria-rowcount', '10001');
	expect(screen.getAllByRole('row').length).toBeLessThan(40);
});

it('draws only the columns in view where there are many', () => {
	render(GridHarness, { rowCount: 20, columnCount: 277 });
	expect(grid()).toHaveAttribute('aria-colcount', '278');
	expect(screen.getAllByRole('columnheader').length).toBeLessThan(20);
});

it('is one tab stop, and Escape then Tab leaves it', async () => {
	render(GridHarness, { rowCount: 50, columnCount: 4 });
	await userEvent.tab();
	expect(cell('R-1')).toHaveFocus();
	await userEvent.tab();
	expect(rowOf(document.activeElement)).toBe('2');
	await userEvent.keyboard('{Escape}{Tab}');
	expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
});

it('edits by keyboard: typing replaces, F2 goes on, Escape restores, Enter goes down', async () => {
	render(GridHarness, { rowCount: 50, columnCount: 4 });
	await userEvent.click(cell('R-1'));
	await userEvent.keyboard('New');
	expect(screen.getByRole('textbox', { name: 'Column 1' })).toHaveValue('New');
	await userEvent.keyboard('{Enter}');
	expect(cell('New')).toBeVisible();
	expect(cell('R-2')).toHaveFocus();
	await userEvent.keyboard('{ArrowUp}{F2}er');
	expect(screen.getByRole('textbox')).toHaveValue('Newer');
	await userEvent.keyboard('{Escape}');
	expect(cell('New')).toHaveFocus();
});

it('makes a new line by Alt+Enter', async () => {
	render(GridHarness, { rowCount: 5, columnCount: 2 });
	await userEvent.dblClick(cell('R-1'));
	await userEvent.keyboard('{Alt>}{Enter}{/Alt}second{Enter}');
	expect(screen.getByText(/^R-1\s+second$/).textContent).toContain('R-1\nsecond');
});

it('keeps what was typed when the pointer goes elsewhere', async () => {
	render(GridHarness, { rowCount: 50, columnCount: 2 });
	await userEvent.dblClick(cell('R-1'));
	await userEvent.keyboard('!');
	await userEvent.click(screen.getByRole('button', { name: 'After' }));
	expect(cell('R-1!')).toBeVisible();
	expect(screen.queryByRole('textbox')).toBeNull();
});

it('keeps focus in the active cell when rows are sorted and when it is scrolled away', async () => {
	render(GridHarness, { rowCount: 1_000, columnCount: 4 });
	await userEvent.click(cell('R-3'));
	const header = screen.getByRole('columnheader', { name: 'Column 1' });
	await fireEvent.click(header.querySelector('[data-sort]') ?? header);
	expect(cell('R-3')).toHaveFocus();
	expect(rowOf(cell('R-3'))).toBe('999');
	expect(cell('R-1000')).toBeVisible();
	expect(screen.getByRole('columnheader', { name: 'Column 1' })).toHaveAttribute(
		'aria-sort',
		'descending',
	);
});

it('draws again only the row that changed', async () => {
	const ondraw = vi.fn();
	render(GridHarness, { rowCount: 1_000, columnCount: 3, ondraw });
	await waitFor(() => expect(rowOf(cell('R-16'))).toBe('17'));
	await userEvent.dblClick(cell('R-4'));
	await userEvent.keyboard('!');
	ondraw.mockClear();
	await userEvent.keyboard('{Enter}{ArrowDown}{ArrowRight}');
	expect(new Set(ondraw.mock.calls.map(([rowId]) => rowId as string))).toEqual(new Set(['row-4']));
});

it('reaches the last row and the last of many columns by keyboard', async () => {
	render(GridHarness, { rowCount: 300, columnCount: 277 });
	await userEvent.click(cell('R-1'));
	await userEvent.keyboard('{Control>}{End}{/Control}');
	expect(rowOf(document.activeElement)).toBe('301');
	expect(document.activeElement).toHaveAttribute('aria-colindex', '278');
});

it('opens a row by its head, by pointer and by keyboard', async () => {
	const onopen = vi.fn();
	render(GridHarness, { rowCount: 50, columnCount: 2, onopen });
	await userEvent.click(screen.getByTitle('Open row 2'));
	await userEvent.keyboard('{ArrowDown}{Enter}');
	expect(onopen.mock.calls).toEqual([['row-2'], ['row-3']]);
});

it('resizes a column by keyboard from its head', async () => {
	const onresize = vi.fn();
	render(GridHarness, { rowCount: 5, columnCount: 2, onresize });
	await userEvent.click(cell('R-1'));
	await userEvent.keyboard('{ArrowUp}{Alt>}{ArrowRight}{/Alt}');
	expect(onresize.mock.calls).toEqual([['c1', 116]]);
});

it('says what to do where there are no rows', () => {
	render(GridHarness, { rowCount: 0, columnCount: 2 });
	expect(within(grid()).getAllByRole('columnheader')).toHaveLength(3);
	expect(screen.getByText('No rows yet')).toBeVisible();
});
