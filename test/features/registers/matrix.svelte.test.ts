import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { addColumn } from '../../../src/workbook/commands/own-columns.ts';
import type { ControlValues } from '../../../src/workbook/commands/add-controls.ts';
import { valueAt } from '../../../src/model/registers/register.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { renderMatrix } from './render-register.ts';

function workbookOf(...rows: ControlValues[]): Workbook {
	const workbook = aWorkbook();
	if (rows.length) done(workbook, addControls, { rows });
	return workbook;
}

const three = (): Workbook =>
	workbookOf(
		{ controlId: 'AC-1', title: 'Joiners', owner: 'Ana' },
		{ controlId: 'AC-2', title: 'Movers', owner: 'Ben' },
		{ controlId: 'AC-10', title: 'Leavers', owner: 'Ana' },
	);

describe('editing', () => {
	it('takes what is typed over a cell as one command, and undoes it at its place', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(1, 'Owner'));
		await user.keyboard('Cleo{Enter}');
		expect(workbook.controls.all()[1]?.owner).toBe('Cleo');
		expect(cell(2, 'Owner')).toHaveFocus();
		expect(screen.getByRole('button', { name: 'Undo: Edit owner of AC-2' })).toBeVisible();

		await user.keyboard('{Control>}z{/Control}');
		expect(workbook.controls.all()[1]?.owner).toBe('Ben');
		expect(cell(1, 'Owner')).toHaveFocus();
		await user.keyboard('{Control>}y{/Control}');
		expect(workbook.controls.all()[1]?.owner).toBe('Cleo');
	});

	it('stores a date however it is typed, and keeps and marks what is no date', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Due date'));
		await user.keyboard('3 Feb 2027{Enter}when ready{Enter}');
		expect(workbook.controls.all().map(({ dueDate }) => dueDate)).toEqual([
			'2027-02-03',
			'when ready',
			'',
		]);
		expect(cell(0, 'Due date')).toHaveTextContent('3 Feb 2027');
		expect(cell(1, 'Due date')).toHaveTextContent('“when ready” is not a date.');
	});

	it('completes criteria by what they are about', async () => {
		const workbook = three();
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Criteria'));
		await user.keyboard('{F2}backup');
		expect(screen.getByRole('option', { name: /A1\.2/ })).toBeVisible();
		await user.keyboard('{Enter}{Enter}');
		expect(workbook.controls.all()[0]?.criteria).toEqual(['A1.2']);
	});

	it('clears a cell by Delete, sets as well', async () => {
		const workbook = workbookOf({ owner: 'Ana', criteria: ['CC6.1'] });
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Owner'));
		await user.keyboard('{Delete}');
		await user.click(cell(0, 'Criteria'));
		await user.keyboard('{Delete}');
		expect(workbook.controls.all()[0]).toMatchObject({ owner: '', criteria: [] });
	});

	it('keeps the text of a refused edit and says why', async () => {
		const workbook = three();
		workbook.doc.getMap('settings').set('layoutVersion', 99);
		const { user, cell } = renderMatrix(workbook);
		await user.click(cell(0, 'Notes'));
		await user.keyboard('An hour of thought{Enter}');
		const alert = screen.getByRole('alert');
		expect(alert).toHaveTextContent('Notes of AC-1 was not changed');
		expect(alert).toHaveTextContent('newer version');
		expect(alert).toHaveTextContent('An hour of thought');
	});

	it('tells where an undo found nothing left to take back (K-5)', async () => {
		const workbook = three();
		const { user, cell, message } = renderMatrix(workbook);
		await user.click(cell(0, 'Owner'));
		await user.keyboard('Cleo{Enter}');
		const [edited] = [...workbook.doc.getMap('controls/edits').keys()];
		workbook.doc.getMap('controls/edits').set(edited ?? '', 'Another person');
		await user.keyboard('{Control>}z{/Control}');
		expect(message()).toContain('someone has changed it since');
	});
});

describe('sorting and filtering', () => {
	it('sorts by a header, ids in natural order, and says so', async () => {
		const { user, texts } = renderMatrix(three());
		await user.click(screen.getByTitle(/^Sort by Control ID/));
		expect(texts('Control ID')).toEqual(['AC-1', 'AC-2', 'AC-10']);
		await user.click(screen.getByTitle(/^Sort by Control ID/));
		expect(texts('Control ID')).toEqual(['AC-10', 'AC-2', 'AC-1']);
		expect(screen.getByText('3 controls · sorted by Control ID, descending')).toBeVisible();
	});

	it('filters by ticked values; the bar says it and takes it away', async () => {
		const { user, texts } = renderMatrix(three());
		await user.click(screen.getByRole('button', { name: 'Filter' }));
		await user.selectOptions(screen.getByLabelText('Filter by'), 'Owner');
		await user.click(screen.getByRole('checkbox', { name: 'Ana' }));
		expect(texts('Title')).toEqual(['Joiners', 'Leavers']);
		expect(screen.getByText('2 of 3 controls')).toBeVisible();
		await user.keyboard('{Escape}');
		await user.click(screen.getByRole('button', { name: 'Remove the filter Owner: Ana' }));
		expect(texts('Title')).toHaveLength(3);
	});

	it('keeps the row someone works on in place until they move on', async () => {
		const { user, cell, texts, view } = renderMatrix(three());
		view.filter('owner', { kind: 'oneOf', values: ['Ana'] });
		await user.click(await screen.findByText('Joiners'));
		await user.click(cell(0, 'Owner'));
		await user.keyboard('Zoe{Tab}');
		expect(texts('Owner')).toEqual(['Zoe', 'Ana']);
		await user.keyboard('{ArrowDown}');
		expect(texts('Owner')).toEqual(['Ana']);
	});

	it('offers a way out where nothing matches', async () => {
		const { user, view, texts } = renderMatrix(three());
		view.filter('owner', { kind: 'contains', text: 'nobody' });
		expect(await screen.findByText('No control matches the filters')).toBeVisible();
		const [button] = screen.getAllByRole('button', { name: 'Clear filters' }).slice(-1);
		if (button) await user.click(button);
		expect(texts('Title')).toHaveLength(3);
	});
});

