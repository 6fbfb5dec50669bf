/** What is drawn anew, counted by the cells the caller is asked for. */
import '../jsdom-platform.ts';
import { render, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { cell, grid } from './grid-cells.ts';
import GridHarness from './GridHarness.svelte';

/** A grid whose rows have all been drawn, those beyond the view included. */
async function drawnGrid() {
	const ondraw = vi.fn<(rowId: string, columnKey: string) => void>();
	render(GridHarness, { rowCount: 1_000, columnCount: 3, ondraw });
	await waitFor(() => expect(cell('R-16')).toBeVisible());
	await userEvent.click(cell('R-2'));
	ondraw.mockClear();
	return ondraw;
}

it('asks for no cell when the active cell moves or the selection grows', async () => {
	const ondraw = await drawnGrid();
	await userEvent.keyboard('{ArrowDown}{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
	await userEvent.keyboard('{Control>}a{/Control}');
	expect(grid().querySelectorAll('[aria-selected="true"]').length).toBeGreaterThan(40);
	expect(ondraw).not.toHaveBeenCalled();
});

it('changes only the rows whose selected columns change', async () => {
	await drawnGrid();
	const changed = new Set<string | undefined>();
	const watcher = new MutationObserver((records) => {
		for (const { target } of records) {
			if (target instanceof Element)
				changed.add(target.closest<HTMLElement>('.row')?.dataset['index']);
		}
	});
	await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
	watcher.observe(grid(), { subtree: true, attributeFilter: ['aria-selected'] });
	await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
	await waitFor(() => expect(changed).toEqual(new Set(['3'])));
	watcher.disconnect();
});

it('asks for the cells of rows that scroll into view only, and draws them with elements it has', async () => {
	const ondraw = await drawnGrid();
	const before = new Set(grid().querySelectorAll('.row'));
	grid().scrollTo({ top: 20_000 });
	await waitFor(() => expect(cell('R-505')).toBeVisible());
	const rows = [...grid().querySelectorAll('.row')];
	expect(rows.filter((row) => before.has(row)).length).toBeGreaterThan(14);
	expect(ondraw.mock.calls.map(([rowId]) => rowId)).not.toContain('row-2');
});
