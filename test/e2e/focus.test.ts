/** Focus is always somewhere a person can go on from, whatever becomes of the row it stood in. */
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { cellAt, expectActive, paste, press, startWithFive } from './matrix-hands.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';

test.beforeEach(async ({ page, context, appAddress }) => {
	await startWithFive({ page, context, appAddress });
});

/** Asserts that the focused cell is seen, and shows a text. */
async function expectFocusOn(page: Page, text: string | RegExp): Promise<void> {
	await expect(page.locator(':focus')).toHaveText(text);
	await expect(page.locator(':focus')).toBeInViewport();
}

/** Chooses in the menu of the column of the active cell, by keyboard. */
async function inColumnMenu(page: Page, name: string): Promise<void> {
	await press(page, 'Alt+Shift+ArrowDown');
	await page.getByRole('dialog').getByRole('button', { name, exact: true }).focus();
	await press(page, 'Enter');
}

test('scrolled far away, the active cell still has the keys', async ({ page }) => {
	await paste(page, Array.from({ length: 300 }, (_, index) => `R-${index + 1}`).join('\n'));
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '301');
	await goToCell(page, 1, 'Control ID');
	await matrixGrid(page).hover();
	await page.mouse.wheel(0, 6000);
	await expect(cellAt(page, 1, 'A')).not.toBeInViewport();
	await expect(cellAt(page, 20, 'A')).toHaveCount(0);
	await expectActive(page, 'A2');
	await press(page, 'ArrowDown');
	await expectActive(page, 'A3');
	await expectFocusOn(page, 'R-3');
});

test('sorting keeps it on its control, in its new place', async ({ page }) => {
	await goToCell(page, 0, 'Owner');
	await inColumnMenu(page, 'Sort descending');
	await expect(cellAt(page, 0, 'E')).toHaveText('Dev');
	await expectFocusOn(page, 'Ana');
	await press(page, 'ArrowUp');
	await expectFocusOn(page, 'Ben');
});

test('a filter that leaves its control out moves it to one that is shown', async ({ page }) => {
	await goToCell(page, 4, 'Status');
	await press(page, 'Alt+Shift+ArrowDown');
	const value = page.getByRole('dialog').getByRole('checkbox', { name: 'Implemented' });
	await expect(value).toBeVisible();
	await value.focus();
	await press(page, 'Space', 'Escape');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '2');
	await expectFocusOn(page, 'Implemented');
});

test('groups take it along, and a group that closes hands it to its head', async ({ page }) => {
	await goToCell(page, 1, 'Status');
	await inColumnMenu(page, 'Group by Status');
	await expectFocusOn(page, 'Implemented');
	await press(page, 'ArrowUp', 'ArrowLeft');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '7');
	await expectFocusOn(page, /1 of 1 implemented/);
});

test('a control that another tab retires stays until one leaves it', async ({ page, context }) => {
	const other = await context.newPage();
	await other.goto(page.url());
	await goToCell(page, 2, 'Title');
	await goToCell(other, 2, 'Title');
	await press(other, 'Control+Backspace');
	await expect(other.getByRole('dialog').getByLabel('Why')).toBeFocused();
	await press(other, 'Control+Enter');
	await expect(matrixGrid(other)).toHaveAttribute('aria-rowcount', '5');
	await page.bringToFront();
	await expect(cellAt(page, 2, 'A')).toContainText('Retired');
	await expectFocusOn(page, 'Leavers');
	await press(page, 'ArrowDown');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '5');
	await expectFocusOn(page, 'Reviews');
});

test('Tab leads out of the grid at its last cell, Shift+Tab at its first head', async ({
	page,
}) => {
	const focus = page.locator(':focus');
	const inGrid = matrixGrid(page).locator(':focus');
	await press(page, 'Control+End', 'Tab');
	await expect(inGrid).toHaveCount(0);
	await expect(focus).toHaveText('Add control');
	await press(page, 'Shift+Tab');
	await expectActive(page, 'Q5');
	await press(page, 'Control+Home', 'ArrowUp', 'Home', 'Shift+Tab');
	await expect(inGrid).toHaveCount(0);
	await expect(focus).toBeInViewport();
});

test('a panel that Tab leads out of closes, and covers nothing that has focus', async ({
	page,
}) => {
	const dialog = page.getByRole('dialog', { name: 'Title' });
	await goToCell(page, 0, 'Title');
	await press(page, 'Alt+Shift+ArrowDown');
	await dialog.getByRole('button', { name: 'Hide' }).focus();
	await press(page, 'Tab');
	await expect(dialog).toHaveCount(0);
	await expect(page.locator(':focus')).toBeInViewport();
});
