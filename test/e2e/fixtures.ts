/**
 * The `test` of every end-to-end test: the built app served on a port of its own, and a page whose
 * every request and complaint is watched. A test that causes trouble on purpose says so with
 * `watched.expectTrouble(/…/)`.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

import { serveFolder } from '../tools/serve.mjs';
import { watch, type Watch } from './watch.ts';

export { expect };

/** The build under test: dist/, or another folder named in E2E_DIST. */
export const distFolder =
	process.env.E2E_DIST ?? fileURLToPath(new URL('../../dist/', import.meta.url));
export const singleFileAddress = pathToFileURL(join(distFolder, 'readiness-workbook.html')).href;

interface TestFixtures {
	/** Where the app under test lives: the served build, or `singleFileAddress` by `test.use`. */
	readonly appAddress: string;
	readonly watched: Watch;
}

interface WorkerFixtures {
	/** The origin of the served build, without a slash at the end. */
	readonly origin: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	origin: [
		async ({}, use) => {
			const server = await serveFolder(distFolder, 0);
			await use(server.address);
			await server.close();
		},
		{ scope: 'worker' },
	],
	appAddress: async ({ origin }, use) => {
		await use(`${origin}/`);
	},
	watched: [
		async ({ context, appAddress }, use) => {
			const watched = await watch(context, appAddress);
			await use(watched);
			// What a page reports of itself arrives a moment after it happened.
			await expect.poll(() => watched.complaints(), { timeout: 5_000 }).toEqual([]);
		},
		{ auto: true },
	],
});

/** Opens the app and waits until it has drawn its first screen. */
export async function openApp(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(page.getByRole('main')).toBeVisible();
}

/**
 * Fails on any accessibility violation on the screen as it stands, naming rule and element; `rules`
 * limits it to some of axe's rules.
 */
export async function expectNoAxeViolations(page: Page, rules?: string[]): Promise<void> {
	const axe = axeOn(page);
	await expectNothing(rules ? axe.withRules(rules) : axe);
}

/** All but contrast, which takes longest and is the same on a screen of another size. */
export async function expectSoundStructure(page: Page): Promise<void> {
	await expectNothing(axeOn(page).disableRules(['color-contrast']));
}

/**
 * axe in the page itself, which has no frames of others, and with words about what it found wrong
 * only: to tell of every element that is right takes it longer than to look.
 */
function axeOn(page: Page): AxeBuilder {
	return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function expectNothing(axe: AxeBuilder): Promise<void> {
	const { violations } = await axe.analyze();
	const findings = violations.flatMap(({ id, help, nodes }) =>
		nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`),
	);
	expect(findings).toEqual([]);
}

/** Gives the page's origin `bytes` of storage from now on; undefined gives the usual quota back. */
export async function overrideQuota(page: Page, bytes: number | undefined): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Storage.overrideQuotaForOrigin', {
		origin: await page.evaluate(() => location.origin),
		...(bytes === undefined ? {} : { quotaSize: bytes }),
	});
}
