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
	await expect(columnHead(page, 'Owner')).toBeInViewport();
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
