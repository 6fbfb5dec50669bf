/** Ten thousand controls come in with progress that moves, and an import that is stopped leaves nothing. */
import type { Page } from '@playwright/test';

import { expect, openApp, test } from './fixtures.ts';
import { plainMatrix, type FileToChoose } from './matrix-files.ts';
import { expectSaved, matrixGrid } from './matrix-page.ts';
import { chooseFile, goToPlace, importButton, reachTheCheck, startEmpty } from './shelf-page.ts';

test.describe.configure({ timeout: 120_000 });

let large: FileToChoose;

test.beforeAll(() => {
	large = plainMatrix(10_000);
});

test.beforeEach(async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await startEmpty(page, 'Large');
	await page.getByRole('button', { name: 'Import a spreadsheet' }).click();
});

test('reading and importing 10,000 rows show how far they are', async ({ page }) => {
	const seen = await watchProgress(page);
	await chooseFile(page, large);
	await reachTheCheck(page);
	await importButton(page).click();
	await expect(page.getByRole('heading', { name: '10,000 controls came in' })).toBeVisible({
		timeout: 60_000,
	});
	const { Reading: reading = [], Importing: importing = [] } = await seen();
	// How many of the steps are painted is up to the machine.
	expect(new Set(reading).size).toBeGreaterThan(2);
	expect(reading).toEqual(reading.toSorted((a, b) => a - b));
	expect(new Set(importing).size).toBeGreaterThan(2);
	expect(importing).toEqual(importing.toSorted((a, b) => a - b));

	await page.getByRole('button', { name: 'Go to the matrix' }).click();
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '10001');
	await expectSaved(page);
	await page.reload();
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '10001');
});

test('reading can be cancelled', async ({ page }) => {
	await cancelOnce(page, 'Reading', 0.2);
	await chooseFile(page, large);
	await expect(page.getByRole('button', { name: 'Choose a spreadsheet' })).toBeVisible();
	await expectNothingImported(page);
});

test('importing can be cancelled', async ({ page }) => {
	await chooseFile(page, large);
	await reachTheCheck(page);
	await cancelOnce(page, 'Importing', 0.2);
	await importButton(page).click();
	await expect(importButton(page)).toBeEnabled();
	await expectNothingImported(page);
});

async function expectNothingImported(page: Page): Promise<void> {
	await goToPlace(page, 'Imports');
	await expect(page.getByText('10,000')).toHaveCount(0);
	await goToPlace(page, 'Matrix');
	await expect(page.getByRole('heading', { name: 'No controls yet' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'No controls yet' })).toBeVisible();
}

/** Notes every value a progress bar shows, by its label; ask for them when it is over. */
async function watchProgress(page: Page): Promise<() => Promise<Record<string, number[]>>> {
	await page.evaluate(() => {
		const seen: Record<string, number[]> = {};
		const note = (): void => {
			for (const bar of document.querySelectorAll('progress')) {
				const label = bar.labels[0]?.textContent.trim() ?? '';
				const values = (seen[label] ??= []);
				if (bar.hasAttribute('value') && values.at(-1) !== bar.value) values.push(bar.value);
			}
		};
		const options = { subtree: true, childList: true, attributes: true, characterData: true };
		new MutationObserver(note).observe(document.body, options);
		Object.assign(window, { seenProgress: () => seen });
	});
	return () =>
		page.evaluate(() =>
			(window as unknown as { seenProgress(): Record<string, number[]> }).seenProgress(),
		);
}

/** Presses Cancel as soon as the progress bar of that label is beyond a fraction. */
function cancelOnce(page: Page, label: string, beyond: number): Promise<void> {
	return page.evaluate(
		([wanted, fraction]) => {
			const look = new MutationObserver(() => {
				const bar = document.querySelector('progress');
				if (bar?.labels[0]?.textContent.trim() !== wanted || !(bar.value > fraction)) return;
				look.disconnect();
				bar.closest('.progress')?.querySelector('button')?.click();
			});
			look.observe(document.body, { subtree: true, childList: true, attributes: true });
		},
		[label, beyond] as const,
	);
}
