/** The next version of a file in the served build: compared, decided, taken as one step, undone. */
import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { firstVersion, secondVersion, versionFile } from './file-versions.ts';
import { matrixGrid, typeInto } from './matrix-page.ts';
import { chooseFile, goToPlace, importFromShelf } from './shelf-page.ts';

test.beforeEach(async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await importFromShelf(page, await versionFile('Audit matrix.xlsx', firstVersion));
});

test('is offered, compared cell by cell, taken as chosen and taken back as one step', async ({
	page,
}) => {
	await typeInto(page, 0, 'Owner', 'Dana');
	await typeInto(page, 1, 'Title', 'Leavers lose their access');
	await toTheImport(page);
	await chooseFile(page, await versionFile('Audit matrix v2.xlsx', secondVersion));
	await expect(
		page.getByText('This looks like a later version of Audit matrix.xlsx'),
	).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Compare with what you have: Controls' }).click();

	await expect(title(page)).toHaveText('Compare “Controls” with what you have');
	await expect(title(page)).toBeFocused();
	await expect(entry(page, 'AC-01')).toContainText('Which one stands?');
	await expect(entry(page, 'AC-02')).toContainText('Changed here only');
	await expect(entry(page, 'BK-01')).toContainText('The ID was BK-01 and is DR-07 now');
	await expectNoAxeViolations(page);
	await expect(takeButton(page)).toBeDisabled();
	await page.getByRole('group', { name: 'Owner of AC-01' }).getByText('New file').click();
	await show(page, 'Added rows');
	await expect(entry(page, 'AC-03')).toContainText('New people get access');
	await expectNoAxeViolations(page);
	await show(page, 'Not in the file any more');
	await page.getByRole('group', { name: 'VM-02' }).getByText('Retire').click();
	await takeButton(page).click();

	await expect(title(page)).toHaveText('Audit matrix v2.xlsx is the version you work with now');
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Go to the matrix' }).click();
	const after = ['AC-01', 'AC-02', 'AC-03', 'CM-01', 'DR-07', 'VM-01'];
	await expect.poll(() => idsOf(page)).toEqual(after);
	await expect(rowOf(page, 'AC-01')).toContainText('CISO');
	await expect(rowOf(page, 'AC-02')).toContainText('Leavers lose their access');
	await expect(rowOf(page, 'CM-01')).toContainText('each change');

	await page.keyboard.press('Control+z');
	const before = ['AC-01', 'AC-02', 'CM-01', 'BK-01', 'VM-01', 'VM-02'];
	await expect.poll(() => idsOf(page)).toEqual(before);
	await expect(rowOf(page, 'AC-01')).toContainText('Dana');
});

test('starts from the file in Imports, by keyboard alone', async ({ page }) => {
	await goToPlace(page, 'Imports');
	await press(page, 'Bring in the next version of Audit matrix.xlsx');
	await expect(title(page)).toHaveText('Bring in the next version of Audit matrix.xlsx');
	await chooseFile(page, await versionFile('Whatever it is called.xlsx', secondVersion));
	await press(page, 'Compare with what you have: Controls');
	await expect(title(page)).toBeFocused();
	await press(page, 'BK-01: not the same control');
	await expect(entry(page, 'DR-07')).toContainText('Row 6, not here yet');
	await press(page, 'Take the new version');
	await press(page, 'Go to the matrix');
	await expect
		.poll(() => idsOf(page))
		.toEqual(['AC-01', 'AC-02', 'AC-03', 'CM-01', 'DR-07', 'BK-01', 'VM-01', 'VM-02']);
});

test('says so where nothing changed', async ({ page }) => {
	await toTheImport(page);
	await chooseFile(page, await versionFile('Audit matrix (1).xlsx', firstVersion));
	await page.getByRole('button', { name: 'Compare with what you have: Controls' }).click();
	await expect(page.getByRole('heading', { name: 'Nothing changed' })).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Back to the sheets' }).click();
	await page.getByRole('button', { name: 'Bring in as new rows: Controls' }).click();
	await expect(title(page)).toHaveText('Check “Controls”');
});

function title(page: Page) {
	return page.getByRole('heading', { level: 1 });
}

async function toTheImport(page: Page): Promise<void> {
	await goToPlace(page, 'Imports');
	await page.getByRole('button', { name: 'Import a spreadsheet' }).click();
}

/** The entry of a control or a row in the list of differences. */
function entry(page: Page, name: string) {
	const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) });
	return page.getByRole('listitem').filter({ has: heading });
}

async function show(page: Page, filter: string): Promise<void> {
	await page.getByRole('group', { name: 'Show' }).getByText(filter).click();
}

function takeButton(page: Page) {
	return page.getByRole('button', { name: 'Take the new version' });
}

/** Reaches a button by Tab and presses it. */
async function press(page: Page, name: string): Promise<void> {
	const button = page.getByRole('button', { name, exact: true });
	await expect(button).toBeEnabled();
	await expect(async () => {
		await page.keyboard.press('Tab');
		await expect(button).toBeFocused({ timeout: 50 });
	}).toPass({ intervals: [0] });
	await page.keyboard.press('Enter');
}

function rowOf(page: Page, id: string) {
	return matrixGrid(page).getByRole('row').filter({ hasText: id });
}

async function idsOf(page: Page): Promise<readonly string[]> {
	const cells = matrixGrid(page).getByRole('gridcell', { name: /^[A-Z]{2}-\d\d$/ });
	return cells.allInnerTexts();
}
