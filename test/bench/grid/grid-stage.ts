/** A Chromium with the workbook open in one page and the bare one in another. */
import { chromium, type Page } from '@playwright/test';

import { browserFlags, findBrowser } from '../../tools/browser.ts';
import type { BenchCase } from '../measure.ts';
import { openGridSite, type GridSite } from './grid-site.ts';

export interface GridStage {
	/** Shows the matrix of 10,000 controls. */
	readonly page: Page;
	/** Where the workbook is. */
	readonly address: string;
	/** For the bare pages; their document is stored. */
	readonly barePage: Page;
	/** Address of the folder with list.html and load.html. */
	readonly bare: string;
	close(): Promise<void>;
}

/** Builds what is shown, and opens it. */
export async function openGridStage(): Promise<GridStage> {
	const site = await openGridSite();
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: browserFlags,
	});
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	// The compiler that runs these files names functions by a helper that pages do not know.
	await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	const [page, barePage] = [await context.newPage(), await context.newPage()];
	await page.bringToFront();
	await openCopy(page, site);
	await barePage.goto(`${site.bare}/load.html#store`);
	await barePage.locator('[data-loaded]').waitFor({ state: 'attached' });
	return {
		...{ page, barePage },
		address: page.url(),
		bare: site.bare,
		async close() {
			await browser.close();
			await site.close();
		},
	};
}

/** Puts the page that is measured in front: Chromium draws no frames of another. */
export function eachInFront({ page, barePage }: GridStage, bench: BenchCase): BenchCase {
	return {
		...bench,
		async ours() {
			await page.bringToFront();
			return bench.ours();
		},
		async theirs() {
			await barePage.bringToFront();
			return bench.theirs();
		},
	};
}

/** Opens the saved copy on the shelf and goes to its matrix, as a person does, and waits until the app is kept as well. */
async function openCopy(page: Page, { app, copy }: GridSite): Promise<void> {
	await page.goto(app);
	const file = { name: 'Many.workbook', mimeType: 'application/octet-stream', buffer: copy };
	await page.locator('input[type="file"]').setInputFiles(file);
	const places = page.getByRole('navigation', { name: 'Places of this workbook' });
	await places.getByRole('link', { name: 'Matrix' }).click();
	await page.getByRole('grid', { name: 'Controls' }).waitFor();
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
}