describe('finding', () => {
	it('counts the cells, marks the words, and walks them', async () => {
		const { user, cell } = renderMatrix(three());
		await user.keyboard('{Control>}f{/Control}');
		await user.keyboard('overs');
		expect(screen.getByText('1', { selector: 'output' })).toBeVisible();
		expect(within(cell(1, 'Title')).getByText('overs').tagName).toBe('MARK');
		await user.keyboard('{Enter}');
		expect(screen.getByText('1 of 1')).toBeVisible();
		expect(cell(1, 'Title')).toHaveAttribute('tabindex', '0');
	});

	it('says what stands in hidden columns', async () => {
		const { user, view } = renderMatrix(three());
		view.hide(['title']);
		await user.type(screen.getByRole('searchbox'), 'ers');
		expect(screen.getByText('None')).toBeVisible();
		expect(screen.getByText(/3 more found in columns that are hidden/)).toBeVisible();
	});
});

describe('controls', () => {
	it('teaches where there are none, and begins with one', async () => {
		const workbook = workbookOf();
		const { user, asked } = renderMatrix(workbook);
		await user.click(screen.getByRole('button', { name: 'Import a spreadsheet' }));
		expect(asked).toEqual(['import']);
		await user.click(screen.getByRole('button', { name: 'Add a control' }));
		expect(workbook.controls.all()).toHaveLength(1);
	});

	it('shows a new control even where the filters would hide it', async () => {
		const { user, texts, view } = renderMatrix(three());
		view.filter('owner', { kind: 'oneOf', values: ['Ana'] });
		const [button] = screen.getAllByRole('button', { name: 'Add control' });
		if (button) await user.click(button);
		expect(texts('Title')).toEqual(['Joiners', 'Leavers', '']);
	});

	it('retires with a reason, out of sight, and brings it back by the message', async () => {
		const workbook = three();
		const { user, cell, texts, toasts } = renderMatrix(workbook);
		await user.click(cell(1, 'Title'));
		await user.keyboard('{Control>}{Enter}{/Control}');
		await user.click(screen.getByRole('button', { name: 'Retire…' }));
		await user.keyboard('Merged into AC-1');
		await user.click(screen.getByRole('button', { name: 'Retire' }));
		expect(workbook.controls.all()[1]?.retired).toMatchObject({
			by: 'Dana',
			reason: 'Merged into AC-1',
		});
		expect(texts('Title')).toEqual(['Joiners', 'Leavers']);
		const [toast] = toasts.toasts;
		expect(toast?.text).toBe('Retired AC-2. Its values and history are kept.');
		toast?.action?.run();
		expect(workbook.controls.all()[1]?.retired).toBeUndefined();
	});

	it('does not undo something else by an old message', async () => {
		const workbook = three();
		const { user, cell, toasts, message } = renderMatrix(workbook);
		await user.click(cell(1, 'Title'));
		await user.keyboard('{Control>}{Enter}{/Control}');
		await user.click(screen.getByRole('button', { name: 'Duplicate' }));
		const duplicated = toasts.toasts[0];
		const [first] = workbook.controls.all();
		done(workbook, editControls, {
			edits: [{ control: first?.id ?? 'control:none', column: 'owner', value: 'Cleo' }],
		});
		duplicated?.action?.run();
		expect(workbook.controls.all()[0]?.owner).toBe('Cleo');
		expect(message()).toContain('Other changes came after this one');
	});

	it('exports what is shown: rows in order, columns in view', async () => {
		const workbook = three();
		const { user, exported, view } = renderMatrix(workbook);
		view.filter('owner', { kind: 'oneOf', values: ['Ana'] });
		view.set({ sorts: [{ column: 'controlId', direction: 'descending' }] });
		view.hide(['notes']);
		await user.click(screen.getByRole('button', { name: 'More' }));
		await user.click(screen.getByRole('menuitem', { name: 'Export…' }));
		expect(exported[0]?.records.map((record) => valueAt(record, 'controlId'))).toEqual([
			'AC-10',
			'AC-1',
		]);
		expect(exported[0]?.columns).not.toContain('notes');
	});

	it('marks a control ID that stands twice, on both (V-3)', () => {
		const { cell } = renderMatrix(workbookOf({ controlId: 'AC-1' }, { controlId: 'AC-1' }));
		for (const row of [0, 1]) {
			expect(cell(row, 'Control ID')).toHaveTextContent('More than one control has the ID “AC-1”.');
		}
	});

	it('lists what cannot be read with what stands there', async () => {
		const workbook = three();
		workbook.doc.getMap('controls').set('control:odd', { order: 'z', title: 7 });
		const { user, texts } = renderMatrix(workbook);
		expect(texts('Title')).toHaveLength(3);
		await user.click(screen.getByRole('button', { name: 'Show' }));
		const dialog = screen.getByRole('dialog');
		expect(dialog).toHaveTextContent('control:odd');
		expect(dialog).toHaveTextContent('"title": 7');
	});
});

