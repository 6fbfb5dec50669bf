/** What members do who work on a workbook apart, and how they see that it came to the other. */
import type { Page } from '@playwright/test';

import { expect } from '../fixtures.ts';
import { cellAt } from '../matrix-hands.ts';
import { exportedRows, expectSaved, typeInto } from '../matrix-page.ts';
import { openReviewTab } from '../review-sides.ts';
import { goToPlace } from '../shelf-page.ts';

/** Ends every direct connection of this browser. */
export async function leaveSession(page: Page): Promise<void> {
	await openReviewTab(page, 'Session');
	await page.getByRole('button', { name: 'Leave the session' }).click();
	const dialog = page.getByRole('dialog', { name: 'Leave the session' });
	await dialog.getByRole('button', { name: 'Leave' }).click();
	await expect(page.getByText('Not connected.')).toBeVisible();
}

/** Words the title of a control anew. */
export async function word(page: Page, row: number, text: string): Promise<void> {
	await goToPlace(page, 'Matrix');
	await typeInto(page, row, 'Title', text);
	await expectSaved(page);
}

/** What the cell holds, without who is there. */
export function titleAt(page: Page, row: number) {
	return cellAt(page, row, 'B').locator('[data-content]');
}

/** Waits until the matrix shows this title. */
export async function expectTitle(page: Page, row: number, text: string): Promise<void> {
	await goToPlace(page, 'Matrix');
	await expect(titleAt(page, row)).toHaveText(text);
}

/** Asserts that both hold the same, by what they export. */
export async function expectAlike(one: Page, other: Page): Promise<void> {
	for (const page of [one, other]) await goToPlace(page, 'Matrix');
	expect(await exportedRows(one)).toEqual(await exportedRows(other));
}

/** What a way says of itself. */
function way(page: Page, title: string, words: string) {
	return page.getByRole('region', { name: title, exact: true }).getByText(words);
}

/** Waits until the shared folder says this of itself. */
export async function expectFolder(page: Page, words: string): Promise<void> {
	await expect(way(page, 'Shared folder', words)).toBeVisible();
}

/**
 * Waits until the relay says this of itself. Between two attempts to reach it again are 15 seconds at
 * most.
 */
export async function expectRelay(page: Page, words: string): Promise<void> {
	await expect(way(page, 'Your own relay', words)).toBeVisible({ timeout: 30_000 });
}
