/** Other ways to a cell than plain keys and a mouse: input methods, a finger. */
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import {
	cellAt,
	columnHead,
	expectActive,
	handleOf,
	press,
	selected,
	startWithFive,
} from './matrix-hands.ts';
import { matrixGrid } from './matrix-page.ts';

test.beforeEach(async ({ page, context, appAddress }) => {
	await startWithFive({ page, context, appAddress });
});

test('an input method composes in the cell, and no letter is lost', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	const compose = (text: string) =>
		session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
	await press(page, 'ArrowRight');
	await compose('k');
	await compose('か');
	await expectActive(page, 'B1');
	await session.send('Input.insertText', { text: 'か' });
	await expect(cellAt(page, 0, 'B').getByRole('textbox')).toHaveValue('か');
	await compose('n');
	await session.send('Input.insertText', { text: 'ん' });
	await press(page, 'Enter');
	await expect(cellAt(page, 0, 'B')).toHaveText('かん');
	// Left in the middle of a word, what was composed is kept.
	await compose('さ');
	await cellAt(page, 3, 'C').click();
	await expect(cellAt(page, 1, 'B')).toHaveText('さ');
	await press(page, 'Control+z');
	await expect(cellAt(page, 1, 'B')).toHaveText('Movers');
});

test.describe('a finger', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 800, height: 700 } });

	test('taps to select and taps again to edit; the handle extends the selection', async ({
		page,
	}) => {
		await cellAt(page, 1, 'B').tap();
		await expectActive(page, 'B2');
		await expect(cellAt(page, 1, 'B').getByRole('textbox')).toHaveCount(0);
		await cellAt(page, 1, 'B').tap();
		await expect(cellAt(page, 1, 'B').getByRole('textbox')).toBeFocused();
		await press(page, 'Escape');
		const [handle, target] = [
			await handleOf(page).boundingBox(),
			await cellAt(page, 3, 'C').boundingBox(),
		];
		if (!handle || !target) throw new Error('No handle or no target');
		expect(handle.width).toBeGreaterThanOrEqual(20);
		await swipe(page, { x: handle.x + 8, y: handle.y + 8 }, { x: target.x + 8, y: target.y + 8 });
		expect(await selected(page)).toEqual([
			'Movers',
			'Access is changed',
			'Leavers',
			'Access is taken',
			'Reviews',
			'Access is reviewed',
		]);
	});

	test('that rests extends the selection, and opens the menu on what is selected', async ({
		page,
	}) => {
		await cellAt(page, 1, 'B').tap();
		await hold(page, cellAt(page, 3, 'C'), async () => {
			await expect(cellAt(page, 3, 'C')).toHaveAttribute('aria-selected', 'true');
		});
		await expectActive(page, 'B2');
		expect(await selected(page)).toHaveLength(6);
		await expect(page.getByRole('menu')).toHaveCount(0);
		await hold(page, cellAt(page, 2, 'C'), async () => {
			await expect(page.getByRole('menu')).toBeVisible();
		});
		await page.getByRole('menuitem', { name: 'Clear' }).tap();
		expect(await selected(page)).toEqual(Array.from({ length: 6 }, () => ''));
	});

	test('moves a column by the menu of its head', async ({ page }) => {
		const title = columnHead(page, 'Title');
		await hold(page, title, async () => {
			await expect(page.getByRole('dialog', { name: 'Title' })).toBeVisible();
		});
		await page.getByRole('button', { name: 'Move right' }).tap();
		await expect(columnHead(page, 'Title')).toHaveAttribute('aria-colindex', '4');
	});

	test('that moves scrolls, and selects nothing', async ({ page }) => {
		await cellAt(page, 0, 'A').tap();
		const box = await cellAt(page, 2, 'C').boundingBox();
		if (!box) throw new Error('The cell has no box');
		const at = { x: box.x + 90, y: box.y + 8 };
		await swipe(page, at, { x: at.x - 200, y: at.y });
		await expect
			.poll(() => matrixGrid(page).evaluate((grid) => grid.scrollLeft))
			.toBeGreaterThan(100);
		await expectActive(page, 'A1');
	});
});

interface Point {
	readonly x: number;
	readonly y: number;
}

/** Rests a finger on an element until something has come of it. */
async function hold(page: Page, target: Locator, until: () => Promise<void>): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const box = await target.boundingBox();
	if (!box) throw new Error('What is held has no box');
	const touchPoints = [{ x: box.x + 30, y: box.y + 8 }];
	await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
	await until();
	await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function swipe(page: Page, from: Point, to: Point): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints });
	await touch('touchStart', [from]);
	for (let step = 1; step <= 10; step += 1) {
		const share = step / 10;
		await touch('touchMove', [
			{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
		]);
	}
	await touch('touchEnd', []);
}
