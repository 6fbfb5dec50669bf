/** Deeds with many controls by keyboard, finding and replacing, and where a value came from. */
import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { companyMatrix } from './matrix-files.ts';
import {
	cellAt,
	clipboardForm,
	expectActive,
	press,
	selected,
	startWithFive,
} from './matrix-hands.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';
import { importFromShelf } from './shelf-page.ts';

test.describe('with five controls', () => {
	test.beforeEach(async ({ page, context, appAddress }) => {
		await startWithFive({ page, context, appAddress });
	});

	test('the owner of three is changed by keyboard, one left out; undo selects them again', async ({
		page,
	}) => {
		await goToCell(page, 0, 'Owner');
		await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Alt+Enter');
		const dialog = page.getByRole('dialog', { name: 'Change 3 controls' });
		await expect(dialog.getByLabel('Column', { exact: true })).toBeFocused();
		await press(page, 'Tab', 'Tab');
		await page.keyboard.type('Dana');
		await press(page, 'Enter');
		await expect(dialog.getByText('3 controls would change.')).toBeVisible();
		await expectNoAxeViolations(page);
		await press(page, 'Tab', 'Tab', 'ArrowDown', 'Space');
		await expect(dialog.getByRole('button', { name: 'Change 2 controls' })).toBeVisible();
		await press(page, 'Control+Enter');
		await expect(dialog).toBeHidden();
		await expect(cellAt(page, 0, 'E')).toHaveText('Dana');
		await expect(cellAt(page, 1, 'E')).toHaveText('Ben');
		await expect(cellAt(page, 2, 'E')).toHaveText('Dana');
		await expectActive(page, 'E1');

		await press(page, 'Control+End', 'Control+z');
		await expect(cellAt(page, 0, 'E')).toHaveText('Ana');
		await expectActive(page, 'E1');
		expect(await selected(page)).toEqual(['Ana', 'Ben', '']);
		await press(page, 'Control+y');
		await expect(cellAt(page, 2, 'E')).toHaveText('Dana');
		expect(await selected(page)).toEqual(['Dana', 'Ben', 'Dana']);
	});

	test('29 Ctrl+F finds next and previous, and Ctrl+H replaces after a preview', async ({
		page,
	}) => {
		await press(page, 'Control+f');
		await page.keyboard.type('access');
		await expect(page.locator('output')).toHaveText('4');
		await press(page, 'Enter', 'Enter');
		await expect(page.getByText('2 of 4')).toBeVisible();
		await expect(cellAt(page, 1, 'C')).toHaveAttribute('data-active');
		await press(page, 'Shift+Enter');
		await expect(page.getByText('1 of 4')).toBeVisible();

		await press(page, 'Control+h');
		await expect(page.getByLabel('Replace with')).toBeFocused();
		await page.keyboard.type('Entry');
		await press(page, 'Control+Enter');
		const dialog = page.getByRole('dialog', { name: 'Replace “access”' });
		await expect(dialog.getByRole('option')).toHaveCount(4);
		await expectNoAxeViolations(page);
		await press(page, 'End', 'Space', 'Control+Enter');
		await expect(cellAt(page, 0, 'C')).toHaveText('Entry is given');
		await expect(cellAt(page, 3, 'C')).toHaveText('Access is reviewed');
		await press(page, 'Escape');
		await press(page, 'Control+z');
		await expect(cellAt(page, 0, 'C')).toHaveText('Access is given');
	});

	test('the menu on cells copies to the real clipboard and shows only a value', async ({
		page,
	}) => {
		await cellAt(page, 1, 'E').click({ button: 'right' });
		await expectNoAxeViolations(page);
		await page.getByRole('menuitem', { name: /^Copy/ }).click();
		await expect.poll(() => clipboardForm(page, 'text/plain')).toBe('Ben');
		await press(page, 'ArrowDown', 'Control+v');
		await expect(cellAt(page, 2, 'E')).toHaveText('Ben');
		await cellAt(page, 1, 'E').click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Show only “Ben”' }).click();
		await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '3');
	});

	test('Ctrl+G goes to a control by a part of its title', async ({ page }) => {
		await press(page, 'Control+g');
		await page.keyboard.type('back');
		await expectNoAxeViolations(page);
		await press(page, 'Enter');
		await expectActive(page, 'A5');
	});
});

test('a value tells its source cell, at rest of the pointer and by key', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await importFromShelf(page, companyMatrix());
	await goToCell(page, 0, 'Status');
	await press(page, 'Control+i');
	const card = page.getByRole('dialog', { name: 'Where this value came from' });
	await expect(card).toBeFocused();
	await expect(card).toContainText('Status of AC-01');
	await expect(card).toContainText('“Umgesetzt”');
	await expectNoAxeViolations(page);
	await press(page, 'Escape');
	await expect(card).toBeHidden();

	await cellAt(page, 1, 'A').hover();
	await expect(card).toContainText('Control ID of AC-02');
	await card.getByText('Source').hover();
	await expect(card).toBeVisible();
	await card.getByRole('button', { name: 'Show the import' }).click();
	await expect(page).toHaveURL(/\/imports\//);
});
