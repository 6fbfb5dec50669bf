/** The habits of people who live in a spreadsheet: going back, columns, filters, the status line. */
import { expect, test } from './fixtures.ts';
import {
	cellAt,
	columnHead,
	expectActive,
	paste,
	press,
	selected,
	startWithFive,
} from './matrix-hands.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';

test.beforeEach(async ({ page, context, appAddress }) => {
	await startWithFive({ page, context, appAddress });
});

test('25 Ctrl+Z and Ctrl+Y restore values, selection and scroll', async ({ page }) => {
	await paste(page, Array.from({ length: 60 }, (_, index) => `R-${index + 1}`).join('\n'));
	await press(page, 'Control+Home', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Delete');
	await press(page, 'Control+End');
	await expect(cellAt(page, 1, 'A')).toHaveCount(0);
	await press(page, 'Control+z');
	expect(await selected(page)).toEqual(['R-2', 'Movers', 'R-3', 'Leavers']);
	await expectActive(page, 'A2');
	await expect(cellAt(page, 1, 'A')).toBeInViewport({ ratio: 1 });
	await press(page, 'Control+End', 'Control+y');
	expect(await selected(page)).toEqual(['', '', '', '']);
	await expectActive(page, 'A2');
});

test('26 a double click on a column edge fits the texts of all rows', async ({ page }) => {
	const width = async () => (await columnHead(page, 'Title').boundingBox())?.width ?? 0;
	const edge = columnHead(page, 'Title').locator('[data-edge]');
	const before = await width();
	await edge.dblclick();
	const fitted = await width();
	expect(fitted).toBeLessThan(before);
	await goToCell(page, 0, 'Title');
	const words = Array.from({ length: 90 }, (_, index) => `Title ${index + 1}`);
	await paste(
		page,
		[...words, 'The longest title of all is far below, where nobody has drawn it yet'].join('\n'),
	);
	await press(page, 'Control+Home');
	await expect(cellAt(page, 90, 'B')).toHaveCount(0);
	await edge.dblclick();
	expect(await width()).toBeGreaterThan(fitted + 100);
	await press(page, 'Control+End', 'Control+ArrowLeft', 'Home', 'ArrowRight');
	expect((await cellAt(page, 90, 'B').boundingBox())?.height).toBeLessThan(40);
});

test('27 a column is dragged to another place, and columns are frozen', async ({ page }) => {
	const heads = () => matrixGrid(page).getByRole('columnheader').allInnerTexts();
	await columnHead(page, 'Owner').hover();
	await page.mouse.down();
	const title = await columnHead(page, 'Title').boundingBox();
	await page.mouse.move((title?.x ?? 0) + 8, (title?.y ?? 0) + 8, { steps: 5 });
	await page.mouse.up();
	expect((await heads()).map((text) => text.trim()).slice(1, 4)).toEqual([
		'Control ID',
		'Owner',
		'Title',
	]);
	await columnHead(page, 'Owner').hover();
	await columnHead(page, 'Owner').locator('[data-menu]').click();
	await page.getByRole('button', { name: 'Freeze up to here' }).click();
	await expect(cellAt(page, 0, 'B')).toHaveAttribute('data-frozen');
	await press(page, 'Control+End');
	await expect(columnHead(page, 'Owner')).toBeInViewport({ ratio: 1 });
	await columnHead(page, 'Owner').hover();
	await columnHead(page, 'Owner').locator('[data-menu]').click();
	await page.getByRole('button', { name: 'Freeze no column' }).click();
	await press(page, 'Control+End');
	await expect(columnHead(page, 'Owner')).not.toBeInViewport();
});

test('28 the filter menu counts the values of a column, and finds one among many', async ({
	page,
}) => {
	await page.getByRole('button', { name: 'Filter' }).click();
	await page.getByLabel('Filter by').selectOption({ label: 'Status' });
	const menu = page.getByRole('dialog', { name: 'Filter' });
	const values = menu.getByRole('list', { name: 'Values of Status' }).getByRole('listitem');
	await expect(values).toHaveText([
		/Not started\s+0/,
		/Planned\s+4/,
		/In progress\s+0/,
		/Implemented\s+1/,
		/Not applicable\s+0/,
	]);
	await menu.getByRole('checkbox', { name: 'Implemented' }).check();
	await press(page, 'Escape');
	await expect(page.getByText('1 of 5 controls')).toBeVisible();
	await page.getByRole('button', { name: 'Clear filters' }).click();

	await goToCell(page, 0, 'Owner');
	const names = ['Ana', 'Ben', 'Cleo', 'Dev', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida', 'Ana'];
	await paste(page, names.join('\n'));
	await press(page, 'Alt+Shift+ArrowDown');
	const head = page.getByRole('dialog', { name: 'Owner' });
	await head.getByLabel('Find a value').fill('an');
	await expect(head.getByRole('listitem')).toHaveText(/^\s*Ana\s*2\s*$/);
	await head.getByRole('checkbox', { name: 'Ana' }).check();
	await press(page, 'Escape');
	await expect(page.getByText('2 of 10 controls')).toBeVisible();
});

test('30 the status line counts and sums the selection', async ({ page }) => {
	await goToCell(page, 0, 'Notes');
	await paste(page, '10\n20\n20\ntext');
	await expect(
		page.getByText('4 rows × 1 column selected · 4 filled · 3 distinct · sum 50'),
	).toBeVisible();
});
