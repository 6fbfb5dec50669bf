/** Tabs, a shared folder and a relay in a real browser, without a workbook behind them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test, type BrowserContext, type Page } from '@playwright/test';

import { startRelay } from '../tools/relay.mjs';
import { servePages, type ServedPages } from '../tools/serve-pages.ts';

const source = fileURLToPath(new URL('./stores-page/', import.meta.url));
const [priya, sam] = ['P'.repeat(43), 'S'.repeat(43)];
let pages: ServedPages;

test.beforeAll(async () => {
	pages = await servePages(source);
});

test.afterAll(async () => {
	await pages.close();
});

async function open(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${pages.address}/page.html`);
	await page.waitForFunction(() => 'storesStage' in window);
	return page;
}

async function openFolder(context: BrowserContext, device: string): Promise<Page> {
	const page = await open(context);
	await page.evaluate((name) => window.storesStage.openFolder(name), device);
	await expect.poll(() => page.evaluate(() => window.storesStage.links().length)).toBe(1);
	return page;
}

function came(page: Page): Promise<readonly number[]> {
	return page.evaluate(() => window.storesStage.came());
}

test('two devices share a folder: frames, great ones, a snapshot, and a file that is half there', async ({
	context,
}) => {
	const [one, other] = [await openFolder(context, priya), await openFolder(context, sam)];
	await one.evaluate(() => window.storesStage.send([1, 2], 10));
	await expect.poll(() => came(other)).toEqual([1, 2]);
	await other.evaluate(() => window.storesStage.send([3], 4 * 2 ** 20));
	await expect.poll(() => came(one)).toEqual([3]);

	await one.evaluate(() => window.storesStage.replaceOwn(9));
	await one.evaluate(() => window.storesStage.send([4], 10));
	await one.evaluate(() => window.storesStage.flush());
	const late = await openFolder(context, 'L'.repeat(43));
	expect(await came(late)).toEqual([9, 4, 3]);

	await expect.poll(() => came(other)).toEqual([1, 2, 9, 4]);
	await copyBegun(one, '00000003.wbu', '00000004.wbu', 5);
	const saidThere = (): Promise<string> => other.evaluate(() => window.storesStage.said());
	await expect.poll(saidThere).toContain('has not arrived there whole');
	expect(await came(other)).toEqual([1, 2, 9, 4]);
	await copyBegun(one, '00000003.wbu', '00000004.wbu', 0);
	await expect.poll(() => came(other)).toEqual([1, 2, 9, 4, 4]);
	await expect.poll(saidThere).toContain('what others put there is read');
});

/** Copies a file of the first device under another name, without its last bytes. */
async function copyBegun(page: Page, from: string, to: string, without: number): Promise<void> {
	await page.evaluate(
		async ({ device, from, to, without }) => {
			const root = await navigator.storage.getDirectory();
			const place = await root.getDirectoryHandle(`readiness-review-${'ab'.repeat(8)}`);
			const own = await place.getDirectoryHandle(device);
			const whole = await (await own.getFileHandle(from)).getFile();
			const writable = await (await own.getFileHandle(to, { create: true })).createWritable();
			await writable.write(whole.slice(0, whole.size - without));
			await writable.close();
		},
		{ device: priya, from, to, without },
	);
}

test('one tab of a browser writes to the folder; the next takes over when it crashes', async ({
	context,
}) => {
	const first = await openFolder(context, priya);
	const second = await open(context);
	await second.evaluate((device) => window.storesStage.openFolder(device), priya);
	expect(await second.evaluate(() => window.storesStage.said())).toContain('Another tab');
	await first.evaluate(() => window.storesStage.send([1], 10));
	await first.evaluate(() => window.storesStage.flush());
	await first.close();
	await expect.poll(() => came(second)).toEqual([1]);
});

test('tabs meet, hand over frames, and notice one that crashed', async ({ context }) => {
	const tabs = [await open(context), await open(context), await open(context)];
	for (const [index, page] of tabs.entries()) {
		await page.evaluate((run) => window.storesStage.openTabs(run), `tab-${index}`);
	}
	const [a, b, c] = tabs as [Page, Page, Page];
	for (const page of tabs) {
		await expect.poll(() => page.evaluate(() => window.storesStage.links().length)).toBe(2);
	}
	await a.evaluate(() => window.storesStage.send([1], 300_000));
	for (const page of [b, c]) await expect.poll(() => came(page)).toEqual([1]);
	// Playwright closes it without running what a page runs when it is left.
	await b.close();
	for (const page of [a, c]) {
		await expect.poll(() => page.evaluate(() => window.storesStage.links().length)).toBe(1);
	}
});

test('a page that may connect to nobody reaches its relay through the worker', async ({
	browser,
}) => {
	const data = await mkdtemp(join(tmpdir(), 'relay-'));
	const relay = await startRelay({ data });
	const contexts = [await browser.newContext(), await browser.newContext()];
	try {
		const [one, other] = (await Promise.all(contexts.map(open))) as [Page, Page];
		for (const page of [one, other]) {
			await page.evaluate((address) => window.storesStage.openRelay(address), relay.address);
			await expect.poll(() => page.evaluate(() => window.storesStage.links().length)).toBe(1);
		}
		await one.evaluate(() => window.storesStage.send([1, 2], 10));
		await other.evaluate(() => window.storesStage.send([3], 4 * 2 ** 20));
		await expect.poll(() => came(other)).toEqual([1, 2]);
		await expect.poll(() => came(one)).toEqual([3]);
		const policy = await one.evaluate(
			(address) => window.storesStage.connectMyself(address),
			relay.address,
		);
		expect(policy).toBe('connect-src');
	} finally {
		for (const context of contexts) await context.close();
		await relay.close();
		await rm(data, { recursive: true });
	}
});
