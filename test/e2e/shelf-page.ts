/** What a person does on the shelf and in the wizard, by roles and names. */
import { expect, type Page } from '@playwright/test';

import type { FileToChoose } from './matrix-files.ts';

/** Opens a new workbook without controls; ends in its matrix. */
export async function startEmpty(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: 'Start empty' }).click();
	const dialog = page.getByRole('dialog', { name: 'New workbook' });
	await dialog.getByLabel('Name').fill(name);
	await dialog.getByRole('button', { name: 'Create' }).click();
	await goToPlace(page, 'Matrix');
	await expect(page.getByRole('heading', { name: 'No controls yet' })).toBeVisible();
}

/** Opens the example; ends in its matrix. */
export async function openExample(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Open the example workbook' }).click();
	await goToPlace(page, 'Matrix');
	await expect(page.getByRole('grid', { name: 'Controls' })).toBeVisible();
}

/** Goes to a place of the workbook by the rail; on a narrow screen, by the list of all. */
export async function goToPlace(page: Page, name: string): Promise<void> {
	const places = page.getByRole('navigation', { name: 'Places of this workbook' });
	await expect(places).toBeVisible();
	const link = places.getByRole('link', { name, exact: true });
	if ((await link.count()) > 0) {
		await link.click();
		return;
	}
	await places.getByRole('button').click();
	await page.getByRole('dialog', { name: 'All places' }).getByRole('link', { name }).click();
}

/** Chooses a file where one is asked for, on the shelf or in the wizard. */
export async function chooseFile(page: Page, file: FileToChoose | string): Promise<void> {
	await page.locator('input[type="file"]').setInputFiles(file);
}

/** From a chosen file to the check of its columns and rows; `sheet` where it has several. */
export async function reachTheCheck(page: Page, sheet?: string): Promise<void> {
	if (sheet)
		await page.getByRole('button', { name: `Check this sheet: ${sheet}`, exact: true }).click();
	await expect(importButton(page)).toBeEnabled();
}

/** On the check: the button that brings the rows in. */
export function importButton(page: Page) {
	return page.getByRole('button', { name: /^Import [\d,]+ controls?$/ });
}

/** Brings a file in from the shelf as a workbook of its own; ends in its matrix. */
export async function importFromShelf(
	page: Page,
	file: FileToChoose | string,
	sheet?: string,
): Promise<void> {
	await chooseFile(page, file);
	await reachTheCheck(page, sheet);
	await importButton(page).click();
	await page.getByRole('button', { name: 'Go to the matrix' }).click();
	await expect(page.getByRole('grid', { name: 'Controls' })).toBeVisible();
}

/** Leaves the workbook for the shelf. */
export async function goToShelf(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'All workbooks' }).click();
	await expect(page.getByRole('button', { name: 'Start empty' })).toBeVisible();
}

/** The row of a workbook on the shelf. */
export function shelfRow(page: Page, name: string) {
	return page.getByRole('row').filter({
		has: page.getByRole('link', { name, exact: true }),
	});
}

/** Chooses what to do with a workbook from its menu. */
export async function actOn(page: Page, name: string, action: string): Promise<void> {
	await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
	await page.getByRole('menuitem', { name: action }).click();
}
