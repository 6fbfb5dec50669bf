import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { cell, focused, grid, group, rowIndexOf } from './grid-cells.ts';
import GridHarness from './GridHarness.svelte';

// Rows 1 and 6 stand in P-01, 2 and 7 in P-05, 3 and 8 in P-04, 4 and 9 in P-03, 5 and 10 in P-02.
const ten = { rowCount: 10, columnCount: 3, grouped: true };

it('is a treegrid whose heads tell level, size and whether they are open', () => {
	render(GridHarness, ten);
	expect(grid()).toHaveAttribute('role', 'treegrid');
	expect(grid()).toHaveAttribute('aria-rowcount', '16');
	const head = group('P-01');
	expect(head).toHaveAttribute('aria-level', '1');
	expect(head).toHaveAttribute('aria-expanded', 'true');
	expect(head).toHaveTextContent('P-01 2');
	expect(head.querySelector('[role="gridcell"]')).toHaveAttribute('aria-colspan', '4');
	expect(cell('R-1').closest('[role="row"]')).toHaveAttribute('aria-level', '2');
});

it('is a plain grid without groups', () => {
	render(GridHarness, { ...ten, grouped: false });
	expect(grid()).toHaveAttribute('role', 'grid');
	expect(cell('R-1').closest('[role="row"]')).not.toHaveAttribute('aria-level');
});

it('numbers rows that hold data only', () => {
	render(GridHarness, ten);
	expect(rowIndexOf(cell('R-5'))).toBe('6');
	expect(cell('R-5').closest('[role="row"]')?.querySelector('.number')).toHaveTextContent('3');
});

it('opens and closes by a click on the mark', async () => {
	render(GridHarness, ten);
	await userEvent.click(screen.getByText('P-01'));
	expect(group('P-01')).toHaveAttribute('aria-expanded', 'false');
	expect(screen.queryByText('R-1')).toBeNull();
	expect(grid()).toHaveAttribute('aria-rowcount', '14');
	await userEvent.click(screen.getByText('P-01'));
	expect(cell('R-1')).toBeVisible();
});

it('opens and closes by keys, and focus stays on the head', async () => {
	render(GridHarness, ten);
	await userEvent.click(cell('R-1'));
	await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
	expect(group('P-01')).toHaveAttribute('aria-expanded', 'false');
	await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
	expect(group('P-01')).toHaveAttribute('aria-expanded', 'true');
	await userEvent.keyboard('{Enter}');
	expect(group('P-01')).toHaveAttribute('aria-expanded', 'false');
	await userEvent.keyboard(' ');
	expect(group('P-01')).toHaveAttribute('aria-expanded', 'true');
	expect(focused()).toBe('P-01');
});

it('closes the group of the active cell by Alt+Shift+Left, and its head becomes active', async () => {
	render(GridHarness, ten);
	await userEvent.click(cell('R-6'));
	await userEvent.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
	expect(group('P-01')).toHaveAttribute('aria-expanded', 'false');
	expect(focused()).toBe('P-01');
	await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}{ArrowDown}');
	expect(cell('R-1')).toHaveFocus();
});

it('keeps the column of the active cell on the way through a head', async () => {
	render(GridHarness, ten);
	await userEvent.click(cell('R-6'));
	await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
	expect(focused()).toBe('P-02');
	await userEvent.keyboard('{ArrowDown}');
	expect(rowIndexOf(document.activeElement!)).toBe('6');
	expect(document.activeElement).toHaveAttribute('aria-colindex', '4');
});

it('has nothing of a head edited, selected or counted', async () => {
	const onselect = vi.fn();
	render(GridHarness, { ...ten, onselect });
	await userEvent.click(screen.getByText('P-02'));
	expect(onselect).toHaveBeenLastCalledWith([]);
	await userEvent.keyboard('x{F2}{Delete}');
	expect(screen.queryByRole('textbox')).toBeNull();
	expect(group('P-02').querySelector('[aria-selected]')).toBeNull();
});

it('walks past heads with Tab and after an edit', async () => {
	render(GridHarness, ten);
	await userEvent.click(cell('R-6'));
	await userEvent.keyboard('{ArrowRight}{ArrowRight}{Tab}');
	expect(cell('R-5')).toHaveFocus();
	await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
	expect(document.activeElement).toHaveAttribute('aria-colindex', '4');
	await userEvent.keyboard('{Home}{F2}!{Enter}');
	expect(cell('R-6!')).toBeVisible();
	expect(cell('R-5')).toHaveFocus();
});
