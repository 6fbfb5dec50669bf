/** The habits of people who live in a spreadsheet, one test each, with the real clipboard. */
import type { Page } from '@playwright/test';

import { expect, openApp, test } from './fixtures.ts';
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

test.beforeEach(async ({ page, context, appAddress }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openApp(page, appAddress);
	await startEmpty(page, 'Habits');
	await page.getByRole('button', { name: 'Add a control' }).click();
	await goToCell(page, 0, 'Control ID');
	await paste(page, rows.map((row) => row.join('\t')).join('\n'));
	await expect(cellAt(page, 4, 'A')).toHaveText('AC-05');
	await press(page, 'Control+Home');
});

test('1 arrows move', async ({ page }) => {
	await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp');
	await expectActive(page, 'B2');
});

test('2 Tab and Shift+Tab move along the row and on to the next', async ({ page }) => {
	await press(page, 'Tab', 'Tab', 'Shift+Tab');
	await expectActive(page, 'B1');
	await press(page, 'End', 'Tab');
	await expectActive(page, 'A2');
});

test('3 Enter goes down to the column where Tab began, Shift+Enter up', async ({ page }) => {
	await page.keyboard.type('one');
	await press(page, 'Tab');
	await page.keyboard.type('two');
	await press(page, 'Enter');
	await expectActive(page, 'A2');
	await press(page, 'Shift+Enter');
	await expectActive(page, 'A1');
});

test('4 Home and End go to the ends of the row', async ({ page }) => {
	await press(page, 'End');
	await expectActive(page, 'Q1');
	await press(page, 'Home');
	await expectActive(page, 'A1');
});

test('5 Ctrl+End and Ctrl+Home go to the ends of the table', async ({ page }) => {
	await press(page, 'Control+End');
	await expectActive(page, 'Q5');
	await press(page, 'Control+Home');
	await expectActive(page, 'A1');
});

test('6 Ctrl+arrow goes to the edge of data', async ({ page }) => {
	await goToCell(page, 0, 'Owner');
	await press(page, 'Control+ArrowDown');
	await expectActive(page, 'E2');
	await press(page, 'Control+ArrowDown');
	await expectActive(page, 'E4');
});

test('7 Page Down and Page Up move by a screen', async ({ page }) => {
	await press(page, 'PageDown');
	await expectActive(page, 'A5');
	await press(page, 'PageUp');
	await expectActive(page, 'A1');
});

test('8 Shift with a move extends the selection', async ({ page }) => {
	await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight');
	expect(await selected(page)).toEqual(['AC-01', 'Joiners', 'AC-02', 'Movers']);
	await press(page, 'Control+Shift+ArrowDown');
	await expect(page.getByText('5 rows × 2 columns selected')).toBeVisible();
	await press(page, 'Shift+Home');
	await expect(page.getByText('5 rows × 1 column selected')).toBeVisible();
	await press(page, 'Control+Shift+End');
	await expect(page.getByText('5 rows × 17 columns selected')).toBeVisible();
	await expectActive(page, 'A1');
});

test('9 Ctrl+A selects the table', async ({ page }) => {
	await press(page, 'Control+a');
	await expect(page.getByText('5 rows × 17 columns selected')).toBeVisible();
});

test('10 dragging selects, and at the edge it scrolls', async ({ page }) => {
	await drag(page, 'A1', 'C2');
	expect(await selected(page)).toHaveLength(6);
	const frame = await matrixGrid(page).boundingBox();
	if (!frame) throw new Error('The grid has no box');
	await cellAt(page, 0, 'A').hover();
	await page.mouse.down();
	await page.mouse.move(frame.x + frame.width + 60, frame.y + 80, { steps: 3 });
	await expect(page.getByText(/× 17 columns selected/)).toBeVisible();
	await page.mouse.up();
	expect(await matrixGrid(page).evaluate((grid) => grid.scrollLeft)).toBeGreaterThan(800);
});

test('11 heads select rows and columns; Shift extends, Ctrl adds', async ({ page }) => {
	const rowHead = (name: string) => matrixGrid(page).getByRole('rowheader', { name, exact: true });
	await rowHead('2').click();
	await expect(page.getByText('1 row × 17 columns selected')).toBeVisible();
	await rowHead('4').click({ modifiers: ['Shift'] });
	await expect(page.getByText('3 rows × 17 columns selected')).toBeVisible();
	await columnHead(page, 'Title').click();
	await columnHead(page, 'Criteria').click({ modifiers: ['Control'] });
	await expect(page.getByText('10 cells selected')).toBeVisible();
	await cellAt(page, 0, 'A').click();
	await cellAt(page, 2, 'C').click({ modifiers: ['Shift'] });
	await expect(page.getByText('3 rows × 3 columns selected')).toBeVisible();
});

