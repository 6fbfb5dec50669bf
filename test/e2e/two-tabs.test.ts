/** Two tabs of one browser on the same workbook. */
import type { Page } from '@playwright/test';

import { expect, openApp, test } from './fixtures.ts';
import { plainMatrix } from './matrix-files.ts';
import { expectCell, expectSaved, matrixGrid, typeInto } from './matrix-page.ts';
import { actOn, importFromShelf } from './shelf-page.ts';

const name = 'Matrix of 12';
let second: Page;

test.beforeEach(async ({ page, context, appAddress }) => {
	await openApp(page, appAddress);
	await importFromShelf(page, plainMatrix(12));
	await expectSaved(page);
	second = await context.newPage();
	await second.goto(page.url());
	await expect(matrixGrid(second)).toBeVisible();
});

test('an edit in one shows in the other, and both keep theirs', async ({ page }) => {
	await typeInto(page, 0, 'Title', 'From the first tab');
	await expect(second.getByText('From the first tab')).toBeVisible();

	await Promise.all([
		typeInto(page, 1, 'Title', 'Also from the first'),
		typeInto(second, 1, 'Owner', 'Second tab'),
	]);
	for (const tab of [page, second]) {
		await expectCell(tab, 1, 'Title', 'Also from the first');
		await expectCell(tab, 1, 'Owner', 'Second tab');
	}
	await expectSaved(page);
	await expectSaved(second);
	await page.reload();
	await expectCell(page, 1, 'Title', 'Also from the first');
	await expectCell(page, 1, 'Owner', 'Second tab');
});

test('undo takes back what this tab did, never the work of the other', async ({ page }) => {
	await typeInto(page, 0, 'Title', 'From the first tab');
	await typeInto(second, 1, 'Title', 'From the second tab');
	await expect(page.getByText('From the second tab')).toBeVisible();

	await page.keyboard.press('Control+z');
	await expect(second.getByText('From the first tab')).toHaveCount(0);
	await expect(page.getByText('From the first tab')).toHaveCount(0);
	await expect(page.getByText('From the second tab')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Undo: Edit title/ })).toHaveCount(0);
});

test('deleting the workbook for good tells the tabs that show it', async ({
	context,
	appAddress,
}) => {
	const shelf = await context.newPage();
	await openApp(shelf, appAddress);
	await actOn(shelf, name, 'Retire');
	await shelf.getByText('Retired workbooks').click();
	await actOn(shelf, name, 'Delete for good…');
	const dialog = shelf.getByRole('dialog');
	await dialog.getByLabel('Type the workbook’s name to confirm').fill(name);
	await dialog.getByRole('button', { name: 'Delete for good' }).click();
	await expect(dialog).toHaveCount(0);

	await expect(second.getByRole('alert').filter({ hasText: 'was deleted' })).toBeVisible();
});
