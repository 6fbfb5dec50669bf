/** Storage refuses to store, or vanishes: the screen says so, nothing is lost, and it mends itself. */
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, openApp, overrideQuota, test } from './fixtures.ts';
import { fillTheDisk, openWithLittleRoom } from './full-disk.ts';
import { plainMatrix } from './matrix-files.ts';
import { expectCell, expectSaved, matrixGrid, saveIndicator, typeInto } from './matrix-page.ts';
import { chooseFile, goToPlace, goToShelf, importFromShelf, openExample } from './shelf-page.ts';

test('with no room left, edits stay in the tab, can be downloaded, and are stored later', async ({
	page,
	appAddress,
}) => {
	await openWithLittleRoom(page, appAddress);
	await importFromShelf(page, plainMatrix(12));
	await expectSaved(page);

	await fillTheDisk(page);
	await typeInto(page, 0, 'Title', 'Written on a full disk');
	await expect(saveIndicator(page)).toHaveText('Not saved: 1 change');
	const failure = page.getByRole('alert').filter({ hasText: 'Not saved on this device' });
	await expect(failure).toContainText('no room left');
	await expect(failure).toContainText('download a copy');
	await typeInto(page, 1, 'Title', 'Written after that');
	await expect(saveIndicator(page)).toHaveText('Not saved: 2 changes');
	await tryAgain(page);
	await expect(saveIndicator(page)).toHaveText('Not saved: 2 changes');

	const downloading = page.waitForEvent('download');
	await failure.getByRole('button', { name: 'Download a copy' }).click();
	const download = await downloading;
	const copy = await readFile(await download.path());

	await overrideQuota(page, undefined);
	await tryAgain(page);
	await expectSaved(page);
	await expect(failure).toHaveCount(0);
	await page.reload();
	await expectCell(page, 0, 'Title', 'Written on a full disk');
	await expectCell(page, 1, 'Title', 'Written after that');

	await goToShelf(page);
	const name = download.suggestedFilename();
	await chooseFile(page, { name, mimeType: 'application/octet-stream', buffer: copy });
	await goToPlace(page, 'Matrix');
	await expect(matrixGrid(page)).toBeVisible();
	await expectCell(page, 0, 'Title', 'Written on a full disk');
	await expectCell(page, 1, 'Title', 'Written after that');
});

test('a workbook that is not saved is not left without a question', async ({
	page,
	appAddress,
}) => {
	await openWithLittleRoom(page, appAddress);
	await importFromShelf(page, plainMatrix(12));
	await expectSaved(page);
	const address = page.url();
	await fillTheDisk(page);
	await typeInto(page, 0, 'Title', 'Written on a full disk');
	await expect(saveIndicator(page)).toHaveText('Not saved: 1 change');

	await page.getByRole('link', { name: 'All workbooks' }).click();
	const question = page.getByRole('dialog', { name: 'Not everything is saved' });
	await expect(question).toContainText('leaving this workbook would lose them');
	await question.getByRole('button', { name: 'Stay' }).click();
	await expect(question).toHaveCount(0);
	await expectCell(page, 0, 'Title', 'Written on a full disk');

	await overrideQuota(page, undefined);
	await tryAgain(page);
	await expectSaved(page);
	await goToShelf(page);
	await page.reload();
	await page.goto(address);
	await expectCell(page, 0, 'Title', 'Written on a full disk');
});

test('a database deleted under the open workbook is written anew', async ({
	page,
	context,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await openExample(page);
	await expectSaved(page);
	const other = await context.newPage();
	await openApp(other, appAddress);
	await deleteDatabases(other, /^workbook:/);

	await typeInto(page, 0, 'Title', 'Edited after the deletion');
	await expectSaved(page);
	await page.reload();
	await expectCell(page, 0, 'Title', 'Edited after the deletion');
	await expect(page.getByRole('row')).not.toHaveCount(0);
});

test('everything deleted under the open workbook is said, and a copy can be had', async ({
	page,
	context,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await openExample(page);
	await expectSaved(page);
	const other = await context.newPage();
	await openApp(other, appAddress);
	await deleteDatabases(other, /./);

	await typeInto(page, 0, 'Title', 'Edited after the deletion');
	const failure = page.getByRole('alert').filter({ hasText: 'Not saved on this device' });
	await expect(failure).toBeVisible();
	await expect(saveIndicator(page)).toContainText('Not saved');
	const downloading = page.waitForEvent('download');
	await failure.getByRole('button', { name: 'Download a copy' }).click();
	expect((await readFile(await (await downloading).path())).length).toBeGreaterThan(1_000);
});

/** Presses the button if it is there: the program may have tried by itself just before. */
async function tryAgain(page: Page): Promise<void> {
	await page
		.getByRole('button', { name: 'Try again' })
		.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
}

async function deleteDatabases(page: Page, names: RegExp): Promise<void> {
	const deleted = await page.evaluate(async (source) => {
		const all = await indexedDB.databases();
		const wanted = all.filter(({ name }) => name && new RegExp(source).test(name));
		await Promise.all(
			wanted.map(
				({ name }) =>
					new Promise((resolve, reject) => {
						const request = indexedDB.deleteDatabase(name ?? '');
						request.onsuccess = resolve;
						request.onerror = reject;
					}),
			),
		);
		return wanted.length;
	}, names.source);
	expect(deleted).toBeGreaterThan(0);
}
