/** axe on every screen in light and dark, and the whole journey by keyboard with the focus always in sight. */
import { expectAccessible, expectFocusInSight, tabTo } from './by-keyboard.ts';
import { expect, openApp, test } from './fixtures.ts';
import { fillTheDisk, openWithLittleRoom } from './full-disk.ts';
import { companyMatrix, plainMatrix } from './matrix-files.ts';
import { expectSaved, goToCell, matrixGrid, typeInto } from './matrix-page.ts';
import {
	actOn,
	chooseFile,
	goToPlace,
	goToShelf,
	importButton,
	importFromShelf,
	reachTheCheck,
	startEmpty,
} from './shelf-page.ts';

test.describe.configure({ timeout: 180_000 });

test('the shelf, empty, full, and asking', async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await expectAccessible(page);
	await startEmpty(page, 'First');
	await expectAccessible(page);
	await goToShelf(page);
	await startEmpty(page, 'Second');
	await goToShelf(page);
	await actOn(page, 'Second', 'Retire');
	await page.getByText('Retired workbooks (1)').click();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Actions for First' }).click();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await actOn(page, 'Second', 'Delete for good…');
	await expectAccessible(page);
});

test('each step of the import, its summary and the list of imports', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await startEmpty(page, 'Nordwind');
	await page.getByRole('button', { name: 'Import a spreadsheet' }).click();
	await expect(page.getByRole('heading', { name: 'Import a spreadsheet' })).toBeVisible();
	await expectAccessible(page);

	await chooseFile(page, { ...companyMatrix(), buffer: Buffer.from('PK\u0003\u0004 broken') });
	await expect(page.getByText('was not read')).toBeVisible();
	await expectAccessible(page);

	await chooseFile(page, companyMatrix());
	await reachTheCheck(page);
	for (const tab of ['Columns', 'Values', 'Problems', 'Left out']) {
		await page.getByRole('tab', { name: tab }).click();
		await expectAccessible(page);
	}
	await page.getByRole('button', { name: 'Back to the sheets' }).click();
	await expect(page.getByRole('heading', { name: 'Which sheet?' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Check this sheet: Kontrollen' }).click();
	await importButton(page).click();
	await expect(page.getByRole('heading', { name: '5 controls came in' })).toBeVisible();
	await expectAccessible(page);
	await goToPlace(page, 'Imports');
	await expectAccessible(page);
});

test('the matrix with its panel, menus and dialogs, the activity and the export', async ({
	page,
	appAddress,
}) => {
	// Few cells for axe to look at again and again; it looks at the example's in another test.
	await openApp(page, appAddress);
	await importFromShelf(page, plainMatrix(4));
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Filter' }).click();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Columns' }).click();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'More' }).click();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	for (const column of ['Title', 'Criteria', 'Status']) {
		await goToCell(page, 1, column);
		await page.keyboard.press('Enter');
		await expectAccessible(page);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
	}
	await goToCell(page, 1, 'Title');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('complementary')).toBeVisible();
	await expectAccessible(page);

	await goToPlace(page, 'Activity');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Workbook actions' }).click();
	await expectAccessible(page);
	await page.getByRole('menuitem', { name: 'Export…' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await expectAccessible(page);
});

test('the sign that nothing can be stored, and the question before leaving', async ({
	page,
	appAddress,
}) => {
	await openWithLittleRoom(page, appAddress);
	await importFromShelf(page, plainMatrix(3));
	await expectSaved(page);
	await fillTheDisk(page);
	await typeInto(page, 0, 'Title', 'Not stored');
	await expect(page.getByText('Not saved on this device')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'All workbooks' }).click();
	await expect(page.getByRole('dialog', { name: 'Not everything is saved' })).toBeVisible();
	await expectAccessible(page);
});

test('the whole journey by keyboard, with the focus always in sight', async ({
	page,
	appAddress,
}) => {
	// From the start: the browser hears of it in its own time, which a key may overtake.
	const choosing = page.waitForEvent('filechooser');
	await openApp(page, appAddress);
	await tabTo(page, 'button', 'Import a spreadsheet');
	await page.keyboard.press('Enter');
	await (await choosing).setFiles(companyMatrix());
	await expect(importButton(page)).toBeEnabled();
	await tabTo(page, 'button', 'Import 5 controls');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: '5 controls came in' })).toBeVisible();
	await tabTo(page, 'button', 'Go to the matrix');
	await page.keyboard.press('Enter');
	await expect(matrixGrid(page)).toBeVisible();

	await tabTo(page, 'gridcell', 'AC-01');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.type('Access is approved in writing');
	await page.keyboard.press('Enter');
	await expectFocusInSight(page);
	await expect(page.getByText('Access is approved in writing')).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(page.getByText('Access is approved in writing')).toHaveCount(0);
	await expectFocusInSight(page);
	await page.keyboard.press('Control+Shift+z');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('complementary')).toBeVisible();
	await expectFocusInSight(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('complementary')).toHaveCount(0);
	await expectFocusInSight(page);
	await expectSaved(page);

	await page.keyboard.press('Escape');
	await tabTo(page, 'button', 'Workbook actions', 'Shift+Tab');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('menuitem', { name: 'Export…' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeVisible();
	await tabTo(page, 'button', 'Export');
	const downloading = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expectFocusInSight(page);
});

test('focus is not lost where what held it goes away', async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await importFromShelf(page, plainMatrix(3));
	await expectFocusInSight(page);
	await typeInto(page, 0, 'Title', 'Edited');
	await expectFocusInSight(page);
	await goToShelf(page);
	await expectFocusInSight(page);
	await actOn(page, 'Matrix of 3', 'Rename…');
	await page.keyboard.type('Renamed');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expectFocusInSight(page);
	await actOn(page, 'Renamed', 'Retire');
	await expect(page.getByText('Retired workbooks (1)')).toBeVisible();
	await expectFocusInSight(page);
});
