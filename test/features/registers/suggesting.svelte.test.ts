/**
 * Someone whose edits become suggestions: commands are taken, and no value changes. The register must
 * go on as ever, show the present value, and offer to undo nothing it did not do.
 */
import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';
import { renderMatrix } from './render-register.ts';

/** Takes every command and changes nothing, as a workbook does that keeps it as a suggestion. */
class Suggesting extends LiveWorkbook {
	readonly asked: { readonly name: string; readonly input: unknown }[] = [];

	override run: LiveWorkbook['run'] = ({ name }, input) => {
		this.asked.push({ name, input });
		return ok({ label: 'Suggested a change', created: [], changed: true });
	};
}

function setup() {
	const workbook = aWorkbook();
	done(workbook, addControls, {
		rows: [
			{ controlId: 'AC-1', owner: 'Ana', status: 'planned', criteria: ['CC6.1'] },
			{ controlId: 'AC-2', owner: 'Ben', dueDate: '2027-01-01' },
			{ controlId: 'AC-3', owner: 'Ana' },
		],
	});
	const live = new Suggesting(workbook);
	const before = JSON.stringify(workbook.controls.all());
	const page = renderMatrix(workbook, { workbook: live });
	return {
		...page,
		live,
		ids: workbook.controls.all().map(({ id }) => id),
		/** The grid is no longer edited, nothing was refused, no value changed. */
		expectAsBefore: () => {
			expect(document.querySelector('[data-editing]')).toBeNull();
			expect(screen.queryByText(/Not saved|was not changed/)).toBeNull();
			expect(JSON.stringify(workbook.controls.all())).toBe(before);
		},
	};
}

it('typing over a cell ends the edit, shows the present value and goes on below', async () => {
	const { user, cell, live, ids, expectAsBefore } = setup();
	await user.click(cell(0, 'Owner'));
	await user.keyboard('Cleo{Enter}');
	expectAsBefore();
	expect(cell(0, 'Owner')).toHaveTextContent('Ana');
	expect(cell(1, 'Owner')).toHaveFocus();
	expect(live.asked).toMatchObject([
		{ input: { edits: [{ record: ids[0], column: 'owner', value: 'Cleo' }] } },
	]);
});

it.each([
	['Status', '{F2}impl{Enter}'],
	['Criteria', '{F2}CC6.2{Enter}{Enter}'],
	['Due date', '3 Feb 2027{Enter}'],
])('the editor of %s closes, and the cell holds what it held', async (column, keys) => {
	const { user, cell, live, expectAsBefore } = setup();
	const held = cell(0, column).textContent;
	await user.click(cell(0, column));
	await user.keyboard(keys);
	expect(live.asked.length).toBeGreaterThan(0);
	expectAsBefore();
	expect(cell(0, column).textContent).toBe(held);
	expect(document.activeElement?.closest('[role="grid"]')).not.toBeNull();
});

it('Delete, fill down, cut and paste are one command each, and the selection stays', async () => {
	const { user, cell, live, expectAsBefore } = setup();
	await user.click(cell(0, 'Owner'));
	await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
	expect(live.asked).toHaveLength(1);
	expectAsBefore();
	await user.keyboard('{Control>}d{/Control}');
	expect(live.asked).toHaveLength(2);
	expect(document.querySelectorAll('[role="gridcell"][aria-selected="true"]')).toHaveLength(2);

	const forms = new Map<string, string>();
	const clipboardData = {
		getData: (form: string) => forms.get(form) ?? '',
		setData: (form: string, text: string) => void forms.set(form, text),
	};
	const fire = (type: 'cut' | 'paste'): Promise<boolean> =>
		fireEvent(document, Object.assign(new Event(type), { clipboardData }));
	await fire('cut');
	expect(document.querySelector('[data-cut]')).not.toBeNull();
	await user.click(cell(2, 'Owner'));
	await fire('paste');
	expect(live.asked).toHaveLength(3);
	expectAsBefore();
	expect(document.querySelector('[data-cut]')).toBeNull();
});

it('replacing one goes on to the next, and replacing all says what became of it', async () => {
	const { user, cell, live, toasts, expectAsBefore } = setup();
	await user.click(cell(0, 'Owner'));
	await user.keyboard('{Control>}h{/Control}');
	await user.type(screen.getByRole('searchbox'), 'Ana');
	await user.type(screen.getByLabelText('Replace with'), 'Cleo');
	await user.keyboard('{Enter}');
	await user.keyboard('{Enter}');
	expect(live.asked.map(({ name }) => name)).toEqual(['editRecords', 'editRecords']);
	await user.click(screen.getByRole('button', { name: 'Replace all…' }));
	await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /^Replace/ }));
	expectAsBefore();
	const last = toasts.toasts.at(-1);
	expect(last).toMatchObject({ text: 'Suggested a change.', action: undefined });
});

it('the fields of the panel show the present values again', async () => {
	const { user, jump, live, ids, expectAsBefore } = setup();
	await jump(ids[0]!);
	const panel = within(await screen.findByRole('complementary'));
	const status = panel.getByLabelText('Status');
	await user.selectOptions(status, 'Implemented');
	expect(status).toHaveDisplayValue('Planned');
	const title = panel.getByLabelText('Title');
	await user.type(title, 'Joiners');
	await user.tab();
	expect(title).toHaveValue('');
	expect(live.asked).toHaveLength(2);
	expectAsBefore();
});
