/** The whole walk: a company's spreadsheet in, edited, kept, out again; in both builds. */
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, openApp, singleFileAddress, test } from './fixtures.ts';
import { createProfile, removeProfile, startOnProfile } from './killable-browser.ts';
import { companyMatrix } from './matrix-files.ts';
import {
	expectCell,
	expectSaved,
	exportedRows,
	exportWorkbook,
	goToCell,
	matrixGrid,
	typeInto,
} from './matrix-page.ts';
import {
	chooseFile,
	goToShelf,
	importButton,
	importFromShelf,
	reachTheCheck,
} from './shelf-page.ts';

for (const build of ['served', 'single file'] as const) {
	test.describe(`the ${build} build`, () => {
		if (build === 'single file') test.use({ appAddress: singleFileAddress });

		test('brings a spreadsheet in, keeps what is edited, and hands it out again', async ({
			page,
			appAddress,
		}) => {
			await openApp(page, appAddress);
			await chooseFile(page, companyMatrix());
			await reachTheCheck(page);
			await expect(page.getByText('5 rows come in')).toBeVisible();
			await importButton(page).click();
			await expect(page.getByRole('heading', { name: '5 controls came in' })).toBeVisible();
			await page.getByRole('button', { name: 'Go to the matrix' }).click();

			expect(await windowScrolls(page)).toBe(false);
			await expectCell(page, 0, 'Status', 'Implemented');
			await expectCell(page, 1, 'Status', 'In progress');
			await expectCell(page, 2, 'Status', 'Not started');
			await expectCell(page, 4, 'Criteria', /CC7\.1,\s*CC7\.2/);
			await expectCell(page, 4, ownColumn, '#releases');

			await edit(page);
			await expectSaved(page);
			await page.reload();
			await expectEdits(page);

			await goToCell(page, 0, 'Title');
			await typeInto(page, 0, 'Title', 'A mistake');
			await page.keyboard.press('Control+z');
			await expectCell(page, 0, 'Title', 'Access is approved in writing');
			await page.keyboard.press('Control+Shift+z');
			await expectCell(page, 0, 'Title', 'A mistake');
			await page.keyboard.press('Control+z');
			await expectSaved(page);

			const rows = await exportedRows(page);
			expect(rows).toHaveLength(6);
			const path = await exportWorkbook(page);
			await goToShelf(page);
			await importFromShelf(page, { ...companyMatrix(), buffer: await readFile(path) }, sheet);
			expect(await exportedRows(page)).toEqual(rows);
		});

		test('has everything after the browser was closed', async ({ appAddress }) => {
			const profile = await createProfile();
			try {
				const first = await startOnProfile(profile);
				const page = await first.context.newPage();
				await openApp(page, appAddress);
				await importFromShelf(page, companyMatrix());
				await edit(page);
				await expectSaved(page);
				const rows = await exportedRows(page);
				const { hash } = new URL(page.url());
				await first.quit();

				const second = await startOnProfile(profile);
				const again = await second.context.newPage();
				await again.goto(`${appAddress}${hash}`);
				await expectEdits(again);
				expect(await exportedRows(again)).toEqual(rows);
				await second.quit();
			} finally {
				await removeProfile(profile);
			}
		});
	});
}

/** True where the window scrolls as well as the grid within it. */
function windowScrolls(page: Page): Promise<boolean> {
	return page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);
}

/** The sheet of an export that holds the controls. */
const sheet = 'Control matrix';
/** The two header rows of the file, joined. */
const ownColumn = 'Tools – Slack channel';

/** A text, a state from a list, criteria as chips and a date, all by keyboard. */
async function edit(page: Page): Promise<void> {
	await typeInto(page, 0, 'Title', 'Access is approved in writing');
	await typeInto(page, 2, 'Status', 'impl');
	await goToCell(page, 3, 'Criteria');
	await page.keyboard.type('CC8');
	await page.keyboard.press('Enter');
	await page.keyboard.type('CC7.5');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await typeInto(page, 1, 'Due date', '2026-12-31');
	await typeInto(page, 1, ownColumn, '#reviews');
}

async function expectEdits(page: Page): Promise<void> {
	await expect(matrixGrid(page)).toBeVisible();
	await expectCell(page, 0, 'Title', 'Access is approved in writing');
	await expectCell(page, 2, 'Status', 'Implemented');
	await expectCell(page, 3, 'Criteria', /CC7\.5,\s*CC8\.1/);
	await expectCell(page, 1, 'Due date', /31 Dec 2026/);
	await expectCell(page, 1, ownColumn, '#reviews');
}
