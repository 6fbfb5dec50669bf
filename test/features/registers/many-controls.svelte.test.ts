/** Deeds with many controls, replacing, going to one, and where a value came from: as people do them. */
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { addControls, type ControlValues } from '../../../src/workbook/commands/add-controls.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';
import { renderMatrix } from './render-register.ts';

function workbookOf(...rows: ControlValues[]): Workbook {
	const workbook = aWorkbook();
	done(workbook, addControls, { rows });
	return workbook;
}

const three = (): Workbook =>
	workbookOf(
		{ controlId: 'AC-1', title: 'Joiners', owner: 'Ana', criteria: ['CC6.1'] },
		{ controlId: 'AC-2', title: 'Movers', owner: 'Ben', criteria: ['CC6.2'] },
		{ controlId: 'AC-10', title: 'Leavers', owner: 'Ana' },
	);
const owners = (workbook: Workbook): string[] => workbook.controls.all().map(({ owner }) => owner);

describe('changing the selected controls', () => {
	it('shows what would change, leaves one out, and is one command and one undo', async () => {
		const workbook = three();
		const { user, cell, message } = renderMatrix(workbook);
		await user.click(cell(0, 'Owner'));
		await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
		await user.click(screen.getByRole('button', { name: 'Assign…' }));
		const dialog = screen.getByRole('dialog', { name: 'Change 3 controls' });
		const owner = within(dialog).getByRole('combobox', { name: 'Owner' });
		expect(owner).toHaveFocus();
		await user.type(owner, 'Ana{Enter}');
		expect(within(dialog).getByRole('status')).toHaveTextContent(
			'1 control would change, 2 have it already',
		);
		await user.clear(owner);
		await user.type(owner, 'Cleo{Enter}');
		const changes = within(dialog).getByRole('listbox', { name: /^Changes/ });
		expect(within(changes).getAllByRole('option')).toHaveLength(3);
		await user.click(within(changes).getByRole('option', { name: /AC-2/ }));
		await user.click(within(dialog).getByRole('button', { name: 'Change 2 controls' }));

		expect(owners(workbook)).toEqual(['Cleo', 'Ben', 'Cleo']);
		expect(message()).toBe('Set owner of 2 controls.');
		expect(screen.getByRole('button', { name: 'Assign…' })).toHaveFocus();
		await user.keyboard('{Control>}z{/Control}');
		expect(owners(workbook)).toEqual(['Ana', 'Ben', 'Ana']);
		expect(message()).toBeUndefined();
		for (const row of [0, 1, 2]) {
			expect(cell(row, 'Owner')).toHaveAttribute('aria-selected', 'true');
		}
	});

	it('adds criteria by keyboard alone', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Criteria'));
		await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Alt>}{Enter}{/Alt}');
		const dialog = screen.getByRole('dialog', { name: 'Change 2 controls' });
		expect(within(dialog).getByLabelText('Column')).toHaveFocus();
		await user.tab();
		expect(within(dialog).getByLabelText('What to do')).toHaveDisplayValue('Add');
		await user.tab();
		await user.keyboard('A1.2,XX9,{Control>}{Enter}{/Control}');
		expect(workbook.controls.all().map(({ criteria }) => criteria)).toEqual([
			['CC6.1', 'A1.2', 'XX9'],
			['CC6.2', 'A1.2', 'XX9'],
			[],
		]);
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('is about all that is shown where that is chosen', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Owner'));
		await user.keyboard('{Alt>}{Enter}{/Alt}');
		const dialog = screen.getByRole('dialog', { name: 'Change 1 control' });
		await user.click(within(dialog).getByText('All shown (3)'));
		await user.selectOptions(within(dialog).getByLabelText('What to do'), 'Empty it');
		await user.click(within(dialog).getByRole('button', { name: 'Change 3 controls' }));
		expect(owners(workbook)).toEqual(['', '', '']);
	});

	it('retires several with one reason, and undo brings them back and selects them', async () => {
		const workbook = three();
		const { user, cell, texts, message } = renderMatrix(workbook);
		await user.click(cell(0, 'Title'));
		await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}{Backspace}{/Control}');
		const dialog = screen.getByRole('dialog', { name: 'Retire 2 controls' });
		expect(dialog).toHaveTextContent('AC-1, AC-2');
		await user.keyboard('Merged{Control>}{Enter}{/Control}');
		expect(workbook.controls.all().map(({ retired }) => retired?.reason)).toEqual([
			'Merged',
			'Merged',
			undefined,
		]);
		expect(message()).toBe('Retired 2 controls. All is kept.');
		await user.keyboard('{Control>}z{/Control}');
		expect(texts('Control ID')).toEqual(['AC-1', 'AC-2', 'AC-10']);
		expect(cell(1, 'Title')).toHaveAttribute('aria-selected', 'true');
	});
});

describe('changing very many cells', () => {
	it('says what is under way, in one step that undo takes back as one, and says so', async () => {
		const workbook = workbookOf(...Array.from({ length: 1_000 }, () => ({ owner: 'Ana' })));
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(1, 'Owner'));
		await user.keyboard('{Control>} {/Control}');
		const underWay = () => document.querySelector('dialog[open]')?.getAttribute('aria-label');
		await fireEvent.keyDown(cell(1, 'Owner'), { key: 'Delete' });
		expect(underWay()).toBe('Clear 1,000 cells');
		expect(owners(workbook)[0]).toBe('Ana');
		await waitFor(() => expect(underWay()).toBeUndefined());
		expect(new Set(owners(workbook))).toEqual(new Set(['']));
		expect(cell(1, 'Owner')).toHaveFocus();

		await fireEvent.keyDown(cell(1, 'Owner'), { key: 'z', ctrlKey: true });
		expect(underWay()).toBe('Undoing: Clear 1,000 cells');
		expect(owners(workbook)[0]).toBe('');
		await waitFor(() => expect(underWay()).toBeUndefined());
		expect(new Set(owners(workbook))).toEqual(new Set(['Ana']));
	});
});

