/** The matrix on small, touched and enlarged screens, with texts from right to left, and with a peer. */
import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { cellAt, expectActive, paste, press } from './matrix-hands.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';
import { startEmpty } from './shelf-page.ts';

const long = 'A word that goes on '.repeat(60);

const rows = [
	['AC-01', 'مراجعة الوصول', 'تتم المراجعة كل ربع سنة (CC6.1).', 'CC6.1', 'أمينة', 'Planned'],
	['AC-02', 'Long', long, 'CC6.2', 'x'.repeat(80), 'Implemented'],
	['AC-03', 'שלום עולם', 'Mixed עברית and English, 42 %', 'CC6.3', '', 'soon'],
];

async function startWithThree(page: Page, appAddress: string): Promise<void> {
	await openApp(page, appAddress);
	await startEmpty(page, 'مصفوفة الضوابط');
	await page.getByRole('button', { name: 'Add a control' }).click();
	await goToCell(page, 0, 'Control ID');
	await paste(page, rows.map((row) => row.join('\t')).join('\n'));
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '4');
	await press(page, 'Control+Home');
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const [wide, room] = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return [scrollWidth, clientWidth] as const;
	});
	expect(wide).toBeLessThanOrEqual(room);
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const [screen, options] of Object.entries({
	'at 400 %': { viewport: { width: 320, height: 256 } },
	'on a phone in the dark': {
		viewport: { width: 380, height: 800 },
		colorScheme: 'dark' as const,
		hasTouch: true,
	},
})) {
	test.describe(screen, () => {
		test.use(options);

		test('the matrix is read, edited and opened, and axe finds nothing', async ({
			page,
			appAddress,
		}) => {
			await startWithThree(page, appAddress);
			await expectNoAxeViolations(page);
			await expectNoSidewaysScroll(page);

			await goToCell(page, 2, 'Status');
			await expect(page.locator(':focus')).toBeInViewport();
			await page.keyboard.type('Implemented');
			await press(page, 'Enter');
			await goToCell(page, 2, 'Status');
			await expect(page.locator(':focus')).toHaveText('Implemented');

			await press(page, 'Control+Enter');
			await expect(page.getByRole('complementary')).toBeVisible();
			await expectNoAxeViolations(page);
			await expectNoSidewaysScroll(page);
			await press(page, 'Escape');
			await expect(page.locator(':focus')).toHaveText('Implemented');
		});
	});
}

test('text from right to left begins at the right, beside text that does not', async ({
	page,
	appAddress,
}) => {
	await startWithThree(page, appAddress);
	const directionOf = (row: number, letter: string) =>
		cellAt(page, row, letter)
			.locator('[data-content]')
			.evaluate((content) => getComputedStyle(content).direction);
	expect(await directionOf(0, 'B')).toBe('rtl');
	expect(await directionOf(1, 'B')).toBe('ltr');
	expect(await directionOf(2, 'B')).toBe('rtl');
	expect(await directionOf(2, 'C')).toBe('ltr');
});

test('it keeps that direction while it is edited, in its cell and beside the matrix', async ({
	page,
	appAddress,
}) => {
	await startWithThree(page, appAddress);
	const directionOfField = () =>
		page.locator(':focus').evaluate((field) => getComputedStyle(field).direction);
	await goToCell(page, 0, 'Title');
	await press(page, 'F2');
	expect(await directionOfField()).toBe('rtl');
	await press(page, 'Escape');
	await goToCell(page, 0, 'Owner');
	await press(page, 'F2');
	expect(await directionOfField()).toBe('rtl');
	await press(page, 'Escape', 'Control+Enter');
	for (const name of ['Title', 'Description', 'Owner']) {
		await page.getByRole('complementary').getByLabel(name, { exact: true }).focus();
		expect(await directionOfField()).toBe('rtl');
	}
});

test('the active cell keeps focus while another tab changes what stands around it', async ({
	page,
	context,
	appAddress,
}) => {
	await startWithThree(page, appAddress);
	await goToCell(page, 2, 'Title');
	const other = await context.newPage();
	await other.goto(page.url());
	await goToCell(other, 0, 'Owner');
	await other.keyboard.type('Zoe');
	await other.keyboard.press('Enter');
	await expect(cellAt(other, 0, 'E')).toHaveText('Zoe');

	await page.bringToFront();
	await expect(cellAt(page, 0, 'E')).toHaveText('Zoe');
	await expectActive(page, 'B3');
	await page.keyboard.type('Mine');
	await press(page, 'Enter');
	await expect(cellAt(page, 2, 'B')).toHaveText('Mine');
});