test('12 typing replaces', async ({ page }) => {
	await page.keyboard.type('New');
	await press(page, 'Enter');
	await expect(cellAt(page, 0, 'A')).toHaveText('New');
});

test('13 F2 and a double click edit with the caret at the end', async ({ page }) => {
	await press(page, 'F2');
	await page.keyboard.type('!');
	await press(page, 'Enter');
	await expect(cellAt(page, 0, 'A')).toHaveText('AC-01!');
	await cellAt(page, 1, 'B').dblclick();
	await page.keyboard.type('!');
	await press(page, 'Enter');
	await expect(cellAt(page, 1, 'B')).toHaveText('Movers!');
});

test('14 Esc restores', async ({ page }) => {
	await page.keyboard.type('Wrong');
	await press(page, 'Escape');
	await expect(cellAt(page, 0, 'A')).toHaveText('AC-01');
	await expectActive(page, 'A1');
});

test('15 Alt+Enter makes a new line', async ({ page }) => {
	await press(page, 'ArrowRight', 'F2', 'Alt+Enter');
	await page.keyboard.type('second');
	await press(page, 'Enter');
	expect(await cellAt(page, 0, 'B').innerText()).toContain('Joiners\nsecond');
});

test('16 Delete clears the range, as one step', async ({ page }) => {
	await press(page, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Delete');
	expect(await selected(page)).toEqual(['', '', '', '']);
	await press(page, 'Control+z');
	await expect(cellAt(page, 0, 'A')).toHaveText('AC-01');
	await expect(cellAt(page, 1, 'B')).toHaveText('Movers');
});

test('17 Ctrl+Enter fills the selection, as one step', async ({ page }) => {
	await press(page, 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown');
	await page.keyboard.type('Same');
	await press(page, 'Control+Enter');
	expect(await selected(page)).toEqual(['Same', 'Same', 'Same']);
	await press(page, 'Control+z');
	await expect(cellAt(page, 2, 'B')).toHaveText('Leavers');
});

test('18 Ctrl+D fills down and Ctrl+R to the right', async ({ page }) => {
	await press(page, 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
	expect(await selected(page)).toEqual(['Joiners', 'Joiners', 'Joiners']);
	await press(page, 'Control+Home', 'ArrowRight', 'Shift+ArrowRight', 'Control+r');
	expect(await selected(page)).toEqual(['Joiners', 'Joiners']);
});

test('19 the fill handle counts on when dragged, and fills down on a double click', async ({
	page,
}) => {
	const handle = matrixGrid(page).locator('[data-fill]');
	await handle.hover();
	await page.mouse.down();
	await cellAt(page, 2, 'A').hover();
	await page.mouse.up();
	expect(await selected(page)).toEqual(['AC-01', 'AC-02', 'AC-03']);
	await goToCell(page, 0, 'Title');
	await handle.dblclick();
	expect(await selected(page)).toEqual(['Joiners', 'Joiners', 'Joiners', 'Joiners', 'Joiners']);
});

test('20 copy, cut and paste inside the grid keep terms and criteria', async ({ page }) => {
	await goToCell(page, 1, 'Criteria');
	await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c', 'ArrowDown', 'Control+v');
	expect(await selected(page)).toEqual(['CC6.2', 'Ben', 'Implemented']);
	await goToCell(page, 0, 'Title');
	await press(page, 'Control+x', 'ArrowDown', 'Control+v');
	await expect(cellAt(page, 0, 'B')).toHaveText('');
	await expect(cellAt(page, 1, 'B')).toHaveText('Joiners');
	await press(page, 'Control+z');
	await expect(cellAt(page, 0, 'B')).toHaveText('Joiners');
	await expect(cellAt(page, 1, 'B')).toHaveText('Movers');
});

test('21 a paste takes quoted line breaks and tabs as Excel writes them', async ({ page }) => {
	await press(page, 'ArrowRight');
	await paste(page, '"one\ntwo"\t"a\tb"\r\n"say ""so"" now\n"\tplain\r\n');
	expect(await cellAt(page, 0, 'B').innerText()).toContain('one\ntwo');
	expect(await cellAt(page, 0, 'C').innerText()).toContain('a\tb');
	await expect(cellAt(page, 1, 'B')).toHaveText('say "so" now');
	await expect(cellAt(page, 2, 'B')).toHaveText('Leavers');
});

test('22 a copy keeps rows, columns, line breaks and leading zeros', async ({ page }) => {
	await page.keyboard.type('007');
	await press(page, 'Tab', 'F2', 'Alt+Enter');
	await page.keyboard.type('two');
	await press(page, 'Enter', 'Control+Home', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
	expect(await clipboardForm(page, 'text/plain')).toBe('007\t"Joiners\ntwo"\r\nAC-02\tMovers');
	const html = await clipboardForm(page, 'text/html');
	expect(html).toContain('007</td>');
	expect(html).toContain('Joiners<br>two');
});

test('23 one value fills a range, and a block is tiled into a multiple of its size', async ({
	page,
}) => {
	await press(page, 'Control+c', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
	expect(await selected(page)).toEqual(['AC-01', 'AC-01', 'AC-01']);
	await press(page, 'Control+Home', 'Shift+ArrowDown', 'Control+c', 'ArrowRight');
	for (let step = 0; step < 3; step += 1) await press(page, 'Shift+ArrowDown');
	await press(page, 'Control+v');
	expect(await selected(page)).toEqual(['AC-01', 'AC-02', 'AC-01', 'AC-02']);
});

test('24 a paste beyond the last row adds rows, as one step', async ({ page }) => {
	await goToCell(page, 4, 'Control ID');
	await paste(page, 'X-1\tOne\nX-2\tTwo\nX-3\tThree');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '8');
	await expect(cellAt(page, 6, 'B')).toHaveText('Three');
	await press(page, 'Control+z');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '6');
	await expect(cellAt(page, 4, 'A')).toHaveText('AC-05');
});

test('25 Ctrl+Z and Ctrl+Y restore values and the place', async ({ page }) => {
	await press(page, 'ArrowDown');
	await page.keyboard.type('Changed');
	await press(page, 'Enter', 'Control+End', 'Control+z');
	await expect(cellAt(page, 1, 'A')).toHaveText('AC-02');
	await expectActive(page, 'A2');
	await press(page, 'Control+y');
	await expect(cellAt(page, 1, 'A')).toHaveText('Changed');
});

test('26 a double click on a column edge fits the column', async ({ page }) => {
	const before = await columnHead(page, 'Title').boundingBox();
	await columnHead(page, 'Title').locator('[data-edge]').dblclick();
	const after = await columnHead(page, 'Title').boundingBox();
	expect(after?.width).toBeLessThan(before?.width ?? 0);
});

test('28 the filter menu lists the values of a column', async ({ page }) => {
	await page.getByRole('button', { name: 'Filter' }).click();
	await page.getByLabel('Filter by').selectOption({ label: 'Status' });
	const menu = page.getByRole('dialog', { name: 'Filter' });
	await expect(menu.getByText('Planned')).toBeVisible();
	await menu.getByRole('checkbox', { name: 'Implemented' }).check();
	await press(page, 'Escape');
	await expect(page.getByText('1 of 5 controls')).toBeVisible();
});

test('30 the status line counts and sums the selection', async ({ page }) => {
	await goToCell(page, 0, 'Notes');
	await paste(page, '10\n20\n20\ntext');
	await expect(
		page.getByText('4 rows × 1 column selected · 4 filled · 3 distinct · sum 50'),
	).toBeVisible();
});

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

/** Puts a text on the clipboard, as another program would, and pastes it. */
async function paste(page: Page, text: string): Promise<void> {
	await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
	await page.keyboard.press('Control+v');
}

function clipboardForm(page: Page, type: string): Promise<string> {
	return page.evaluate(async (form) => {
		const [item] = await navigator.clipboard.read();
		const blob = await item?.getType(form);
		return blob ? blob.text() : '';
	}, type);
}

/** A cell by its row from 0 and its column's letter, A being the first. */
function cellAt(page: Page, row: number, letter: string) {
	const column = letter.charCodeAt(0) - 65;
	return matrixGrid(page).locator(`[data-index="${row}"] [data-column="${column}"]`);
}

function columnHead(page: Page, name: string) {
	return matrixGrid(page).getByRole('columnheader', { name, exact: true });
}

/** Asserts which cell is active and focused, as Excel names it: B2. */
async function expectActive(page: Page, name: string): Promise<void> {
	await expect(cellAt(page, Number(name.slice(1)) - 1, name.charAt(0))).toBeFocused();
}

/** The texts of the selected cells, row by row. */
async function selected(page: Page): Promise<readonly string[]> {
	const texts = await matrixGrid(page).locator('[aria-selected="true"]').allInnerTexts();
	return texts.map((text) => text.trim());
}

async function drag(page: Page, from: string, to: string): Promise<void> {
	const at = (name: string) => cellAt(page, Number(name.slice(1)) - 1, name.charAt(0));
	await at(from).hover();
	await page.mouse.down();
	await at(to).hover();
	await page.mouse.up();
}