describe('replacing', () => {
	it('shows every cell before and after, replaces the chosen ones, and is one undo', async () => {
		const workbook = three();
		const { user, cell, message } = renderMatrix(workbook);
		await user.click(cell(0, 'Owner'));
		await user.keyboard('{Control>}h{/Control}ana');
		await user.type(screen.getByLabelText('Replace with'), 'Anna');
		await user.click(screen.getByRole('button', { name: 'Replace all…' }));
		const dialog = screen.getByRole('dialog', { name: 'Replace “ana”' });
		expect(within(dialog).getAllByRole('option')).toHaveLength(2);
		expect(within(dialog).getByRole('option', { name: /AC-1 .*Ana.*becomes.*Anna/ })).toBeVisible();
		await user.keyboard('{ArrowDown} ');
		await user.click(within(dialog).getByRole('button', { name: 'Replace in 1 cell' }));
		expect(owners(workbook)).toEqual(['Anna', 'Ben', 'Ana']);
		expect(message()).toBe('Replace “ana” in 1 cell.');
	});

	it('is over with the search: Escape in the field that finds closes both', async () => {
		const { user, cell } = renderMatrix(three());
		await user.click(cell(0, 'Owner'));
		await user.keyboard('{Control>}h{/Control}ana');
		const find = screen.getByRole('searchbox', { name: 'Find in the matrix' });
		expect(find).toHaveFocus();
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('group', { name: 'Replace' })).toBeNull();
		expect(find).toHaveValue('');
		await user.keyboard('{Control>}h{/Control}{Escape}');
		expect(screen.queryByRole('group', { name: 'Replace' })).toBeNull();
		expect(find).toHaveFocus();
	});

	it('replaces one and goes on to the next', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Owner'));
		await user.keyboard('{Control>}h{/Control}ana');
		const replacement = screen.getByLabelText('Replace with');
		await user.type(replacement, 'Cleo{Enter}');
		expect(owners(workbook)).toEqual(['Cleo', 'Ben', 'Ana']);
		expect(cell(2, 'Owner')).toHaveAttribute('data-active');
		await user.keyboard('{Enter}');
		expect(owners(workbook)).toEqual(['Cleo', 'Ben', 'Cleo']);
		expect(replacement).toHaveFocus();
	});

	it('stays in the selected cells and in one column where that is asked for', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(1, 'Owner'));
		await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}h{/Control}n');
		await user.click(screen.getByLabelText('Selection only'));
		await user.type(screen.getByLabelText('Replace with'), 'm');
		await user.click(screen.getByRole('button', { name: 'Replace all…' }));
		const dialog = screen.getByRole('dialog', { name: 'Replace “n”' });
		await user.click(within(dialog).getByRole('button', { name: 'Replace in 2 cells' }));
		expect(owners(workbook)).toEqual(['Ana', 'Bem', 'Ama']);
	});
});

describe('going to a control', () => {
	it('goes by a part of its id or title, even where filters hide it', async () => {
		const workbook = three();
		const { user, view, cell, texts } = renderMatrix(workbook);
		view.filter('owner', { kind: 'oneOf', values: ['Ana'] });
		await user.click(cell(0, 'Title'));
		await user.keyboard('{Control>}g{/Control}mov{Enter}');
		expect(texts('Control ID')).toEqual(['AC-1', 'AC-2', 'AC-10']);
		expect(cell(1, 'Control ID')).toHaveFocus();
	});

	it('says where nothing fits and gives focus back on Escape', async () => {
		const { user, cell } = renderMatrix(three());
		await user.click(cell(0, 'Title'));
		await user.keyboard('{Control>}g{/Control}nowhere');
		expect(screen.getByText('No control has this in its ID or title.')).toBeVisible();
	});
});

describe('where a value came from', () => {
	it('is told by key, with the whole value and the last change, and Esc leads back', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Owner'));
		await user.keyboard('Cleo{Enter}{ArrowUp}{Control>}i{/Control}');
		const card = screen.getByRole('dialog', { name: 'Where this value came from' });
		expect(card).toHaveFocus();
		expect(card).toHaveTextContent('Owner of AC-1');
		expect(card).toHaveTextContent('Made in this workbook');
		expect(card).toHaveTextContent('by Dana, from “Ana”');
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(cell(0, 'Owner')).toHaveFocus();
	});
});

describe('the menu on cells', () => {
	it('clears, filters by the value and duplicates, with the keys that do the same', async () => {
		const workbook = three();
		const { user, cell, texts } = renderMatrix(workbook);
		const open = async (row: number, column: string): Promise<void> =>
			user.pointer({ keys: '[MouseRight]', target: cell(row, column) });
		await open(0, 'Owner');
		await user.click(screen.getByRole('menuitem', { name: /^Clear/ }));
		expect(owners(workbook)).toEqual(['', 'Ben', 'Ana']);
		await open(1, 'Owner');
		await user.click(screen.getByRole('menuitem', { name: 'Show only “Ben”' }));
		expect(texts('Control ID')).toEqual(['AC-2']);
		await open(0, 'Title');
		await user.click(screen.getByRole('menuitem', { name: /^Duplicate AC-2/ }));
		expect(workbook.controls.all().map(({ controlId }) => controlId)).toEqual([
			'AC-1',
			'AC-2',
			'AC-2',
			'AC-10',
		]);
	});
});
