/** What a register offers to those who may change nothing, and to those who suggest values. */
import { screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { ok } from '../../../src/base/result.ts';
import { TurningGate, type Gate } from '../../../src/workbook/gate.ts';
import { suggestingGate } from '../../../src/workbook/suggested-values.ts';
import { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl } from '../../support/a-workbook.ts';
import { countingIds, dana, fixedClock } from '../../support/fixed.ts';
import { renderMatrix } from './render-register.ts';

const viewer: Gate = { kind: 'closed', text: 'You are a viewer: ask an owner for another role.' };
const reviewer = suggestingGate(() => ok(undefined));

function setup(role: Gate) {
	const gate = new TurningGate();
	const workbook = new Workbook(new Y.Doc(), {
		...{ ids: countingIds(), clock: fixedClock(), actor: () => dana, gate },
	});
	const { id } = aControl(workbook, { controlId: 'AC-1', owner: 'Ana' });
	aControl(workbook, { controlId: 'AC-2' });
	gate.turn(role);
	return renderMatrix(workbook, { opened: id });
}

const panel = () => within(screen.getByRole('complementary'));

it('whoever may change nothing is told so, and no editor opens, in the grid or beside it', async () => {
	const { user, cell, toasts, commands } = setup(viewer);
	await user.click(cell(0, 'Owner'));
	await user.keyboard('Ben');
	expect(document.querySelector('[data-editing]')).toBeNull();
	expect(toasts.toasts.map(({ text }) => text)).toEqual([viewer.text]);
	expect(panel().queryByRole('textbox')).toBeNull();
	expect(panel().queryByRole('combobox')).toBeNull();
	expect(panel().getByText('Ana')).toBeVisible();
	expect(panel().getByText(viewer.text)).toBeVisible();
	expect(commands.find('retire-records')?.unavailable).toBe(viewer.text);
});

it('whoever suggests values is not offered to retire, duplicate or add, and is told whom to ask', async () => {
	const { user, cell, commands } = setup(reviewer);
	for (const [id, what] of [
		['retire-records', 'retire'],
		['duplicate-records', 'duplicate'],
		['add-record', 'add'],
	] as const) {
		const why = `Reviewers suggest values; ask an editor to ${what} controls.`;
		expect(commands.find(id)?.unavailable).toBe(why);
	}
	expect(commands.find('change-records')?.unavailable).toBeUndefined();
	expect(panel().queryByRole('button', { name: /Retire|Duplicate/ })).toBeNull();
	expect(panel().getByText(/ask an editor to duplicate or retire controls/)).toBeVisible();
	expect(panel().getByRole('textbox', { name: 'Title' })).toBeVisible();
	for (const add of screen.getAllByText(/^Add control$/)) {
		expect(add.closest('button')).toBeDisabled();
	}
	await user.click(cell(0, 'Owner'));
	await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
	expect(screen.getByText('Retire…').closest('button')).toBeDisabled();
	expect(screen.getByText('Change…').closest('button')).toBeEnabled();
});
