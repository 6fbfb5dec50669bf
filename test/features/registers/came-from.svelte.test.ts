/** Where controls came from, as people ask it of the matrix. */
import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { at } from '../../support/at.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { renderMatrix, type RegisterPage } from './render-register.ts';

/** AC-1 and AC-2 from a file, OWN-1 made here; the owner of AC-2 was changed. */
function mixed(): Workbook {
	const workbook = aWorkbook();
	done(workbook, importRows, {
		...{ fileName: 'matrix.xlsx', sha256: 'ab'.repeat(32), sheet: 'Controls', headerRow: 1 },
		columns: [
			{ index: 0, header: 'Ref', target: { kind: 'field', key: 'controlId' } },
			{ index: 1, header: 'Owner', target: { kind: 'field', key: 'owner' } },
		],
		rows: ['AC-1', 'AC-2'].map((controlId, index) => ({
			...{ row: index + 2, texts: { controlId, owner: 'Ana' } },
			...{ sets: {}, own: {} },
		})),
		...{ leftOut: [], problems: [], words: {}, filledFrom: {} },
	});
	aControl(workbook, { controlId: 'OWN-1' });
	const { id } = at(workbook.controls.all(), 1);
	done(workbook, editControls, { edits: [{ control: id, column: 'owner', value: 'Ben' }] });
	return workbook;
}

/** Looked up by attribute, since looking up roles is slow in jsdom. */
function controlIds(): string[] {
	return Array.from(document.querySelectorAll('[role="row"][data-index]'), (row) =>
		(row.querySelector('[role="gridcell"]')?.textContent ?? '').trim(),
	);
}

async function openFilter({ user }: RegisterPage): Promise<void> {
	await user.click(screen.getByText('Filter'));
	await user.selectOptions(screen.getByLabelText('Filter by'), 'Came from');
}

describe('the filter on where controls came from', () => {
	it('offers files, their sheets and what was made here; the bar says it and takes it away', async () => {
		const page = renderMatrix(mixed());
		await openFilter(page);
		await page.user.click(screen.getByLabelText('matrix.xlsx'));
		expect(controlIds()).toEqual(['AC-1', 'AC-2']);
		await page.user.click(screen.getByLabelText('Made here'));
		expect(controlIds()).toEqual(['AC-1', 'AC-2', 'OWN-1']);
		await page.user.click(screen.getByLabelText('matrix.xlsx'));
		expect(controlIds()).toEqual(['OWN-1']);
		await page.user.keyboard('{Escape}');
		await page.user.click(screen.getByLabelText('Remove the filter Came from: made here'));
		expect(controlIds()).toHaveLength(3);
	});

	it('leaves only what was changed since, and follows when it is changed back', async () => {
		const workbook = mixed();
		const page = renderMatrix(workbook);
		await openFilter(page);
		await page.user.click(screen.getByLabelText(/^Only those changed/));
		expect(controlIds()).toEqual(['AC-2']);
		const { id } = at(workbook.controls.all(), 1);
		done(workbook, editControls, { edits: [{ control: id, column: 'owner', value: 'Ana' }] });
		expect(await screen.findByText('No control matches the filters')).toBeVisible();
		await page.user.click(screen.getByText('Clear this filter'));
		expect(controlIds()).toHaveLength(3);
	});

	it('comes back to where it stood when its chip is pressed', async () => {
		const page = renderMatrix(mixed());
		page.view.showFrom('');
		await page.user.click(await screen.findByText('Came from: made here'));
		expect(screen.getByLabelText('Made here')).toBeChecked();
	});
});
