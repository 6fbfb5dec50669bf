import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { RegisterName, RegisterRecord } from '../../../src/model/registers/register.ts';
import { valueAt } from '../../../src/model/registers/register.ts';
import {
	addRecords,
	type RecordValues,
} from '../../../src/workbook/commands/records/add-records.ts';
import { editRecords } from '../../../src/workbook/commands/records/edit-records.ts';
import { retireRecords } from '../../../src/workbook/commands/records/retire-records.ts';
import { addColumn } from '../../../src/workbook/commands/own-columns.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { renderMatrix, renderRegister } from './render-register.ts';

function withRecords(
	workbook: Workbook,
	register: RegisterName,
	...rows: RecordValues[]
): string[] {
	return [...done(workbook, addRecords, { register, rows }).created];
}

function valuesOf(workbook: Workbook, register: RegisterName, key: string) {
	const records: readonly RegisterRecord[] = workbook.registers.of(register).all();
	return records.map((record) => valueAt(record, key));
}

/** Two controls, and a risk that the first one treats. */
function withRisk() {
	const workbook = aWorkbook();
	const access = aControl(workbook, { controlId: 'AC-1', title: 'Access reviews' });
	const backup = aControl(workbook, { controlId: 'BC-2', title: 'Backups' });
	withRecords(workbook, 'risks', {
		riskId: 'R-1',
		title: 'Leavers keep access',
		controls: [access.id],
	});
	return { workbook, access, backup };
}

function withinMain() {
	return within(document.body);
}

describe('a register of risks', () => {
	it('says while it is empty what belongs in it, and begins with the first one', async () => {
		const workbook = aWorkbook();
		const { user, cell } = renderRegister(workbook, 'risks');
		expect(screen.getByRole('heading', { name: 'No risks yet' })).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Add a risk' }));
		await user.keyboard('R-1{Tab}Lost laptops{Enter}');
		expect(valuesOf(workbook, 'risks', 'riskId')).toEqual(['R-1']);
		expect(cell(0, 'Risk')).toHaveTextContent('Lost laptops');
		expect(screen.getByText('1 risk')).toBeVisible();
		expect(screen.getByRole('button', { name: 'Undo: Edit risk of R-1' })).toBeVisible();
	});

	it('marks an id that stands twice on both, and offers deeds in its own words', async () => {
		const workbook = aWorkbook();
		withRecords(workbook, 'risks', { riskId: 'R-1' }, { riskId: 'R-1' });
		const { user, cell, message } = renderRegister(workbook, 'risks');
		for (const row of [0, 1]) {
			expect(cell(row, 'Risk ID')).toHaveTextContent('More than one risk has the ID “R-1”.');
		}
		await user.click(cell(0, 'Risk ID'));
		await user.keyboard('{Control>}{Backspace}{/Control}');
		const dialog = screen.getByRole('dialog', { name: 'Retire R-1' });
		expect(dialog).toHaveTextContent('A retired risk is hidden from the list.');
		await user.click(within(dialog).getByRole('button', { name: 'Retire' }));
		expect(message()).toContain('Retired R-1.');
		expect(cell(0, 'Risk ID')).not.toHaveTextContent('More than one');
	});

	it('takes several cells pasted from a spreadsheet, with the names of controls', async () => {
		const { workbook, access, backup } = withRisk();
		const { user, cell } = renderRegister(workbook, 'risks');
		await user.click(cell(0, 'Treatment'));
		await user.paste('accept\tBuy insurance\tbc-2; access REVIEWS, AC-99');
		expect(valuesOf(workbook, 'risks', 'treatment')).toEqual(['accept']);
		expect(new Set(valuesOf(workbook, 'risks', 'controls')[0])).toEqual(
			new Set([access.id, backup.id, 'AC-99']),
		);
		expect(cell(0, 'Controls')).toHaveTextContent('There is no control “AC-99”.');
	});
});

