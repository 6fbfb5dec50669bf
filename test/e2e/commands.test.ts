/** The shell by keyboard: the palette, the sheet of keys, the parts of the page, messages, history. */
import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { matrixGrid } from './matrix-page.ts';
import { goToPlace, goToShelf, openExample, startEmpty } from './shelf-page.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const focused = (page: Page) => page.locator(':focus');

test('the palette finds a control, opens it, and Back closes it again', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await openExample(page);
	await page.keyboard.press('Control+k');
	await expectNoAxeViolations(page);
	await page.keyboard.type('quarterly access');
	await expect(palette(page).getByRole('option').first()).toContainText('AC-05');
	await page.keyboard.press('Enter');
	await expect(page).toHaveTitle(/^AC-05 · Matrix · /);
	await expect(page.getByRole('complementary')).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('complementary')).toHaveCount(0);
	await expect(page).toHaveTitle(/^Matrix · .+ · Readiness Workbook$/);
});

test('every place is reached through the palette, and left by Back', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await startEmpty(page, 'Nordwind');
	for (const place of ['Activity', 'Imports', 'All workbooks']) {
		await page.keyboard.press('Control+k');
		await page.keyboard.type(place);
		await page.keyboard.press('Enter');
		await expect(palette(page)).toHaveCount(0);
		if (place !== 'All workbooks')
			await expect(page).toHaveTitle(`${place} · Nordwind · Readiness Workbook`);
	}
	await expect(page).toHaveTitle('Readiness Workbook');
	await page.goBack();
	await expect(page).toHaveTitle('Imports · Nordwind · Readiness Workbook');
	await goToShelf(page);
	await page.keyboard.press('Control+k');
	await page.keyboard.type('nordw');
	await page.keyboard.press('Enter');
	await expect(page).toHaveTitle('Overview · Nordwind · Readiness Workbook');
});

test('? shows the keys, but types into a cell; Ctrl+/ shows them there as well', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	await page.keyboard.press('?');
	await expect(sheet).toBeVisible();
	await page.keyboard.press('Escape');
	await openExample(page);
	await matrixGrid(page).locator('[data-active]').focus();
	await page.keyboard.press('Control+/');
	await expect(sheet.getByText('Fill down from the first row')).toBeVisible();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
	await page.keyboard.press('?');
	await expect(matrixGrid(page).getByRole('textbox')).toHaveValue('?');
});

test('before the header is a way past it; F6 walks the parts and comes back to the cell', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await openExample(page);
	await matrixGrid(page).locator('[data-active]').focus();
	await page.keyboard.press('ArrowDown');
	const cell = await focused(page).textContent();
	await page.keyboard.press('F6');
	await expect(page.getByRole('link', { name: 'All workbooks' })).toBeFocused();
	await page.keyboard.press('F6');
	await expect(page.getByRole('link', { name: 'Matrix' })).toBeFocused();
	await page.keyboard.press('F6');
	await expect(focused(page)).toHaveText(cell ?? '');
	await page.keyboard.press('Shift+F6');
	await expect(page.getByRole('link', { name: 'Matrix' })).toBeFocused();

	// The driver's own scripts count as the person's, so the page takes focus to itself: go back first.
	const skip = page.getByRole('button', { name: 'Skip to the content' });
	await page.getByRole('link', { name: 'All workbooks' }).focus();
	await page.keyboard.press('Shift+Tab');
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
});

test('a message is reached by F8, over a dialog as well, and goes with its workbook', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await startEmpty(page, 'Nordwind');
	await page.keyboard.press('Control+s');
	await page.keyboard.press('F8');
	await expect(focused(page)).toHaveText('Download a copy');
	await page.keyboard.press('Escape');
	await expect(page.getByText('Every change is saved')).toHaveCount(0);

	await page.keyboard.press('Control+s');
	await page.getByRole('button', { name: 'Workbook actions' }).click();
	await page.getByRole('menuitem', { name: 'Rename this workbook…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Rename this workbook' });
	await dialog.getByRole('button', { name: 'Dismiss' }).click();
	await expect(page.getByText('Every change is saved')).toHaveCount(0);
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');

	await page.keyboard.press('Control+s');
	await expect(page.getByRole('button', { name: 'Download a copy' })).toBeVisible();
	await goToShelf(page);
	await expect(page.getByRole('button', { name: 'Download a copy' })).toHaveCount(0);
});

test('the appearance is kept in the browser', async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('menuitem', { name: 'Appearance…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Appearance' });
	await dialog.getByText('Dark').click();
	await dialog.getByText('Compact').click();
	await dialog.getByText('Reduced').click();
	await expectNoAxeViolations(page);
	await page.reload();
	await expect(page.getByRole('main')).toBeVisible();
	const root = page.locator('html');
	await expect(root).toHaveAttribute('data-theme', 'dark');
	await expect(root).toHaveAttribute('data-density', 'compact');
	await expect(root).toHaveAttribute('data-motion', 'reduce');
});

test('a fault outside of drawing is told, and the page goes on', async ({
	page,
	appAddress,
	watched,
}) => {
	watched.expectTrouble(/the sky fell/);
	await openApp(page, appAddress);
	await page.evaluate(() => {
		setTimeout(() => {
			throw new Error('the sky fell');
		});
	});
	await expect(page.getByRole('alert')).toContainText('the sky fell');
	await startEmpty(page, 'Nordwind');
});

test('at 320 pixels nothing has to be scrolled sideways, and a low screen scrolls', async ({
	page,
	appAddress,
}) => {
	await page.setViewportSize({ width: 320, height: 256 });
	await openApp(page, appAddress);
	await openExample(page);
	for (const place of ['Matrix', 'Imports', 'Activity']) {
		await goToPlace(page, place);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBe(320);
	}
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	expect(height).toBeGreaterThan(256);
	await page.keyboard.press('Control+k');
	await expect(palette(page)).toBeInViewport({ ratio: 1 });
});
