/** Hands on the grid: keys, the pointer and the real clipboard, as people of a spreadsheet use them. */
import type { BrowserContext, Page } from '@playwright/test';

import { expect, openApp } from './fixtures.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';
import { startEmpty } from './shelf-page.ts';

/** Id, title, description, criteria, owner, status; the owner of the third is missing. */
const rows = [
	['AC-01', 'Joiners', 'Access is given', 'CC6.1', 'Ana', 'Planned'],
	['AC-02', 'Movers', 'Access is changed', 'CC6.2', 'Ben', 'Implemented'],
	['AC-03', 'Leavers', 'Access is taken', 'CC6.3', '', 'Planned'],
	['AC-04', 'Reviews', 'Access is reviewed', 'CC6.4', 'Cleo', 'Planned'],
	['AC-05', 'Backups', 'Backups are made', 'A1.2', 'Dev', 'Planned'],
];

interface Start {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly appAddress: string;
}

/** Opens a workbook with five controls, the first cell active. */
export async function startWithFive({ page, context, appAddress }: Start): Promise<void> {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openApp(page, appAddress);
	await startEmpty(page, 'Habits');
	await page.getByRole('button', { name: 'Add a control' }).click();
	await goToCell(page, 0, 'Control ID');
	await paste(page, rows.map((row) => row.join('\t')).join('\n'));
	await expect(cellAt(page, 4, 'A')).toHaveText('AC-05');
	await press(page, 'Control+Home');
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

/** Puts a text on the clipboard, as another program would, and pastes it. */
export async function paste(page: Page, text: string): Promise<void> {
	await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
	await page.keyboard.press('Control+v');
}

/** Puts both forms on the clipboard as they are, and pastes them. */
export async function pasteForms(
	page: Page,
	forms: { readonly text: string; readonly html: string },
): Promise<void> {
	await page.evaluate(({ text, html }) => {
		const put = (event: ClipboardEvent): void => {
			event.clipboardData?.setData('text/plain', text);
			event.clipboardData?.setData('text/html', html);
			event.preventDefault();
			event.stopImmediatePropagation();
		};
		window.addEventListener('copy', put, { capture: true, once: true });
	}, forms);
	await page.keyboard.press('Control+c');
	await page.keyboard.press('Control+v');
}

/** What the clipboard holds in a form, such as text/html. */
export function clipboardForm(page: Page, type: string): Promise<string> {
	return page.evaluate(async (form) => {
		const [item] = await navigator.clipboard.read();
		const blob = await item?.getType(form);
		return blob ? blob.text() : '';
	}, type);
}

/** A cell by its row from 0 and its column's letter, A being the first. */
export function cellAt(page: Page, row: number, letter: string) {
	const column = letter.charCodeAt(0) - 65;
	return matrixGrid(page).locator(`[data-index="${row}"] [data-column="${column}"]`);
}

export function columnHead(page: Page, name: string) {
	return matrixGrid(page).getByRole('columnheader', { name, exact: true });
}

/** Asserts which cell is active and focused, as Excel names it: B2. */
export async function expectActive(page: Page, name: string): Promise<void> {
	await expect(cellAt(page, Number(name.slice(1)) - 1, name.charAt(0))).toBeFocused();
}

/** The texts of the selected cells, row by row. */
export async function selected(page: Page): Promise<readonly string[]> {
	const cells = matrixGrid(page).locator('[role="gridcell"][aria-selected="true"]');
	return (await cells.allInnerTexts()).map((text) => text.trim());
}

export function handleOf(page: Page) {
	return matrixGrid(page).locator('[data-fill]');
}

/** Drags from a cell, or the 'handle' that fills, to a cell. */
export async function drag(page: Page, from: string, to: string): Promise<void> {
	const at = (name: string) => cellAt(page, Number(name.slice(1)) - 1, name.charAt(0));
	await (from === 'handle' ? handleOf(page) : at(from)).hover();
	await page.mouse.down();
	await at(to).hover();
	await page.mouse.up();
}

/** Presses the button on a cell and holds it at a point of the grid, given by its distance inside. */
export async function holdAt(
	page: Page,
	from: string,
	inset: { readonly right?: number; readonly bottom?: number; readonly top?: number },
): Promise<void> {
	const box = await matrixGrid(page).boundingBox();
	if (!box) throw new Error('The grid has no box');
	await cellAt(page, Number(from.slice(1)) - 1, from.charAt(0)).hover();
	await page.mouse.down();
	const x = inset.right === undefined ? box.x + 120 : box.x + box.width - inset.right;
	const y =
		inset.bottom !== undefined ? box.y + box.height - inset.bottom : box.y + (inset.top ?? 80);
	await page.mouse.move(x, y, { steps: 4 });
}
