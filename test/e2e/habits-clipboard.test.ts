/** The habits of people who live in a spreadsheet: copy, cut and paste with the real clipboard. */
import { excelWindows, googleSheets } from '../exchange/clipboard/program-clipboards.ts';
import { expect, test } from './fixtures.ts';
import {
	cellAt,
	clipboardForm,
	paste,
	pasteForms,
	press,
	selected,
	startWithFive,
} from './matrix-hands.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';

test.beforeEach(async ({ page, context, appAddress }) => {
	await startWithFive({ page, context, appAddress });
});

test('20 copy, cut and paste inside the grid keep terms, criteria and dates', async ({ page }) => {
	await goToCell(page, 1, 'Criteria');
	await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c', 'ArrowDown', 'Control+v');
	expect(await selected(page)).toEqual(['CC6.2', 'Ben', 'Implemented']);
	await goToCell(page, 0, 'Due date');
	await page.keyboard.type('21 Nov 2026');
	await press(page, 'Enter', 'ArrowUp', 'Control+c', 'ArrowDown', 'Control+v');
	await expect(page.locator('[data-active]')).toHaveText('21 Nov 2026');
	await expect(page.locator('[data-active]')).not.toHaveAttribute('aria-invalid');
});

test('20 what was cut is outlined until it is pasted, which moves it, or Esc', async ({ page }) => {
	const outline = matrixGrid(page).locator('[data-cut]');
	await goToCell(page, 0, 'Title');
	await press(page, 'Control+x');
	await expect(outline).toHaveCount(1);
	await press(page, 'Escape');
	await expect(outline).toHaveCount(0);
	await press(page, 'Control+x', 'ArrowDown', 'Control+v');
	await expect(outline).toHaveCount(0);
	await expect(cellAt(page, 0, 'B')).toHaveText('');
	await expect(cellAt(page, 1, 'B')).toHaveText('Joiners');
	await press(page, 'Control+z');
	await expect(cellAt(page, 0, 'B')).toHaveText('Joiners');
	await expect(cellAt(page, 1, 'B')).toHaveText('Movers');
});

test('20 ranges of the same rows or columns are copied together, others not', async ({ page }) => {
	await cellAt(page, 0, 'A').click();
	await cellAt(page, 1, 'A').click({ modifiers: ['Shift'] });
	await cellAt(page, 0, 'C').click({ modifiers: ['Control'] });
	await cellAt(page, 1, 'C').click({ modifiers: ['Shift'] });
	await press(page, 'Control+c');
	expect(await clipboardForm(page, 'text/plain')).toBe(
		'AC-01\tAccess is given\r\nAC-02\tAccess is changed',
	);
	await cellAt(page, 3, 'B').click({ modifiers: ['Control'] });
	await press(page, 'Control+c');
	await expect(page.getByText(/share neither rows nor columns/).first()).toBeVisible();
	await press(page, 'Delete');
	expect(await selected(page)).toEqual(['', '', '', '', '']);
});

test('21 a paste takes quoted line breaks and tabs as Excel writes them', async ({ page }) => {
	await press(page, 'ArrowRight');
	await paste(page, '"one\ntwo"\t"a\tb"\r\n"say ""so"" now\n"\tplain\r\n');
	expect(await cellAt(page, 0, 'B').innerText()).toContain('one\ntwo');
	expect(await cellAt(page, 0, 'C').innerText()).toContain('a\tb');
	await expect(cellAt(page, 1, 'B')).toHaveText('say "so" now');
	await expect(cellAt(page, 2, 'B')).toHaveText('Leavers');
});

test('21 a paste reads what Excel and Google Sheets really put on the clipboard', async ({
	page,
}) => {
	await pasteForms(page, excelWindows);
	expect(await selected(page)).toEqual(excelWindows.cells.flat());
	await press(page, 'Control+z', 'Control+Home');
	await pasteForms(page, googleSheets);
	expect(await selected(page)).toEqual(googleSheets.cells.flat());
});

test('22 a copy keeps rows, columns, line breaks and leading zeros, and runs no formula', async ({
	page,
}) => {
	await goToCell(page, 0, 'Title');
	await page.keyboard.type('007');
	await press(page, 'Tab', 'F2', 'Alt+Enter');
	await page.keyboard.type('two');
	await press(page, 'Enter');
	await page.keyboard.type('=1+1');
	await press(
		page,
		'Enter',
		'Control+Home',
		'ArrowRight',
		'Shift+ArrowRight',
		'Shift+ArrowDown',
		'Control+c',
	);
	expect(await clipboardForm(page, 'text/plain')).toBe(
		'007\t"Access is given\ntwo"\r\n\'=1+1\tAccess is changed',
	);
	const html = await clipboardForm(page, 'text/html');
	expect(html).toContain('007</td>');
	expect(html).toContain('Access is given<br style="mso-data-placement:same-cell">two');
	await goToCell(page, 3, 'Title');
	await press(page, 'Control+v');
	expect(await selected(page)).toEqual([
		'007',
		'Access is given\ntwo',
		'=1+1',
		'Access is changed',
	]);
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

test('23 a block goes once into a larger range, and what a column cannot read is kept and marked', async ({
	page,
}) => {
	await press(page, 'Shift+ArrowDown', 'Control+c', 'ArrowRight');
	await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
	expect(await selected(page)).toEqual(['AC-01', 'AC-02']);
	await expect(cellAt(page, 2, 'B')).toHaveText('Leavers');
	await goToCell(page, 0, 'Status');
	await paste(page, 'Some day');
	await expect(cellAt(page, 0, 'F')).toContainText('Some day');
	await expect(cellAt(page, 0, 'F')).toHaveAttribute('aria-invalid', 'true');
	await goToCell(page, 0, 'Due date');
	await paste(page, '11/12/2026');
	await expect(page.locator('[data-active]')).toContainText('11/12/2026');
	await expect(page.locator('[data-active]')).toHaveAttribute('aria-invalid', 'true');
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
