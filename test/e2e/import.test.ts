/** The import wizard in the served build: its steps, its refusals, and that it can be stopped. */
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';
import { utils, write, type BookType } from 'xlsx';

import { buildXlsx } from '../support/ooxml-builder.ts';
import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { companyMatrix, plainMatrix, type FileToChoose } from './matrix-files.ts';
import { matrixGrid } from './matrix-page.ts';
import { chooseFile, importButton, reachTheCheck, startEmpty } from './shelf-page.ts';

test.beforeEach(async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await startEmpty(page, 'Acme');
	await page.getByRole('button', { name: 'Import a spreadsheet' }).first().click();
	await expect(title(page)).toHaveText('Import a spreadsheet');
});

test('shows what comes in at each step, for everybody', async ({ page }) => {
	await expectNoAxeViolations(page);
	await chooseFile(page, withNotes(companyMatrix()));
	await expect(title(page)).toHaveText('Which sheet?');
	await expect(title(page)).toBeFocused();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Check this sheet: Kontrollen' }).click();
	await expect(page.getByText('5 rows come in')).toBeVisible();
	await expect(title(page)).toBeFocused();
	for (const tab of ['Values', /^Left out/]) {
		await page.getByRole('tab', { name: tab }).click();
		await expectNoAxeViolations(page);
	}
	await importButton(page).click();
	await expect(title(page)).toHaveText('5 controls came in');
	await expect(title(page)).toBeFocused();
	await expectNoAxeViolations(page);
});

test('can be gone through by keyboard alone', async ({ page }) => {
	await chooseFile(page, companyMatrix());
	await expect(title(page)).toBeFocused();
	await expect(importButton(page)).toHaveText('Import 5 controls');
	const sheet = page.getByRole('grid', { name: 'Sheet Kontrollen' });
	await tabTo(page, () => sheet.evaluate((node) => node === document.activeElement));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Space');
	await expect(importButton(page)).toHaveText('Import 4 controls');
	await tabTo(page, () => importButton(page).evaluate((node) => node === document.activeElement));
	await page.keyboard.press('Enter');
	await expect(title(page)).toHaveText('4 controls came in');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(matrixGrid(page)).toBeVisible();
});

test('stops reading at once when asked to, and takes another file', async ({ page }) => {
	await chooseFile(page, plainMatrix(20_000));
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(title(page)).toHaveText('Import a spreadsheet');
	await chooseFile(page, companyMatrix());
	await expect(importButton(page)).toHaveText('Import 5 controls');
});

test('refuses a file made to do harm, and says why', async ({ page }) => {
	await chooseFile(page, harmful());
	const refusal = page.getByRole('alert').filter({ hasText: 'harmful.xlsx was not read' });
	await expect(refusal).toContainText('document type declaration');
	await expectNoAxeViolations(page);
	await chooseFile(page, companyMatrix());
	await reachTheCheck(page);
});

for (const format of ['xls', 'xlsb', 'ods', 'csv'] as const) {
	test(`reads .${format} in its worker`, async ({ page }) => {
		await chooseFile(page, ofFormat(format));
		await expect(importButton(page)).toHaveText('Import 2 controls');
	});
}

test('takes pasted cells', async ({ page }) => {
	await page.getByLabel('Or paste cells').fill('Control ID\tTitle\tCriteria\nAC-1\tReview\tCC6.1');
	await page.getByRole('button', { name: 'Read these cells' }).click();
	await importButton(page).click();
	await expect(title(page)).toHaveText('1 control came in');
});

test('keeps the file as it was, points out ids that came in before, and undoes', async ({
	page,
}) => {
	const file = companyMatrix();
	await chooseFile(page, file);
	await importButton(page).click();
	await expect(title(page)).toHaveText('5 controls came in');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: file.name }).click();
	const path = await (await downloading).path();
	expect(await readFile(path)).toEqual(file.buffer);

	await page.getByRole('button', { name: 'Go to the matrix' }).click();
	await page.getByRole('button', { name: 'Workbook actions' }).click();
	await page.getByRole('menuitem', { name: 'Import a spreadsheet…' }).click();
	await chooseFile(page, file);
	await page.getByRole('button', { name: 'Bring in as new rows: Kontrollen' }).click();
	await expect(page.getByText('5 rows have ids that are in the workbook already.')).toBeVisible();
	await page.getByRole('radio', { name: 'Add anyway' }).check({ force: true });
	await importButton(page).click();
	await page.getByRole('button', { name: 'Undo the import' }).click();
	await expect(title(page)).toHaveText('The import was undone');
});

function title(page: Page) {
	return page.getByRole('heading', { level: 1 });
}

/** Presses Tab until the wanted element has the focus. */
async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
	for (let presses = 0; presses < 60; presses += 1) {
		if (await reached()) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('Sixty presses of Tab did not reach it');
}

/** The same file with a second sheet, so that one has to be chosen. */
function withNotes(file: FileToChoose): FileToChoose {
	const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
	const row = (number: number, ...texts: readonly string[]) =>
		`<row r="${number}">${texts.map(cell).join('')}</row>`;
	const header = row(1, 'Control ID', 'Title', 'Criteria', 'Owner');
	const rows = ['AC-01', 'AC-02', 'AC-03', 'CM-01', 'CM-02'].map((id, index) =>
		row(index + 2, id, `Control ${id}`, 'CC6.1', 'Head of IT'),
	);
	const sheets = [
		{ name: 'Read me', rows: row(1, 'This workbook is kept by the security team.') },
		{ name: 'Kontrollen', rows: header + rows.join('') },
	];
	return { ...file, buffer: Buffer.from(buildXlsx({ sheets })) };
}

function harmful(): FileToChoose {
	const bytes = buildXlsx({
		sheets: [{ rows: '<row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>' }],
		rewrite: (xml, part) =>
			part.includes('sheet') ? xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa">]>') : xml,
	});
	return { name: 'harmful.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

/** A small matrix as SheetJS writes it. */
function ofFormat(bookType: BookType): FileToChoose {
	const book = utils.book_new();
	const rows = [
		['Control ID', 'Title', 'Criteria', 'Owner'],
		['AC-1', 'Access review', 'CC6.1', 'Head of IT'],
		['AC-2', 'Joiners', 'CC6.2', 'People team'],
	];
	utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Controls');
	const buffer = write(book, { type: 'buffer', bookType }) as Buffer;
	return { name: `matrix.${bookType}`, mimeType: 'application/octet-stream', buffer };
}
