/** The matrix in a real browser: what needs layout, scrolling, focus, the address bar and axe. */
import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { expectCell, goToCell, matrixGrid } from './matrix-page.ts';
import { openExample } from './shelf-page.ts';

test.beforeEach(async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await openExample(page);
});

test('axe finds nothing in the tools, an editor, the panel and a dialog', async ({ page }) => {
	await openFilter(page, 'Owner');
	await page.getByRole('dialog', { name: 'Filter' }).getByRole('checkbox').first().check();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Columns' }).click();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await goToCell(page, 0, 'Criteria');
	await page.keyboard.press('F2');
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+Enter');
	await page.getByRole('button', { name: 'Retire…' }).click();
	await expectNoAxeViolations(page);
});

test('axe finds nothing in groups, views and the menu of a column', async ({ page }) => {
	await page.getByRole('button', { name: 'Display' }).click();
	await page.getByLabel('Group by').selectOption({ label: 'Criteria series' });
	await page.getByRole('button', { name: 'Sort by a column' }).click();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Save as a view…' }).click();
	await page.keyboard.type('By series');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'View: By series' }).click();
	await page.getByRole('button', { name: 'Actions for By series' }).click();
	await page.getByRole('menuitem', { name: 'Share in this workbook' }).click();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await goToCell(page, 1, 'Owner');
	await page.keyboard.press('Alt+Shift+ArrowDown');
	await expect(page.getByRole('dialog', { name: 'Owner' })).toBeVisible();
	await expectNoAxeViolations(page);
});

test('a view shared in one tab is there in another', async ({ page, context }) => {
	await page.getByRole('button', { name: 'Display' }).click();
	await page.getByLabel('Group by').selectOption({ label: 'Owner' });
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Save as a view…' }).click();
	await page.keyboard.type('By owner');
	await page.keyboard.press('Enter');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByRole('button', { name: 'View: By owner' })).toBeVisible();
	await other.getByRole('button', { name: 'View: By owner' }).click();
	await other.getByRole('button', { name: 'Actions for By owner' }).click();
	await other.getByRole('menuitem', { name: 'Share in this workbook' }).click();
	await page.getByRole('button', { name: /^View:/ }).click();
	const shared = page.getByRole('region', { name: 'Shared in this workbook' });
	await expect(shared.getByRole('button', { name: 'By owner', exact: true })).toBeVisible();
});

test.describe('in the dark', () => {
	test.use({ colorScheme: 'dark' });

	test('axe finds nothing in the grid and the panel', async ({ page }) => {
		await goToCell(page, 0, 'Owner');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('complementary')).toBeVisible();
		await expectNoAxeViolations(page);
	});
});

test('opens a control by keyboard, keeps it in the address, and gives focus back', async ({
	page,
}) => {
	await goToCell(page, 2, 'Owner');
	const cell = matrixGrid(page).locator('[data-active]');
	const address = page.url();
	await page.keyboard.press('Control+Enter');
	const panel = page.getByRole('complementary');
	await expect(panel).toBeVisible();
	expect(page.url()).not.toBe(address);
	await page.reload();
	await expect(panel).toBeVisible();
	await page.goBack();
	await expect(panel).toBeHidden();
	await goToCell(page, 2, 'Owner');
	await page.keyboard.press('Control+Enter');
	await expect(panel).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
	await expect(cell).toBeFocused();
});

test('finds in all cells, brings each match into view and goes on from it', async ({ page }) => {
	await page.keyboard.press('Control+f');
	await page.keyboard.type('review');
	const count = page.getByText(/^\d+ of \d+$/);
	await page.keyboard.press('Shift+Enter');
	await expect(count).toHaveText(/^(\d+) of \1$/);
	await expect(matrixGrid(page).locator('[data-active] mark').first()).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(count).toHaveText(/^1 of/);
	await expect(matrixGrid(page).locator('[data-active] mark').first()).toBeInViewport();
	await expect(page.getByRole('searchbox')).toBeFocused();
});

test('keeps filters, sort, hidden columns and widths over a reload', async ({ page }) => {
	await openFilter(page, 'Status');
	await page.getByRole('checkbox', { name: 'Implemented' }).check();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Columns' }).click();
	await page.getByRole('checkbox', { name: 'Description' }).uncheck();
	await page.keyboard.press('Escape');
	await header(page, 'Title').click();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Alt+ArrowRight');
	const width = (await header(page, 'Title').boundingBox())?.width;
	const rows = await matrixGrid(page).getAttribute('aria-rowcount');
	await page.reload();
	await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');
	await expect(header(page, 'Description')).toHaveCount(0);
	await expect(page.getByRole('group', { name: 'This view' })).toHaveText(/Status: Implemented/);
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', rows ?? '');
	expect((await header(page, 'Title').boundingBox())?.width).toBe(width);
});

test('undo goes back to a cell that was scrolled and filtered away', async ({ page }) => {
	await goToCell(page, 0, 'Owner');
	const owner = await matrixGrid(page).locator('[data-active]').innerText();
	await page.keyboard.type('Somebody else');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+End');
	await openFilter(page, 'Title');
	await page.getByLabel('Rule for Title').selectOption({ label: 'contains' });
	await page.getByLabel('Text in Title').fill('no such title');
	await page.keyboard.press('Escape');
	await expect(page.getByText('No control matches the filters')).toBeVisible();
	await page.keyboard.press('Control+z');
	await expectCell(page, 0, 'Owner', owner);
	await expect(matrixGrid(page).locator('[data-active]')).toBeInViewport();
});

test('is usable on a narrow screen', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await expectNoAxeViolations(page);
	const isWiderThanScreen = () =>
		page.getByRole('main').evaluate((main) => main.scrollWidth > window.innerWidth);
	expect(await isWiderThanScreen()).toBe(false);
	await goToCell(page, 0, 'Title');
	await page.keyboard.press('Control+Enter');
	const panel = await page.getByRole('complementary').boundingBox();
	expect(panel?.width).toBe(390);
	expect(await isWiderThanScreen()).toBe(false);
});

async function openFilter(page: Page, column: string): Promise<void> {
	await page.getByRole('button', { name: 'Filter' }).click();
	await page.getByLabel('Filter by').selectOption({ label: column });
}

function header(page: Page, column: string) {
	return matrixGrid(page).getByRole('columnheader', { name: column, exact: true });
}