describe('links to other records', () => {
	it('[V-4] show names, mark who is gone, and follow a new name at once', async () => {
		const { workbook, access, backup } = withRisk();
		const [risk = ''] = workbook.registers
			.of('risks')
			.all()
			.map(({ id }) => id);
		const { cell } = renderRegister(workbook, 'risks');
		expect(cell(0, 'Controls')).toHaveTextContent('AC-1');
		const edits = [{ record: access.id, column: 'controlId', value: 'IAM-1' }];
		done(workbook, editRecords, { register: 'controls', edits });
		expect(await withinMain().findByText('IAM-1')).toBeVisible();

		const both = [{ record: risk, column: 'controls', value: [access.id, backup.id] }];
		done(workbook, editRecords, { register: 'risks', edits: both });
		done(workbook, retireRecords, { register: 'controls', records: [backup.id], reason: '' });
		expect(await screen.findByText('The control “BC-2” is retired.')).toBeInTheDocument();
		expect(cell(0, 'Controls')).toHaveTextContent('BC-2,IAM-1');
	});

	it('are completed by name and stored by id', async () => {
		const { workbook, access, backup } = withRisk();
		const { user, cell } = renderRegister(workbook, 'risks');
		await user.click(cell(0, 'Controls'));
		await user.keyboard('{F2}back');
		expect(screen.getByRole('option', { name: /BC-2.*Backups/ })).toBeVisible();
		await user.keyboard('{Enter}{Enter}');
		expect(new Set(valuesOf(workbook, 'risks', 'controls')[0])).toEqual(
			new Set([access.id, backup.id]),
		);
	});

	it('are sorted, filtered and found by the names of what they point to', async () => {
		const { workbook, backup } = withRisk();
		withRecords(workbook, 'risks', { riskId: 'R-2', controls: [backup.id] }, { riskId: 'R-3' });
		const { user, view, texts } = renderRegister(workbook, 'risks');
		view.set({ sorts: [{ column: 'controls', direction: 'descending' }] });
		await screen.findByText(/sorted by Controls, descending/);
		expect(texts('Risk ID')).toEqual(['R-2', 'R-1', 'R-3']);
		view.filter('controls', { kind: 'contains', text: 'ac-' });
		await screen.findByText(/1 of 3 risks/);
		expect(texts('Risk ID')).toEqual(['R-1']);
		await user.click(screen.getByRole('button', { name: /Remove the filter/ }));
		await user.keyboard('{Control>}f{/Control}bc-2');
		expect(screen.getByText('1', { selector: 'output' })).toBeVisible();
	});

	it('are changed in many records at once, and a text is resolved there too', async () => {
		const { workbook, access, backup } = withRisk();
		const { user, cell } = renderRegister(workbook, 'risks');
		await user.click(cell(0, 'Controls'));
		await user.keyboard('{Alt>}{Enter}{/Alt}');
		const dialog = screen.getByRole('dialog', { name: 'Change 1 risk' });
		await user.type(within(dialog).getByRole('combobox', { name: 'Controls' }), 'bc-2{Enter}');
		expect(within(dialog).getByText('1 risk would change.')).toBeVisible();
		await user.click(within(dialog).getByRole('button', { name: 'Change 1 risk' }));
		expect(new Set(valuesOf(workbook, 'risks', 'controls')[0])).toEqual(
			new Set([access.id, backup.id]),
		);
	});
});

describe('kinds of value', () => {
	it('keep numbers as typed, to the right, and mark what is no whole number', async () => {
		const workbook = aWorkbook();
		withRecords(workbook, 'systems', { name: 'Billing' }, { name: 'Mail' });
		const { user, cell } = renderRegister(workbook, 'systems');
		await user.click(cell(0, 'Recovery target (hours)'));
		await user.keyboard('4{Enter}soon{Enter}');
		expect(valuesOf(workbook, 'systems', 'recoveryTarget')).toEqual(['4', 'soon']);
		expect(cell(1, 'Recovery target (hours)')).toHaveTextContent('“soon” is not a whole number.');
		expect(cell(0, 'Recovery target (hours)')).toHaveAttribute('data-align', 'end');
	});

	it('open addresses of pages and mail, and no others', () => {
		const workbook = aWorkbook();
		withRecords(
			workbook,
			'policies',
			{ name: 'Access', address: 'https://wiki.example.com/access' },
			{ name: 'Changes', address: 'javascript:alert(1)' },
			{ name: 'Owner', address: 'mailto:policies@example.com' },
		);
		const { cell } = renderRegister(workbook, 'policies');
		const link = within(cell(0, 'Where it is')).getByRole('link');
		expect(link).toHaveAttribute('href', 'https://wiki.example.com/access');
		expect(link).toHaveAttribute('rel', 'noopener noreferrer');
		expect(within(cell(1, 'Where it is')).queryByRole('link')).toBeNull();
		expect(cell(1, 'Where it is')).toHaveTextContent('javascript:alert(1)');
		expect(within(cell(2, 'Where it is')).getByRole('link')).toHaveAccessibleName(
			/^Write a message/,
		);
	});

	it('read several terms by their words and show them so', async () => {
		const workbook = aWorkbook();
		withRecords(workbook, 'commitments', { commitmentId: 'SC-1' });
		const { user, cell } = renderRegister(workbook, 'commitments');
		await user.click(cell(0, 'Categories'));
		await user.paste('availability, Processing Integrity, Speed');
		expect(valuesOf(workbook, 'commitments', 'categories')).toEqual([
			['availability', 'processing-integrity', 'Speed'],
		]);
		expect(cell(0, 'Categories')).toHaveTextContent('Availability,Processing integrity,Speed');
		expect(cell(0, 'Categories')).toHaveTextContent('“Speed” is none of the known categories.');
	});

	it('know kinds of evidence by their words', async () => {
		const workbook = aWorkbook();
		withRecords(workbook, 'evidence', { title: 'Q3 review' }, { title: 'A note' });
		const { user, cell } = renderRegister(workbook, 'evidence');
		await user.click(cell(0, 'Kind'));
		await user.paste('user access review record\nA napkin');
		const [known, typed] = valuesOf(workbook, 'evidence', 'kind');
		expect(known).toMatch(/^ev-/);
		expect(typed).toBe('A napkin');
		expect(cell(1, 'Kind')).toHaveTextContent('is not a kind of evidence of the list');
	});
});

