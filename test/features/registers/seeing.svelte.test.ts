import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ControlValues } from '../../../src/workbook/commands/add-controls.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook } from '../../support/a-workbook.ts';
import { renderMatrix, type RegisterPage } from './render-register.ts';

function workbookOf(...controls: ControlValues[]): Workbook {
	const workbook = aWorkbook();
	for (const values of controls) aControl(workbook, values);
	return workbook;
}

const four = (): Workbook =>
	workbookOf(
		{ controlId: 'AC-1', owner: 'Ana', status: 'implemented', criteria: ['CC6.1', 'A1.2'] },
		{ controlId: 'AC-2', owner: 'Ben', status: 'planned', criteria: ['CC6.2'] },
		{ controlId: 'AC-3', owner: 'Ana', status: 'almost', criteria: ['A1.1'] },
		{ controlId: 'AC-4', status: 'planned' },
	);

/** The first cell of each row; looked up by attribute, since looking up roles is slow in jsdom. */
function rowTexts(): string[] {
	return Array.from(document.querySelectorAll('[role="row"][data-index]'), (row) => {
		const first = row.querySelector('[role="gridcell"]');
		return (first?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
	});
}

async function openHeadMenu({ user, cell }: RegisterPage, label: string): Promise<HTMLElement> {
	await user.click(cell(0, label));
	await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
	return screen.getByRole('dialog', { name: label });
}

async function pressIn(page: RegisterPage, column: string, name: string): Promise<void> {
	const menu = await openHeadMenu(page, column);
	await page.user.click(within(menu).getByRole('button', { name }));
}

describe('groups', () => {
	it('stand with their count and what they add up to; each closes by itself', async () => {
		const { user, view } = renderMatrix(four());
		view.set({ groupBy: 'owner' });
		await screen.findByText('No owner');
		expect(rowTexts()).toEqual([
			'Ana 2 1 of 2 implemented 1 has a problem',
			'AC-1',
			'AC-3',
			'Ben 1 0 of 1 implemented',
			'AC-2',
			'No owner 1 0 of 1 implemented',
			'AC-4',
		]);
		await user.click(screen.getByText('Ana', { selector: '.label' }));
		expect(rowTexts().slice(0, 2)).toEqual([
			'Ana 2 1 of 2 implemented 1 has a problem',
			'Ben 1 0 of 1 implemented',
		]);
		expect(screen.getByText('4 controls')).toBeVisible();
	});

	it('close and open all together', async () => {
		const { user, view } = renderMatrix(four());
		view.set({ groupBy: 'owner' });
		await user.click(screen.getByRole('button', { name: 'Display' }));
		await user.click(screen.getByRole('button', { name: 'Close all' }));
		expect(rowTexts()).toHaveLength(3);
		await user.click(screen.getByRole('button', { name: 'Open all' }));
		expect(rowTexts()).toHaveLength(7);
	});

	it('by series say where a control with several criteria stands', async () => {
		const { user } = renderMatrix(four());
		await user.click(screen.getByRole('button', { name: 'Display' }));
		await user.selectOptions(screen.getByLabelText('Group by'), 'Criteria series');
		expect(
			screen.getByText('A control with several criteria stands under its first one.'),
		).toBeVisible();
		expect(rowTexts()).toEqual([
			'CC6 Logical and physical access 2 1 of 2 implemented',
			'AC-1',
			'AC-2',
			'A1 Availability 1 0 of 1 implemented 1 has a problem',
			'AC-3',
			'No criteria 1 0 of 1 implemented',
			'AC-4',
		]);
	});

	it('open again where a found cell stands in a closed one', async () => {
		const { user, view, cell } = renderMatrix(four());
		view.set({ groupBy: 'owner' });
		await user.click(await screen.findByText('Ben', { selector: '.label' }));
		expect(rowTexts()).not.toContain('AC-2');
		await user.type(screen.getByRole('searchbox'), 'AC-2{Enter}');
		expect(rowTexts()).toContain('AC-2');
		expect(cell(4, 'Control ID')).toHaveAttribute('data-active', 'true');
	});

	it('are not offered for columns in which nothing repeats', async () => {
		const { user } = renderMatrix(four());
		await user.click(screen.getByRole('button', { name: 'Display' }));
		const offered = within(screen.getByLabelText('Group by'))
			.getAllByRole('option')
			.map(({ textContent }) => textContent);
		expect(offered).toEqual([
			'No groups',
			'Criteria series',
			'Trust services category',
			'Owner',
			'Status',
		]);
	});
});

describe('the menu of a column head', () => {
	it('opens by keyboard, sorts, and adds to the order', async () => {
		const page = renderMatrix(four());
		page.view.set({ sorts: [{ column: 'owner', direction: 'descending' }] });
		await pressIn(page, 'Control ID', 'Then sort by Control ID');
		expect(page.view.sorts).toEqual([
			{ column: 'owner', direction: 'descending' },
			{ column: 'controlId', direction: 'ascending' },
		]);
		expect(rowTexts()).toEqual(['AC-2', 'AC-1', 'AC-3', 'AC-4']);
	});

	it('groups by the column, criteria by their series', async () => {
		const page = renderMatrix(four());
		await pressIn(page, 'Criteria', 'Group by series');
		expect(page.view.groupBy).toBe('series');
	});

	it('filters in place, and the head says so in its description', async () => {
		const page = renderMatrix(four());
		const { user } = page;
		const menu = await openHeadMenu(page, 'Owner');
		await user.click(within(menu).getByRole('checkbox', { name: 'Ana' }));
		expect(rowTexts()).toEqual(['AC-1', 'AC-3']);
		expect(screen.getByRole('columnheader', { name: 'Owner' })).toHaveAccessibleDescription(
			/Filtered by Owner: Ana/,
		);
		await user.selectOptions(within(menu).getByLabelText('Rule for Owner'), 'is empty');
		expect(rowTexts()).toEqual(['AC-4']);
	});

	it('moves, freezes and hides a column, and gives focus back', async () => {
		const page = renderMatrix(four());
		const { view } = page;
		const heads = (): string[] =>
			screen
				.getAllByRole('columnheader')
				.slice(1, 4)
				.map(({ textContent }) => textContent.trim());
		await pressIn(page, 'Title', 'Move left');
		expect(heads()).toEqual(['Title', 'Control ID', 'Description']);
		await pressIn(page, 'Control ID', 'Freeze up to here');
		expect(view.frozen).toBe(2);
		await pressIn(page, 'Title', 'Hide');
		expect(heads()).toEqual(['Control ID', 'Description', 'Criteria']);
		expect(document.activeElement?.closest('[role="grid"]')).not.toBeNull();
	});
});

describe('views', () => {
	it('are turned on, changed, saved under a name and reverted', async () => {
		const { user } = renderMatrix(four());
		await user.click(screen.getByRole('button', { name: 'View: All controls' }));
		await user.click(screen.getByRole('button', { name: 'No owner' }));
		expect(rowTexts()).toEqual(['AC-4']);
		expect(screen.queryByRole('button', { name: 'Revert' })).toBeNull();
		await user.click(screen.getByRole('button', { name: 'Remove the filter Owner: empty' }));
		await user.click(screen.getByRole('button', { name: 'Revert' }));
		expect(rowTexts()).toEqual(['AC-4']);
		await user.click(screen.getByTitle(/^Sort by Title/));
		await user.click(screen.getByRole('button', { name: 'Save as a view…' }));
		expect(screen.getByLabelText('Name of the new view')).toHaveFocus();
		await user.keyboard('Unowned{Enter}');
		expect(screen.getByRole('button', { name: 'View: Unowned' })).toBeVisible();
		expect(document.activeElement?.closest('[role="grid"]')).not.toBeNull();
		expect(screen.queryByRole('button', { name: 'Revert' })).toBeNull();
	});

	it('are shared in the workbook, renamed and deleted, each with its way back', async () => {
		const workbook = four();
		const { user, view } = renderMatrix(workbook);
		view.set({ groupBy: 'owner' });
		view.turnOn(view.personal.add('Mine', view.settings));
		await user.click(await screen.findByRole('button', { name: 'View: Mine' }));
		await user.click(screen.getByRole('button', { name: 'Actions for Mine' }));
		await user.click(screen.getByRole('menuitem', { name: 'Share in this workbook' }));
		expect(workbook.views.all()).toMatchObject([{ name: 'Mine', settings: { groupBy: 'owner' } }]);
		const shared = screen.getByRole('region', { name: 'Shared in this workbook' });
		expect(within(shared).getByRole('button', { name: 'Mine' })).toHaveFocus();
		await user.click(screen.getByRole('button', { name: 'Actions for Mine' }));
		await user.click(screen.getByRole('menuitem', { name: 'Rename…' }));
		await user.keyboard('Ours{Enter}');
		expect(workbook.views.all()[0]?.name).toBe('Ours');
		await user.click(screen.getByRole('button', { name: 'Actions for Ours' }));
		await user.click(screen.getByRole('menuitem', { name: 'Delete for everyone' }));
		expect(workbook.views.all()[0]?.retired).toBe(true);
		expect(screen.getByText(/Deleted “Ours”/)).toBeVisible();
		await user.keyboard('{Enter}');
		expect(workbook.views.all()[0]?.retired).toBe(false);
		expect(
			within(screen.getByRole('dialog', { name: 'Views' })).getByRole('button', { name: 'Ours' }),
		).toHaveFocus();
	});
});

describe('what rows and columns show', () => {
	it('leaves only controls with a problem, and says how many there are', async () => {
		const { user } = renderMatrix(four());
		await user.click(screen.getByRole('button', { name: 'Display' }));
		await user.click(screen.getByRole('checkbox', { name: 'Only controls with a problem 1' }));
		expect(rowTexts()).toEqual(['AC-3']);
		await user.keyboard('{Escape}');
		await user.click(screen.getByRole('button', { name: 'Remove the filter Has a problem' }));
		expect(rowTexts()).toHaveLength(4);
	});

	it('changes the order of columns by keyboard, and back to the usual one', async () => {
		const { user, view } = renderMatrix(four());
		await user.click(screen.getByRole('button', { name: 'Columns' }));
		screen.getByRole('button', { name: 'Move Title up' }).focus();
		await user.keyboard('{Enter}');
		expect(view.columnOrder.slice(0, 2)).toEqual(['title', 'controlId']);
		expect(screen.getByText(/^Title is column 1 of/)).toBeInTheDocument();
		expect(screen.getByRole('button', { name: 'Move Title up' })).toHaveFocus();
		await user.click(screen.getByRole('button', { name: 'Usual order' }));
		expect(view.columnOrder).toEqual([]);
	});

	it('takes a number of lines from 1 to 20 and keeps what stood for anything else', async () => {
		const { user, view } = renderMatrix(four());
		await user.click(screen.getByRole('button', { name: 'Display' }));
		const field = screen.getByLabelText('Most lines a row shows');
		await user.clear(field);
		await user.type(field, '3');
		expect(view.lines).toBe(3);
		await user.clear(field);
		expect(view.lines).toBe(3);
	});
});
