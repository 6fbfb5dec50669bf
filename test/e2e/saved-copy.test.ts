/** A copy of everything: what it carries away comes back, in another browser too. */
import { readFileSync } from 'node:fs';

import { expect, openApp, test } from './fixtures.ts';
import { companyMatrix } from './matrix-files.ts';
import { expectSaved, matrixGrid } from './matrix-page.ts';
import {
	actOn,
	chooseFile,
	goToPlace,
	goToShelf,
	importFromShelf,
	reachTheCheck,
} from './shelf-page.ts';

const name = 'Nordwind control matrix';

test('a copy gives back the controls and the very file they came from', async ({
	page,
	appAddress,
	browser,
}) => {
	const source = companyMatrix();
	await openApp(page, appAddress);
	await importFromShelf(page, source);
	await expectSaved(page);
	await goToShelf(page);
	const copying = page.waitForEvent('download');
	await actOn(page, name, 'Download a copy');
	const copy = readFileSync(await (await copying).path());

	const elsewhere = await (await browser.newContext()).newPage();
	await openApp(elsewhere, appAddress);
	const mimeType = 'application/octet-stream';
	await chooseFile(elsewhere, { name: `${name}.workbook`, mimeType, buffer: copy });
	await goToPlace(elsewhere, 'Matrix');
	await expect(matrixGrid(elsewhere)).toHaveAttribute('aria-rowcount', '6');
	await goToPlace(elsewhere, 'Imports');
	await elsewhere.getByRole('button', { name: /Kontrollen/ }).click();
	const saving = elsewhere.waitForEvent('download');
	await elsewhere.getByRole('button', { name: `Download ${source.name}` }).click();
	expect(readFileSync(await (await saving).path())).toEqual(source.buffer);
	await elsewhere.context().close();
});

test('a copy with a damaged source file opens and says which is missing', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await importFromShelf(page, companyMatrix());
	await expectSaved(page);
	await goToShelf(page);
	const copying = page.waitForEvent('download');
	await actOn(page, name, 'Download a copy');
	const copy = readFileSync(await (await copying).path());
	copy.writeUInt8(copy.readUInt8(copy.length - 9) ^ 1, copy.length - 9);

	const mimeType = 'application/octet-stream';
	await chooseFile(page, { name: `${name}.workbook`, mimeType, buffer: copy });
	await goToPlace(page, 'Matrix');
	await expect(matrixGrid(page)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
		'“Nordwind control matrix.xlsx” is missing or damaged in this copy. Everything else is here.',
	);
	await goToPlace(page, 'Imports');
	await page.getByRole('button', { name: /Kontrollen/ }).click();
	await expect(page.getByText(/The source file is not in this browser/)).toBeVisible();
});

test('an import is found as it was left, after a look at another place', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await chooseFile(page, companyMatrix());
	await reachTheCheck(page);
	await goToPlace(page, 'Activity');
	await goToPlace(page, 'Imports');
	await page.getByRole('button', { name: 'Import a spreadsheet' }).click();
	await expect(page.getByRole('heading', { name: 'Check “Kontrollen”' })).toBeVisible();
});
