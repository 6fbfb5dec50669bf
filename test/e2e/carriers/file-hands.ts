/** What a person does with a file of changes: saves one, chooses one, drops one on the workbook. */
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect } from '../fixtures.ts';
import type { FileToChoose } from '../matrix-files.ts';
import { openReviewTab } from '../review-sides.ts';

/** Saves a file of all that this browser has. */
export async function saveChanges(page: Page): Promise<FileToChoose> {
	await openReviewTab(page, 'Session');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a file for the others' }).click();
	const download = await downloading;
	return {
		name: download.suggestedFilename(),
		mimeType: 'application/octet-stream',
		buffer: await readFile(await download.path()),
	};
}

/** Takes a file by the file chooser of the review. */
export async function chooseChanges(page: Page, file: FileToChoose): Promise<void> {
	await openReviewTab(page, 'Session');
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Take a file that somebody sent' }).click();
	await (await choosing).setFiles(file);
}

/** Drops files on whatever the workbook shows. */
export async function dropOnWorkbook(page: Page, ...files: FileToChoose[]): Promise<void> {
	const dataTransfer = await page.evaluateHandle(
		(all) => {
			const dragged = new DataTransfer();
			for (const [name, content] of all) {
				const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
				dragged.items.add(new File([bytes], name));
			}
			return dragged;
		},
		files.map(({ name, buffer }) => [name, buffer.toString('base64')] as const),
	);
	const main = page.getByRole('main');
	for (const event of ['dragenter', 'dragover', 'drop'])
		await main.dispatchEvent(event, { dataTransfer });
}

/** Waits until the review says of the last files what each brought. */
export async function expectBrought(page: Page, words: RegExp, files = 1): Promise<void> {
	await expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(files);
}
