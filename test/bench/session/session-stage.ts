/** Two browsers, each a process of its own, and a document of 10,000 controls (18 MB) to be shared. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium, type Browser, type Page } from '@playwright/test';
import * as Y from 'yjs';

import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';
import { browserFlags, findBrowser } from '../../tools/browser.ts';
import { servePages } from '../../tools/serve-pages.ts';
import { manyControls } from '../many-controls.ts';

export interface SessionStage {
	/** The one that has the document, and the one that joins. */
	readonly host: Browser;
	readonly guest: Browser;
	/** What is shared. */
	readonly workbook: Workbook;
	/** Address of the folder with bare.html and carrier.html. */
	readonly pages: string;
	close(): Promise<void>;
}

const source = fileURLToPath(new URL('./pages/', import.meta.url));
/** As many columns of the workbook's own as make its document one of 18 MB. */
const ownColumns = 30;

export async function openSessionStage(): Promise<SessionStage> {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(10_000, ownColumns));
	const pages = await servePages(source);
	await writeFile(join(pages.folder, 'document.bin'), Y.encodeStateAsUpdate(workbook.doc));
	const executablePath = await findBrowser();
	const start = () => chromium.launch({ executablePath, args: browserFlags });
	const [host, guest] = await Promise.all([start(), start()]);
	return {
		...{ host, guest, workbook },
		pages: pages.address,
		async close() {
			await Promise.all([host.close(), guest.close()]);
			await pages.close();
		},
	};
}

/**
 * Opens the same address in both browsers, lets `drive` work there, and closes the pages.
 * Resolves to what `drive` does.
 */
export async function onTwoPages<Value>(
	{ host, guest }: SessionStage,
	address: string,
	drive: (host: Page, guest: Page) => Promise<Value>,
): Promise<Value> {
	const [one, other] = await Promise.all([openPage(host, address), openPage(guest, address)]);
	try {
		return await drive(one, other);
	} finally {
		await Promise.all([one.context().close(), other.context().close()]);
	}
}

async function openPage(browser: Browser, address: string): Promise<Page> {
	const context = await browser.newContext();
	// The compiler that runs these files names functions by a helper that pages do not know.
	await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	const page = await context.newPage();
	await page.goto(address);
	return page;
}
