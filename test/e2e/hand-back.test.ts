/**
 * Handing an auditor's own file back, in the served build with its real worker: what was edited in
 * the matrix goes into its own cells, what was left out does not, nothing else differs.
 */
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';
import { read, type WorkSheet } from 'xlsx';

import { readSpreadsheet } from '../../src/exchange/reading/read-spreadsheet.ts';
import { buildXlsx } from '../support/ooxml-builder.ts';
import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import type { FileToChoose } from './matrix-files.ts';
import { goToCell, matrixGrid, typeInto } from './matrix-page.ts';
import { goToPlace, goToShelf, importFromShelf } from './shelf-page.ts';

const file = auditorsFile();

test.beforeEach(async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await importFromShelf(page, file, 'Control matrix');
});

test('exactly the cells that were edited and not left out are written', async ({ page }) => {
	await typeInto(page, 0, 'Owner', 'Head of IT');
	await typeInto(page, 1, 'Status', 'Implemented');
	await typeInto(page, 2, 'Due date', '2026-12-24');
	await addControl(page);

	await openHandBack(page);
	await expect(totals(page)).toHaveText('3 cells change, 1 row is added.');
	await expectNoAxeViolations(page);
	const owner = line(page, /^D2 Owner CTO becomes Head of IT/);
	await expect(owner).toHaveAttribute('aria-selected', 'true');
	await page.getByRole('tree').focus();
	await page.keyboard.press('Space');
	await expect(owner).toHaveAttribute('aria-checked', 'false');
	await expect(totals(page)).toHaveText('2 cells change, 1 row is added, 1 is left out.');

	const saved = await save(page);
	await expect(page.getByText(`“${file.name}” went to your downloads.`)).toBeVisible();
	await expectNoAxeViolations(page);

	// What SheetJS sees.
	const before = cellsOf(file.buffer);
	const after = cellsOf(saved);
	const differing = [...new Set([...before.keys(), ...after.keys()])]
		.filter((cell) => before.get(cell) !== after.get(cell))
		.sort();
	expect(differing).toEqual(
		[
			...['Control matrix!E3', 'Control matrix!F4'],
			// The empty due date of the new row has the number format of its column.
			...['A6', 'B6', 'C6', 'F6'].map((cell) => `Control matrix!${cell}`),
			// Formulas that read the date, and the one that goes on in the new row: worked out on opening.
			...['Control matrix!G4', 'Control matrix!G6'],
		].sort(),
	);

	// What a person sees, by our own reader.
	const rows = await rowsOf(saved);
	expect(rows.map((row) => row.slice(0, 6))).toEqual([
		['Control ID', 'Control', 'Criteria', 'Owner', 'Status', 'Due date'],
		['AC-1', 'Access is approved', 'CC6.1', 'CTO', 'In place', ''],
		['AC-2', 'Access is reviewed', 'CC6.2; CC6.3', 'CTO', 'In place', '2026-11-30'],
		['AC-3', 'Leavers lose access', 'CC6.2', 'People team', 'Open', '2026-12-24'],
		['CM-1', 'Changes are reviewed', 'CC8.1', 'CTO', 'In place', '2026-12-15'],
		['BC-1', 'Backups are restored', 'A1.2', '', '', ''],
	]);

	// The original is as it came, and the activity tells of it.
	await page.getByRole('button', { name: 'Back to imports' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: `Download ${file.name}` }).click();
	expect(await readFile(await (await downloading).path())).toEqual(file.buffer);
	await goToPlace(page, 'Activity');
	await expect(page.getByText(/^Hand back PBC list\.xlsx: 2 cells changed/)).toBeVisible();
});

test('a formula is written over only when that is said', async ({ page }) => {
	await typeInto(page, 1, 'Days left', 'soon');
	await openHandBack(page);
	await expect(totals(page)).toHaveText('No cells change, 1 cannot be written.');
	await expect(page.getByRole('button', { name: 'Save the file' })).toBeHidden();
	await expectNoAxeViolations(page);
	await page.getByRole('checkbox', { name: 'Write it all the same' }).check();
	await expect(totals(page)).toHaveText('1 cell changes.');
	const rows = await rowsOf(await save(page));
	expect(rows[2]?.[6]).toBe('soon');
});

