/** What a person does in the grid of a register by keyboard, and what they read there. */
import { readFile } from 'node:fs/promises';

import { expect, type Locator, type Page } from '@playwright/test';

import { readSpreadsheet } from '../../src/exchange/reading/read-spreadsheet.ts';

/** The grid of a register; a tree of rows where they stand in groups. */
export function matrixGrid(page: Page, register = 'Controls') {
	const name = { name: register };
	return page.getByRole('grid', name).or(page.getByRole('treegrid', name));
}

function activeCell(page: Page, register?: string) {
	return matrixGrid(page, register).locator('[data-active]');
}

/** Walks to a cell with the arrow keys, as someone without a mouse does; `row` counts from 0. */
export async function goToCell(
	page: Page,
	row: number,
	column: string,
	register?: string,
): Promise<void> {
	const active = activeCell(page, register);
	await active.focus();
	await page.keyboard.press('Control+Home');
	for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown');
	const head = matrixGrid(page, register).getByRole('columnheader', { name: column, exact: true });
	// Columns out of view are not drawn: walk on until the one wanted is, then to it.
	for (;;) {
		const at = await columnOf(active);
		const wanted = (await head.count()) > 0 ? await columnOf(head) : at + 4;
		for (let step = at; step < wanted; step += 1) await page.keyboard.press('ArrowRight');
		const now = await columnOf(active);
		if (now === at && now !== wanted) throw new Error(`The matrix has no column ${column}`);
		if ((await head.count()) > 0 && now === (await columnOf(head))) break;
	}
	await expect(active).toBeFocused();
}

async function columnOf(cell: Locator): Promise<number> {
	return Number(await cell.getAttribute('aria-colindex'));
}

/** Types over a cell and ends with Enter, as in a spreadsheet. */
export async function typeInto(
	page: Page,
	row: number,
	column: string,
	text: string,
	register?: string,
): Promise<void> {
	await goToCell(page, row, column, register);
	await page.keyboard.type(text);
	await page.keyboard.press('Enter');
}

/** Asserts what a cell shows, walking there first. */
export async function expectCell(
	page: Page,
	row: number,
	column: string,
	text: string | RegExp,
	register?: string,
): Promise<void> {
	await goToCell(page, row, column, register);
	await expect(activeCell(page, register)).toHaveText(text);
}

/** Waits until the header says that everything is stored. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(saveIndicator(page)).toHaveText('Saved on this device');
}

/** The words in the header about saving. */
export function saveIndicator(page: Page) {
	return page.getByRole('banner').getByRole('status');
}

/** Exports everything as .xlsx and reads the sheet of controls back: its rows as texts. */
export async function exportedRows(page: Page): Promise<readonly (readonly string[])[]> {
	return rowsOf(await exportWorkbook(page));
}

/** The rows of a sheet of an exported .xlsx as texts. */
export async function rowsOf(
	path: string,
	title = 'Control matrix',
): Promise<readonly (readonly string[])[]> {
	const read = await readSpreadsheet(await readFile(path), 'export.xlsx', {
		progress: () => undefined,
		aborted: () => false,
	});
	if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join(' '));
	const sheet = read.value.sheets.find(({ name }) => name === title);
	if (!sheet) throw new Error(`The export has no sheet called ${title}`);
	return sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
}

/** Exports everything as .xlsx, or a sheet made for others; resolves to the path of the download. */
export async function exportWorkbook(page: Page, what = 'Control matrix'): Promise<string> {
	await page.getByRole('button', { name: 'Workbook actions' }).click();
	await page.getByRole('menuitem', { name: 'Export…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Export' });
	await dialog.getByRole('radio', { name: new RegExp(`^${what}`) }).check();
	const downloading = page.waitForEvent('download');
	await dialog.getByRole('button', { name: 'Export' }).click();
	const path = await (await downloading).path();
	await dialog.getByRole('button', { name: 'Close' }).last().click();
	return path;
}
