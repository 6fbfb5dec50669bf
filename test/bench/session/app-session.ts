/** Two people meet in the app as it is built, by its screens, over a workbook of 10,000 controls. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, type Page } from '@playwright/test';
import { build } from 'vite';

import { writeCopy } from '../../../src/storage/copy-file.ts';
import { answer, expectSameCopy, invite, letIn, met, takeAnswer } from '../../e2e/review-sides.ts';
import { serveFolder } from '../../tools/serve.mjs';
import type { ShareOnce } from './session-benches.ts';
import { onTwoPages, type SessionStage } from './session-stage.ts';

export interface AppSession {
	readonly share: ShareOnce;
	close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const patience = { timeout: 120_000 };

/** Builds and serves the app, with a saved copy of the stage's workbook for the host. */
export async function openAppSession(stage: SessionStage): Promise<AppSession> {
	const outDir = await mkdtemp(join(tmpdir(), 'session-bench-'));
	await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
	const app = await serveFolder(outDir, 0);
	const copy = await writeCopy(stage.workbook.doc, 'Many', new Date().toISOString(), []);
	const buffer = Buffer.from(await copy.arrayBuffer());
	return {
		share: () => onTwoPages(stage, app.address, (host, guest) => shareInApp(host, guest, buffer)),
		async close() {
			await app.close();
			await rm(outDir, { recursive: true });
		},
	};
}

/**
 * From letting somebody in until their page says that the workbook is here: the member list, opening
 * the workbook and storing it are part of it; checks and scores, which are worked out in steps after
 * that, are not. Afterwards their overview has to count the last control, and both have to find their
 * copies equal.
 */
async function shareInApp(host: Page, guest: Page, copy: Buffer): Promise<number> {
	for (const page of [host, guest]) {
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	}
	const file = { name: 'Many.workbook', mimeType: 'application/octet-stream', buffer: copy };
	await host.locator('input[type="file"]').setInputFiles(file);
	// Reading a copy of 18 MB takes its time.
	await expect(host.getByRole('navigation', { name: 'Places of this workbook' })).toBeVisible(
		patience,
	);
	await takeAnswer(host, await answer(guest, await invite(host), 'Priya'));
	const here = whenHere(guest);
	await letIn(host, guest, 'Priya');
	const begun = Date.now();
	const taken = (await here) - begun;
	await expect(guest.getByRole('main')).toContainText(/10,?000 controls/, patience);
	const since = Date.now();
	await met(host, guest);
	await expectSameCopy(host, 'Priya', since);
	await expectSameCopy(guest, 'Dana', since);
	return taken;
}

/**
 * The instant at which the page itself no longer says that the workbook is coming in, milliseconds of
 * the clock that both browsers share: somebody who asks from outside waits for a turn of the page.
 */
function whenHere(guest: Page): Promise<number> {
	return guest.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let wasSeen = false;
				const look = (): void => {
					const isSeen =
						document.querySelector('main')?.textContent.includes('is coming in') === true;
					if (wasSeen && !isSeen) {
						observer.disconnect();
						resolve(Date.now());
					}
					wasSeen ||= isSeen;
				};
				const observer = new MutationObserver(look);
				observer.observe(document, { subtree: true, childList: true });
			}),
	);
}