test('one goes from a cell to its control and back by keyboard, and nothing decided is lost', async ({
	page,
}) => {
	await typeInto(page, 0, 'Owner', 'Head of IT');
	await typeInto(page, 3, 'Owner', 'Head of IT');
	await page.keyboard.press('Control+k');
	await page.keyboard.type('hand back');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hand back ${file.name}`);
	await expect(page).toHaveURL(/\/imports\/[^/]+\/hand-back$/);
	await page.getByRole('tree').focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('complementary', { name: 'AC-1' })).toBeVisible();
	await page.goBack();
	await expect(line(page, /^D2 Owner/)).toHaveAttribute('aria-checked', 'false');
	await expect(line(page, /^D5 Owner/)).toHaveAttribute('aria-checked', 'true');
	await page.goBack();
	await expect(matrixGrid(page)).toBeVisible();
});

test('a file that is not in this browser is asked for, and only the very same is taken', async ({
	page,
}) => {
	await typeInto(page, 0, 'Owner', 'Head of IT');
	const address = new URL(page.url());
	await goToShelf(page);
	await dropSourceFiles(page);
	await page.goto(address.href);
	await page.reload();
	await openHandBack(page);
	await expect(page.getByText(/is not in this browser/)).toBeVisible();
	await expectNoAxeViolations(page);
	const choose = page.locator('input[type="file"]');
	await choose.setInputFiles({ ...file, buffer: Buffer.concat([file.buffer, Buffer.from('x')]) });
	await expect(page.getByRole('main').getByRole('alert')).toContainText(
		'is not the file that was brought in',
	);
	await choose.setInputFiles(file);
	await expect(totals(page)).toHaveText('1 cell changes.');
});

test('on a phone in the dark everything can be read and reached', async ({ page }) => {
	await typeInto(page, 0, 'Owner', 'Head of IT');
	await page.setViewportSize({ width: 380, height: 800 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await openHandBack(page);
	await expect(totals(page)).toHaveText('1 cell changes.');
	await expectNoAxeViolations(page);
	const [wide, room] = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return [scrollWidth, clientWidth] as const;
	});
	expect(wide).toBeLessThanOrEqual(room);
	await page.getByRole('button', { name: 'Save the file' }).scrollIntoViewIfNeeded();
	await expect(page.getByRole('button', { name: 'Save the file' })).toBeInViewport();
});

const totals = (page: Page) => page.getByRole('main').getByRole('status').first();
const line = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });

async function openHandBack(page: Page): Promise<void> {
	await goToPlace(page, 'Imports');
	await page.getByRole('button', { name: `Hand back to its sender: ${file.name}` }).click();
}

async function save(page: Page): Promise<Buffer> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the file' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe(file.name);
	return readFile(await download.path());
}

async function addControl(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Add control' }).first().click();
	await page.keyboard.press('Escape');
	await typeInto(page, 4, 'Control ID', 'BC-1');
	await typeInto(page, 4, 'Title', 'Backups are restored');
	await goToCell(page, 4, 'Criteria');
	await page.keyboard.type('A1.2');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
}

/** Empties the browser's store of files, as a person does who clears site data in part. */
async function dropSourceFiles(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const databases = await indexedDB.databases();
		await Promise.all(
			databases.map(
				({ name = '' }) =>
					new Promise<void>((resolve) => {
						const opening = indexedDB.open(name);
						opening.onsuccess = () => {
							const db = opening.result;
							if (!db.objectStoreNames.contains('files')) {
								db.close();
								resolve();
								return;
							}
							const transaction = db.transaction('files', 'readwrite');
							transaction.objectStore('files').clear();
							transaction.oncomplete = () => {
								db.close();
								resolve();
							};
						};
					}),
			),
		);
	});
}

/** Every cell of a file as SheetJS reads it: value, formula, number format. */
function cellsOf(bytes: Buffer): ReadonlyMap<string, string> {
	// SheetJS leaves marks of its own on what it is given.
	const { Sheets } = read(Uint8Array.from(bytes), {
		cellFormula: true,
		cellNF: true,
		cellStyles: true,
	});
	return new Map(
		Object.entries(Sheets).flatMap(([name, sheet]: [string, WorkSheet]) =>
			Object.entries(sheet)
				.filter(([cell]) => !cell.startsWith('!'))
				.map(([cell, { t, v, f, z }]: [string, Record<string, unknown>]) => [
					`${name}!${cell}`,
					JSON.stringify([t, v, f, z]),
				]),
		),
	);
}

/** The first sheet as a person sees it. */
async function rowsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
	const answer = await readSpreadsheet(bytes, file.name, {
		progress: () => undefined,
		aborted: () => false,
	});
	if (!answer.ok) throw new Error(answer.problems.map(({ text }) => text).join(' '));
	const [sheet] = answer.value.sheets;
	return (sheet?.rows ?? []).map(({ cells }) =>
		Array.from({ length: 7 }, (_, column) => cells[column]?.text ?? ''),
	);
}

/** A list as an audit firm sends it: words of its own, dates, a formula, a drop-down list, a hidden sheet. */
function auditorsFile(): FileToChoose {
	const text = (at: string, value: string): string =>
		`<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
	const header = ['Control ID', 'Control', 'Criteria', 'Owner', 'Status', 'Due date', 'Days left'];
	const rows: readonly (readonly [string, string, string, string, string, number | undefined])[] = [
		['AC-1', 'Access is approved', 'CC6.1', 'CTO', 'In place', undefined],
		['AC-2', 'Access is reviewed', 'CC6.2; CC6.3', 'CTO', 'Open', 46356],
		['AC-3', 'Leavers lose access', 'CC6.2', 'People team', 'Open', 46366],
		['CM-1', 'Changes are reviewed', 'CC8.1', 'CTO', 'In place', 46371],
	];
	const xml = rows.map(([id, title, criteria, owner, status, due], index) => {
		const at = index + 2;
		const texts = [id, title, criteria, owner, status]
			.map((value, column) => text(`${'ABCDE'[column] ?? ''}${at}`, value))
			.join('');
		const date = `<c r="F${at}" s="1">${due === undefined ? '' : `<v>${due}</v>`}</c>`;
		const left = `<c r="G${at}"><f>F${at}-46347</f><v>${(due ?? 0) - 46347}</v></c>`;
		return `<row r="${at}" ht="30" customHeight="1">${texts}${date}${left}</row>`;
	});
	const heads = header.map((value, column) => text(`${'ABCDEFG'[column] ?? ''}1`, value)).join('');
	return {
		name: 'PBC list.xlsx',
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		buffer: Buffer.from(
			buildXlsx({
				formats: ['yyyy-mm-dd'],
				sheets: [
					{
						name: 'Control matrix',
						rows: `<row r="1">${heads}</row>${xml.join('')}`,
						after: '<autoFilter ref="A1:G5"/>',
					},
					{ name: 'Firm only', state: 'hidden', rows: `<row r="1">${text('A1', 'Notes')}</row>` },
				],
			}),
		),
	};
}
