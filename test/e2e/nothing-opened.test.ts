/**
 * With nothing set up, no place of the app reaches for anybody: no connection of any kind is as much
 * as constructed, and nothing is asked of another origin (which every test watches).
 */
import type { BrowserContext, Page } from '@playwright/test';

import { expect, openApp, singleFileAddress, test } from './fixtures.ts';
import { exportWorkbook, goToCell } from './matrix-page.ts';
import { goToPlace, goToShelf } from './shelf-page.ts';

// What it asks for is asked for here too.
test.use({ serviceWorkers: 'allow' });

const connections = ['RTCPeerConnection', 'WebSocket', 'EventSource', 'WebTransport'] as const;

for (const build of ['served', 'single file'] as const) {
	test.describe(`the ${build} build`, () => {
		if (build === 'single file') test.use({ appAddress: singleFileAddress });

		test('opens no connection in any place of a workbook', async ({
			page,
			context,
			appAddress,
			watched,
		}) => {
			const constructed = await spyOnConnections(context);
			const workers: string[] = [];
			page.on('worker', (worker) => workers.push(worker.url()));
			await openApp(page, appAddress);
			await page.getByRole('button', { name: 'Open the example workbook' }).click();
			await walkThePlaces(page);
			await walkTheReview(page);

			await goToPlace(page, 'Matrix');
			await goToCell(page, 1, 'Title');
			await page.keyboard.press('Control+Enter');
			await expect(page.getByRole('complementary')).toBeVisible();
			await exportWorkbook(page);
			await goToShelf(page);
			await page.evaluate(() => (location.hash = '#/join'));
			await expect(page.getByRole('main')).toBeVisible();

			expect(constructed).toEqual([]);
			expect(workers.filter((address) => address.includes('relay'))).toEqual([]);

			// The spy would have seen one.
			watched.expectTrouble(/peer connection constructed/);
			await page.evaluate(() => new RTCPeerConnection().close());
			await expect.poll(() => constructed).toEqual(['RTCPeerConnection']);
		});
	});
}

/** The names of the constructors of connections that pages of the context call from now on. */
async function spyOnConnections(context: BrowserContext): Promise<readonly string[]> {
	const constructed: string[] = [];
	await context.exposeFunction('reportConnection', (name: string) => constructed.push(name));
	await context.addInitScript((names) => {
		const scope = window as unknown as Record<string, new (...given: unknown[]) => object> & {
			readonly reportConnection: (name: string) => void;
		};
		for (const name of names) {
			const Real = scope[name];
			if (!Real) throw new Error(`This browser has no ${name} to be spied on`);
			scope[name] = new Proxy(Real, {
				construct(target, given: unknown[]) {
					scope.reportConnection(name);
					return new target(...given);
				},
			});
		}
	}, connections);
	return constructed;
}

/** Goes to every place that the rail shows, and waits until each has its heading. */
async function walkThePlaces(page: Page): Promise<void> {
	const rail = page.getByRole('navigation', { name: 'Places of this workbook' });
	await expect(rail).toBeVisible();
	const links = await rail.getByRole('link').all();
	expect(links.length).toBeGreaterThan(15);
	for (const link of links) {
		await link.click();
		await expect(link).toHaveAttribute('aria-current', 'page');
		await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
	}
}

async function walkTheReview(page: Page): Promise<void> {
	await goToPlace(page, 'Review');
	const tabs = page.getByRole('tablist', { name: 'Parts of the review' }).getByRole('tab');
	await expect(tabs).not.toHaveCount(0);
	for (const tab of await tabs.all()) {
		await tab.click();
		await expect(tab).toHaveAttribute('aria-selected', 'true');
		await expect(page.getByRole('tabpanel')).toBeVisible();
	}
}