describe('the panel', () => {
	it('opens by Enter on the head of a row, edits, and gives focus back on Esc', async () => {
		const workbook = three();
		const { user, cell, asked } = renderMatrix(workbook);
		await user.click(cell(1, 'Control ID'));
		await user.keyboard('{ArrowLeft}{Enter}');
		const panel = screen.getByRole('complementary', { name: 'AC-2 · Movers' });
		await user.clear(within(panel).getByLabelText('Title'));
		await user.type(within(panel).getByLabelText('Title'), 'People who move{Enter}');
		expect(workbook.controls.all()[1]?.title).toBe('People who move');
		await user.selectOptions(within(panel).getByLabelText('Status'), 'Planned');
		expect(workbook.controls.all()[1]?.status).toBe('planned');
		expect(within(panel).getByText('Edit status of AC-2')).toBeVisible();

		await user.click(within(panel).getByRole('button', { name: 'Next control' }));
		expect(screen.getByRole('complementary', { name: 'AC-10 · Leavers' })).toBeVisible();
		await user.keyboard('{Escape}');
		expect(asked).toEqual(['open', 'open', 'close']);
		expect(screen.queryByRole('complementary')).toBeNull();
		expect(screen.getByRole('grid')).toContainElement(document.activeElement as HTMLElement);
	});

	it('restores a retired control', async () => {
		const workbook = three();
		const { user, cell, view } = renderMatrix(workbook);
		await user.click(cell(0, 'Title'));
		await user.keyboard('{Control>}{Enter}{/Control}');
		await user.click(screen.getByRole('button', { name: 'Retire…' }));
		await user.click(screen.getByRole('button', { name: 'Retire' }));
		expect(view.showRetired).toBe(false);
		await user.click(screen.getByRole('button', { name: 'Restore' }));
		expect(workbook.controls.all()[0]?.retired).toBeUndefined();
	});
});

describe('by keyboard alone', () => {
	it('opens the first control at once from the first cell', async () => {
		const { user, asked } = renderMatrix(three());
		screen.getByRole('grid').focus();
		await user.keyboard('{Control>}{Enter}{/Control}');
		expect(asked).toEqual(['open']);
		expect(screen.getByRole('complementary', { name: 'AC-1 · Joiners' })).toBeVisible();
	});
});

describe('columns', () => {
	it('hides and shows one, and all that are empty', async () => {
		const { user } = renderMatrix(three());
		await user.click(screen.getByRole('button', { name: 'Columns' }));
		await user.click(screen.getByRole('checkbox', { name: 'Title' }));
		expect(screen.queryByRole('columnheader', { name: 'Title' })).toBeNull();
		await user.click(screen.getByRole('button', { name: 'Hide empty' }));
		const [, ...headers] = screen.getAllByRole('columnheader');
		expect(headers.map((header) => header.textContent.trim())).toEqual(['Control ID', 'Owner']);
		await user.click(screen.getByRole('button', { name: 'Show all' }));
		expect(screen.getByRole('columnheader', { name: 'Title' })).toBeVisible();
		expect(screen.getByRole('checkbox', { name: 'Tester' })).toBeChecked();
	});

	it('adds, renames and removes one of the workbook, with the reason where a name is taken', async () => {
		const workbook = three();
		done(workbook, addColumn, { name: 'Tool' });
		aControl(workbook, { controlId: 'AC-11' });
		const { user, toasts } = renderMatrix(workbook);
		await user.click(screen.getByRole('button', { name: 'Columns' }));
		await user.click(screen.getByRole('button', { name: 'Add a column…' }));
		await user.keyboard('tool{Enter}');
		expect(screen.getByText(/There is a column tool already/)).toBeVisible();
		await user.keyboard('s{Enter}');
		expect(screen.getByRole('columnheader', { name: 'tools' })).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Rename tools' }));
		await user.keyboard('Approver{Enter}');
		expect(screen.getByRole('columnheader', { name: 'Approver' })).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Remove Approver' }));
		expect(screen.queryByRole('columnheader', { name: 'Approver' })).toBeNull();
		toasts.toasts[0]?.action?.run();
		expect(await screen.findByRole('columnheader', { name: 'Approver' })).toBeVisible();
	});
});
