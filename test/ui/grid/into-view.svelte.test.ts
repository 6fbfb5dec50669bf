/** What is brought into view, and what is left where somebody scrolled to. */
import '../jsdom-platform.ts';
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { SelectionByIds } from '../../../src/ui/grid/selection/selection-by-ids.ts';
import { cell, grid } from './grid-cells.ts';
import GridHarness from './GridHarness.svelte';

interface Harness {
	/** What the harness exports. */
	readonly component: {
		selectionByIds(): SelectionByIds | undefined;
		restore(selection: SelectionByIds): void;
	};
}

const renderGrid = (columnCount = 20): Harness =>
	render(GridHarness, { rowCount: 200, columnCount });

function cellAt(row: number, column: number): HTMLElement {
	const found = grid().querySelector<HTMLElement>(
		`[data-index="${row}"] [data-column="${column}"]`,
	);
	if (!found) throw new Error(`No cell ${column} in row ${row} is drawn`);
	return found;
}

async function scrollSideways(left: number): Promise<void> {
	grid().scrollLeft = left;
	await fireEvent.scroll(grid());
}

it('a large selection that is given back shows the active cell, not the far corner', async () => {
	const { component } = renderGrid();
	await userEvent.click(cell('R-2'));
	await userEvent.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}');
	const kept = component.selectionByIds();
	if (!kept) throw new Error('The grid is not there');
	grid().scrollTo({ top: 6_000 });
	await waitFor(() => expect(cell('R-150')).toBeVisible());
	component.restore(kept);
	await waitFor(() => expect(cell('R-4')).toBeVisible());
	expect(component.selectionByIds()).toEqual(kept);
});

it('editing a cell that is half under the frozen columns brings it into view', async () => {
	renderGrid();
	await scrollSideways(50);
	await userEvent.dblClick(cellAt(2, 1));
	expect(grid().scrollLeft).toBe(0);
});

it('typing brings the active cell back that was scrolled away', async () => {
	renderGrid();
	await userEvent.click(cell('R-2'));
	grid().scrollTo({ top: 6_000 });
	await waitFor(() => expect(cell('R-150')).toBeVisible());
	await userEvent.keyboard('n');
	await waitFor(() => expect(cell('R-4')).toBeVisible());
});

it('going to a frozen column sideways shows the beginning of the table', async () => {
	renderGrid();
	await userEvent.click(cellAt(2, 3));
	await scrollSideways(200);
	await userEvent.keyboard('{Home}');
	expect(grid().scrollLeft).toBe(0);
	await scrollSideways(200);
	await userEvent.keyboard('{Control>}{Home}{/Control}');
	expect(grid().scrollLeft).toBe(0);
});

it('walking down a frozen column leaves the others where they were scrolled to', async () => {
	renderGrid();
	await userEvent.click(cell('R-2'));
	await scrollSideways(200);
	await userEvent.keyboard('{ArrowDown}');
	expect(grid().scrollLeft).toBe(200);
});
