/** The habits of people who live in a spreadsheet, one test each: moving, selecting, editing, filling. */
import { expect, test } from './fixtures.ts';
import {
	cellAt,
	clipboardForm,
	columnHead,
	drag,
	expectActive,
	handleOf,
	holdAt,
	paste,
	press,
	selected,
	startWithFive,
} from './matrix-hands.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';

test.beforeEach(async ({ page, context, appAddress }) => {
	await startWithFive({ page, context, appAddress });
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

test('9 Ctrl+A selects the table, again everything: a copy then carries the headings', async ({
	page,
}) => {
	await press(page, 'Control+a');
	await expect(page.getByText('5 rows × 17 columns selected')).toBeVisible();
	await press(page, 'Control+c');
	expect(await clipboardForm(page, 'text/plain')).toMatch(/^AC-01\tJoiners/);
	await press(page, 'Control+a');
	await expect(columnHead(page, 'Title')).toHaveAttribute('aria-selected', 'true');
	await press(page, 'Control+c');
	expect(await clipboardForm(page, 'text/plain')).toMatch(/^Control ID\tTitle.*\r\nAC-01\tJoiners/);
	await expect(page.getByText('Copied the headings and 5 rows.').first()).toBeVisible();
});

test('10 dragging selects, and at an edge it scrolls while the pointer rests there', async ({
	page,
}) => {
	await drag(page, 'A1', 'C2');
	expect(await selected(page)).toHaveLength(6);
	await holdAt(page, 'A1', { right: 2 });
	await expect(page.getByText(/× 17 columns selected/)).toBeVisible();
	await page.mouse.up();
	await press(page, 'Control+Home');
	await paste(page, Array.from({ length: 120 }, (_, index) => `R-${index + 1}`).join('\n'));
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '121');
	await press(page, 'Control+Home');
	await holdAt(page, 'A1', { bottom: 2 });
	await expect(page.getByText('120 rows × 1 column selected')).toBeVisible();
	await page.mouse.up();
	// Back up it goes as steadily, and never to the top at one stroke.
	await press(page, 'Control+Home', 'Control+End');
	await holdAt(page, 'Q119', { top: 2, right: 40 });
	await expect(page.getByText('119 rows × 1 column selected')).toBeVisible();
	await page.mouse.up();
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

test('18 Ctrl+D fills down and Ctrl+R to the right, a single cell from its neighbour', async ({
	page,
}) => {
	await press(page, 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
	expect(await selected(page)).toEqual(['Joiners', 'Joiners', 'Joiners']);
	await press(page, 'Control+Home', 'ArrowRight', 'Shift+ArrowRight', 'Control+r');
	expect(await selected(page)).toEqual(['Joiners', 'Joiners']);
	await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
	await press(page, 'Control+d');
	await expect(cellAt(page, 3, 'B')).toHaveText('Joiners');
	await press(page, 'ArrowRight', 'Control+r');
	await expect(cellAt(page, 3, 'C')).toHaveText('Joiners');
});

test('19 the fill handle counts on in all four directions, and copies with Ctrl', async ({
	page,
}) => {
	await drag(page, 'handle', 'A3');
	expect(await selected(page)).toEqual(['AC-01', 'AC-02', 'AC-03']);
	await cellAt(page, 2, 'A').click();
	await drag(page, 'handle', 'A1');
	expect(await selected(page)).toEqual(['AC-01', 'AC-02', 'AC-03']);
	await cellAt(page, 0, 'B').click();
	await paste(page, 'Q3');
	await drag(page, 'handle', 'C1');
	expect(await selected(page)).toEqual(['Q3', 'Q4']);
	await cellAt(page, 0, 'C').click();
	await drag(page, 'handle', 'B1');
	expect(await selected(page)).toEqual(['Q3', 'Q4']);
	await page.keyboard.down('Control');
	await drag(page, 'handle', 'C3');
	await page.keyboard.up('Control');
	expect(await selected(page)).toEqual(['Q3', 'Q4', 'Q3', 'Q4', 'Q3', 'Q4']);
	await press(page, 'Control+z');
	await expect(cellAt(page, 1, 'B')).toHaveText('Movers');
});

test('19 a double click on the fill handle fills down as far as the column beside', async ({
	page,
}) => {
	await goToCell(page, 0, 'Title');
	await handleOf(page).dblclick();
	expect(await selected(page)).toEqual(['Joiners', 'Joiners', 'Joiners', 'Joiners', 'Joiners']);
});
