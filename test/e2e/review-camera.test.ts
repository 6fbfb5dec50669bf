/** A newcomer scans the invitation from the host's screen, and the host reads the answer off a picture. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { cameraFlags, videoOf } from './carriers/code-video.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { plainMatrix } from './matrix-files.ts';
import { matrixGrid, typeInto } from './matrix-page.ts';
import { invite, letIn, met, openSide } from './review-sides.ts';
import { goToPlace, importFromShelf } from './shelf-page.ts';

test.describe.configure({ timeout: 90_000 });

let folder: string;

test.beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'camera-'));
});

test.afterEach(async () => {
	await rm(folder, { recursive: true });
});

test('an invitation is scanned by the camera, its answer read off a picture; what a reviewer types is put forward', async ({
	appAddress,
}) => {
	const video = join(folder, 'camera.y4m');
	const [host, guest] = await Promise.all([
		openSide(appAddress),
		openSide(appAddress, { flags: cameraFlags(video) }),
	]);
	const [dana, priya] = [host.page, guest.page];
	await importFromShelf(dana, plainMatrix(3));
	await invite(dana, 'Reviewer');
	await writeFile(video, await videoOf(await shownCode(dana, 'QR code of the invitation')));

	await openJoining(priya);
	const scan = priya.getByRole('button', { name: 'Scan with the camera' });
	await scan.click();
	const refusal = 'The browser does not let this page use the camera.';
	await expect(priya.getByRole('alert').filter({ hasText: refusal })).toBeVisible();
	await expectNoAxeViolations(priya);

	await priya.context().grantPermissions(['camera', 'clipboard-read', 'clipboard-write']);
	await scan.click();
	await expect(priya.getByText('The code is read and stands in the field.')).toBeVisible();
	await expect(priya.getByText(refusal)).toBeHidden();
	await expect(scan).toBeFocused();
	await expect(priya.getByLabel('The invitation')).toHaveValue(/^rwin/);
	await priya.getByLabel('Your name').fill('Priya');
	await priya.getByRole('button', { name: 'Make the answer' }).click();

	const picture = await (await shownCode(priya, 'QR code of your answer')).screenshot();
	const choosing = dana.waitForEvent('filechooser');
	await dana.getByRole('button', { name: 'Choose a picture of it' }).click();
	await (await choosing).setFiles({ name: 'answer.png', mimeType: 'image/png', buffer: picture });
	await letIn(dana, priya, 'Priya');
	await met(dana, priya);

	// As a reviewer she changes nothing: what she types is put forward.
	await goToPlace(priya, 'Matrix');
	await typeInto(priya, 0, 'Title', 'Reworded by Priya');
	await expect(priya.getByText('1 value is put forward as a suggestion.').first()).toBeVisible();
	await goToPlace(dana, 'Matrix');
	await expect(matrixGrid(dana)).toContainText('1 suggestion');
	await expect(matrixGrid(dana)).not.toContainText('Reworded by Priya');
	await Promise.all([host.close(), guest.close()]);
});

/** Goes where an invitation is answered that came without a link. */
async function openJoining(page: Page): Promise<void> {
	await page.keyboard.press('Control+k');
	await page.keyboard.type('Join a review');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Join a review' })).toBeVisible();
}

/** Unfolds a code and resolves to it. */
async function shownCode(page: Page, label: string): Promise<Locator> {
	await page.getByText('QR code, for a camera').click();
	const code = page.getByRole('img', { name: label });
	await expect(code).toBeVisible();
	return code;
}
