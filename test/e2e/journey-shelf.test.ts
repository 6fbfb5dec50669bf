/** The shelf: workbooks are made, named, copied, put away, brought back and deleted. */
import { expect, openApp, test } from './fixtures.ts';
import { plainMatrix } from './matrix-files.ts';
import { expectCell, expectSaved, typeInto } from './matrix-page.ts';
import {
	actOn,
	chooseFile,
	goToShelf,
	importButton,
	goToPlace,
	importFromShelf,
	reachTheCheck,
	shelfRow,
	startEmpty,
} from './shelf-page.ts';

test('a workbook is renamed, duplicated and edited without touching the original', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await importFromShelf(page, plainMatrix(12));
	await expectSaved(page);
	await goToShelf(page);

	await actOn(page, 'Matrix of 12', 'Rename…');
	await page.getByRole('dialog').getByLabel('Name').fill('Nordwind SOC 2');
	await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
	await expect(shelfRow(page, 'Nordwind SOC 2')).toContainText('12');
	await page.reload();

	await actOn(page, 'Nordwind SOC 2', 'Duplicate…');
	await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
	await page.getByRole('link', { name: 'Nordwind SOC 2 (copy)', exact: true }).click();
	await goToPlace(page, 'Matrix');
	await typeInto(page, 0, 'Title', 'Only in the copy');
	await expectSaved(page);
	await goToShelf(page);
	await page.getByRole('link', { name: 'Nordwind SOC 2', exact: true }).click();
	await goToPlace(page, 'Matrix');
	await expectCell(page, 0, 'Title', 'Control 00001');
	await goToShelf(page);
	await page.reload();
	await page.getByRole('link', { name: 'Nordwind SOC 2 (copy)', exact: true }).click();
	await goToPlace(page, 'Matrix');
	await expectCell(page, 0, 'Title', 'Only in the copy');
});

test('a workbook is retired, restored, and deleted once its name is typed', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await startEmpty(page, 'First');
	await goToShelf(page);
	await startEmpty(page, 'Second');
	await goToShelf(page);

	await actOn(page, 'First', 'Retire');
	await expect(page.getByText('Retired workbooks (1)')).toBeVisible();
	await page.reload();
	await page.getByText('Retired workbooks (1)').click();
	await actOn(page, 'First', 'Restore');
	await expect(page.getByText(/^Retired workbooks/)).toHaveCount(0);
	await expect(shelfRow(page, 'First')).toBeVisible();

	await actOn(page, 'First', 'Retire');
	await page.getByText('Retired workbooks (1)').click();
	await actOn(page, 'First', 'Delete for good…');
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Type the workbook’s name to confirm').fill('Frist');
	await dialog.getByRole('button', { name: 'Delete for good' }).click();
	await expect(dialog.getByText('Type the name as it stands: First')).toBeVisible();
	await dialog.getByLabel('Type the workbook’s name to confirm').fill('First');
	await dialog.getByRole('button', { name: 'Delete for good' }).click();
	await expect(dialog).toHaveCount(0);
	await page.reload();
	await expect(shelfRow(page, 'Second')).toBeVisible();
	await expect(page.getByRole('link', { name: 'First', exact: true })).toHaveCount(0);
	const names = await page.evaluate(async () => {
		const databases = await indexedDB.databases();
		return databases.filter(({ name }) => name?.startsWith('workbook:')).length;
	});
	expect(names).toBe(1);
});

test('a workbook made for an import that is not wanted after all does not stay', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await chooseFile(page, plainMatrix(12));
	await reachTheCheck(page);
	await goToShelf(page);
	await expect(
		page.getByRole('heading', { name: 'Start with the spreadsheet you have' }),
	).toBeVisible();
	await expect(shelfRow(page, 'Matrix of 12')).toHaveCount(0);
	await page.reload();
	await expect(
		page.getByRole('heading', { name: 'Start with the spreadsheet you have' }),
	).toBeVisible();
});

test('an import begun on the shelf and undone leads to its matrix, and the workbook stays', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await chooseFile(page, plainMatrix(12));
	await reachTheCheck(page);
	await importButton(page).click();
	await page.getByRole('button', { name: 'Undo the import' }).click();
	await expect(page.getByRole('heading', { name: 'The import was undone' })).toBeFocused();
	await page.getByRole('button', { name: 'Go to the matrix' }).click();
	await expect(page.getByRole('heading', { name: 'No controls yet' })).toBeVisible();
	await goToShelf(page);
	await expect(shelfRow(page, 'Matrix of 12')).toBeVisible();
});
