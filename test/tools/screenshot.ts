/**
 * Makes the README's picture, public/screenshot.png, from the built app: `npm run build && npm run
 * screenshot`. It shows the example workbook, so it is never out of date with the app.
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium, type Page } from '@playwright/test';

import { browserFlags, findBrowser } from './browser.ts';
import { serveFolder } from './serve.mjs';

const distFolder = fileURLToPath(new URL('../../dist/', import.meta.url));
const picture = fileURLToPath(new URL('../../public/screenshot.png', import.meta.url));
const largestBytes = 200_000;

const server = await serveFolder(distFolder, 0);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
try {
	const page = await browser.newPage({
		viewport: { width: 1360, height: 840 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	await page.goto(server.address);
	await showTheExample(page);
	await page.screenshot({ path: picture, caret: 'hide' });
} finally {
	await browser.close();
	await server.close();
}

const { size } = statSync(picture);
console.log(`${picture}: ${Math.round(size / 1000)} kB`);
if (size > largestBytes) {
	console.error(`Too large for the repository: keep it under ${largestBytes / 1000} kB.`);
	process.exitCode = 1;
}

/** From the empty shelf to the overview of the example workbook. */
async function showTheExample(page: Page): Promise<void> {
	await page.getByRole('button', { name: /example/i }).click();
	await page.getByRole('grid', { name: 'Criteria by how they stand' }).waitFor();
}
