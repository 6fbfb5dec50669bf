/** Focus is never lost: whatever is drawn anew around it, it stays in the active cell. */
import '../jsdom-platform.ts';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { SelectionByIds } from '../../../src/ui/grid/selection/selection-by-ids.ts';
import { cell, focused, grid, head, rowIndexOf } from './grid-cells.ts';
import GridHarness from './GridHarness.svelte';

interface Harness {
	readonly rerender: (props: object) => Promise<void>;
	/** What the harness exports. */
	readonly component: {
		change(rowId: string, key: string, value: string): void;
		selectionByIds(): SelectionByIds | undefined;
		restore(selection: SelectionByIds): void;
	};
}

let harness: Harness;
beforeEach(() => {
	harness = render(GridHarness, { rowCount: 200, columnCount: 3 });
});

it('stays when the active row is scrolled out of view', async () => {
	await userEvent.click(cell('R-3'));
	grid().scrollTo({ top: 6_000 });
	await waitFor(() => expect(cell('R-150')).toBeVisible());
	expect(cell('R-3')).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}');
	expect(cell('R-4')).toHaveFocus();
});

it('stays with its row when rows are sorted', async () => {
	await userEvent.click(cell('R-3'));
	await fireEvent.click(head('Column 1').querySelector('[data-sort]') ?? grid());
	expect(cell('R-3')).toHaveFocus();
	expect(rowIndexOf(cell('R-3'))).toBe('199');
});

it('stays with its row when a filter leaves out others, and nearby when it leaves out the row', async () => {
	await userEvent.click(cell('R-4'));
	await harness.rerender({ keep: (id: string) => Number(id.slice(4)) % 2 === 0 });
	expect(cell('R-4')).toHaveFocus();
	expect(rowIndexOf(cell('R-4'))).toBe('3');
	await harness.rerender({ keep: (id: string) => Number(id.slice(4)) % 2 === 1 });
	expect(focused()).toBe('R-3');
	await harness.rerender({ keep: () => true });
	expect(cell('R-4')).toHaveFocus();
});

it('goes to the header when a filter leaves nothing, and back', async () => {
	await userEvent.click(cell('R-4'));
	await harness.rerender({ keep: () => false });
	expect(head('Column 1')).toHaveFocus();
	await harness.rerender({ keep: () => true });
	expect(cell('R-4')).toHaveFocus();
});

it('stays with its row when rows are grouped, and goes to the head that hides it', async () => {
	await userEvent.click(cell('R-6'));
	await harness.rerender({ grouped: true });
	expect(cell('R-6')).toHaveFocus();
	await fireEvent.click(screen.getByText('P-01'));
	expect(focused()).toBe('P-01');
});

it('stays when undo or somebody else changes the row', async () => {
	await userEvent.click(cell('R-2'));
	harness.component.change('row-2', 'c1', 'Changed elsewhere');
	await waitFor(() => expect(cell('Changed elsewhere')).toHaveFocus());
});

it('stays near when its column is hidden', async () => {
	await userEvent.click(cell('R-2'));
	await userEvent.keyboard('{End}');
	await harness.rerender({ columnCount: 2 });
	expect(document.activeElement).toHaveAttribute('aria-colindex', '3');
	expect(rowIndexOf(document.activeElement ?? grid())).toBe('3');
});

it('is taken from nobody: drawing anew leaves it where it is outside the grid', async () => {
	screen.getByRole('button', { name: 'After' }).focus();
	await harness.rerender({ grouped: true });
	expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
});

it('returns to a kept selection, in view, when rows have moved', async () => {
	await userEvent.click(cell('R-2'));
	await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
	const kept = harness.component.selectionByIds();
	if (!kept) throw new Error('The grid is not there');
	await userEvent.keyboard('{Control>}{End}{/Control}');
	await waitFor(() => expect(cell('R-200')).toBeVisible());
	harness.component.restore(kept);
	await waitFor(() => expect(cell('R-2')).toHaveFocus());
	// The row below is drawn once the view has come there.
	await waitFor(() => expect(grid().querySelectorAll('[aria-selected="true"]')).toHaveLength(4));
	expect(harness.component.selectionByIds()).toEqual(kept);
});