describe('the panel of a record', () => {
	it('has every field of its register, and steps through the records', async () => {
		const { workbook } = withRisk();
		withRecords(workbook, 'risks', { riskId: 'R-2', title: 'Region fails' });
		const { user, cell } = renderRegister(workbook, 'risks');
		await user.click(cell(0, 'Risk ID'));
		await user.keyboard('{Control>}{Enter}{/Control}');
		const panel = await screen.findByRole('complementary', { name: 'R-1 · Leavers keep access' });
		await user.type(within(panel).getByLabelText('Treatment plan'), 'Remove on the last day');
		await user.tab();
		expect(valuesOf(workbook, 'risks', 'plan')[0]).toBe('Remove on the last day');
		await user.click(within(panel).getByRole('button', { name: 'Next risk' }));
		expect(await screen.findByRole('complementary', { name: 'R-2 · Region fails' })).toBeVisible();
	});

	it('keeps fields that are hidden in the grid behind a button until they say something', async () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { controlId: 'AC-1', tester: 'Ana' });
		const { user, jump } = renderMatrix(workbook);
		await jump(control.id);
		expect(await screen.findByLabelText('Tester')).toHaveValue('Ana');
		expect(screen.queryByLabelText('Deviations')).toBeNull();
		await user.click(screen.getByRole('button', { name: 'More fields' }));
		expect(screen.getByLabelText('Deviations')).toBeVisible();
	});
});

describe('coming from elsewhere', () => {
	it('makes the cell to mend active and visible, its column as well, with focus in the grid', async () => {
		const workbook = aWorkbook();
		aControl(workbook, { controlId: 'AC-1' });
		const control = aControl(workbook, { controlId: 'AC-2' });
		const { jump, view, cell } = renderMatrix(workbook);
		view.filter('controlId', { kind: 'contains', text: 'AC-1' });
		await jump(control.id, 'tester');
		expect(await screen.findByRole('columnheader', { name: 'Tester' })).toBeInTheDocument();
		expect(cell(1, 'Tester')).toHaveFocus();
	});
});

describe('registers beside each other', () => {
	it('have columns and shared views of their own', () => {
		const workbook = aWorkbook();
		withRecords(workbook, 'vendors', { name: 'Acme' });
		done(workbook, addColumn, { name: 'Contract no.', register: 'vendors' });
		done(workbook, addColumn, { name: 'Ticket' });
		renderRegister(workbook, 'vendors');
		expect(screen.getByRole('columnheader', { name: 'Contract no.' })).toBeInTheDocument();
		expect(screen.queryByRole('columnheader', { name: 'Ticket' })).toBeNull();
	});
});

describe('the way to a linked record', () => {
	it('stands in the panel and in the menu of the cell, for those that are there', async () => {
		const { workbook, access } = withRisk();
		const [risk = ''] = workbook.registers
			.of('risks')
			.all()
			.map(({ id }) => id);
		const edits = [{ record: risk, column: 'controls', value: [access.id, 'nobody'] }];
		done(workbook, editRecords, { register: 'risks', edits });
		const { user, asked, jump, cell } = renderRegister(workbook, 'risks');
		await user.pointer({ keys: '[MouseRight]', target: cell(0, 'Controls') });
		await user.click(await screen.findByRole('menuitem', { name: 'Go to AC-1' }));
		await jump(risk);
		await user.click(await screen.findByRole('button', { name: 'AC-1 · Access reviews' }));
		expect(asked).toEqual([`controls ${access.id}`, `controls ${access.id}`]);
	});
});
