/**
 * In the middle of a session one of the browsers is killed like a power cut: whatever either screen
 * had shown as saved, its own or the other's, is there when it is started again and they meet.
 */
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import {
	createProfile,
	removeProfile,
	startOnProfile,
	type KillableBrowser,
} from './killable-browser.ts';
import { plainMatrix } from './matrix-files.ts';
import { goToCell, matrixGrid } from './matrix-page.ts';
import {
	answer,
	bringIn,
	expectSameCopy,
	invite,
	met,
	sideIn,
	takeAnswer,
} from './review-sides.ts';
import { collectSavedTexts } from './saved-texts.ts';
import { goToPlace, importFromShelf } from './shelf-page.ts';

test.describe.configure({ timeout: 120_000 });

const rows = 12;
let profiles: readonly [string, string];

test.beforeEach(async () => {
	profiles = await Promise.all([createProfile(), createProfile()]);
});

test.afterEach(async () => {
	await Promise.all(profiles.map(removeProfile));
});

for (const victim of ['host', 'guest'] as const) {
	test(`killing the browser of the ${victim} loses nothing that either had taken`, async ({
		appAddress,
	}) => {
		const sides = {
			host: await start(profiles[0], appAddress),
			guest: await start(profiles[1], appAddress),
		};
		await importFromShelf(sides.host.page, plainMatrix(rows));
		await bringIn(sides.host.page, sides.guest.page, 'Priya');
		const saved = { host: await watchMatrix(sides.host), guest: await watchMatrix(sides.guest) };

		const typing = Promise.allSettled([
			typeDown(sides.host.page, 'Owner', 'Dana types'),
			typeDown(sides.guest.page, 'Title', 'Priya types'),
		]);
		// Each has seen some of what the other did, with the rest still being typed.
		await expect.poll(() => countOf(saved.host, 'Priya')).toBeGreaterThan(2);
		await expect.poll(() => countOf(saved.guest, 'Dana')).toBeGreaterThan(2);
		await sides[victim].browser.kill();
		await typing;

		const address = sides[victim].page.url();
		sides[victim] = await start(profiles[victim === 'host' ? 0 : 1], address);
		await expectShown(sides[victim].page, saved[victim]);
		const { host, guest } = sides;
		await takeAnswer(host.page, await answer(guest.page, await invite(host.page), 'Priya'));
		await met(host.page, guest.page);
		const again = Date.now();
		for (const { page } of [host, guest]) {
			await goToPlace(page, 'Matrix');
			await expectShown(page, new Set([...saved.host, ...saved.guest]));
		}
		await expectSameCopy(host.page, 'Priya', again);
		await Promise.all([host.browser.quit(), guest.browser.quit()]);
	});
}

interface Life {
	readonly page: Page;
	readonly browser: KillableBrowser;
}

async function start(profile: string, address: string): Promise<Life> {
	const browser = await startOnProfile(profile);
	const { page } = await sideIn(browser.context, address);
	return { page, browser };
}

/** What the matrix shows as saved of what is typed from now on, whoever types it. */
async function watchMatrix({ page }: Life): Promise<ReadonlySet<string>> {
	await goToPlace(page, 'Matrix');
	await expect(matrixGrid(page)).toBeVisible();
	return collectSavedTexts(page, /^\w+ types \d+$/);
}

function countOf(texts: ReadonlySet<string>, who: string): number {
	return [...texts].filter((text) => text.startsWith(who)).length;
}

/** Types into a column from the first row down; rejects where the browser is killed meanwhile. */
async function typeDown(page: Page, column: string, text: string): Promise<void> {
	await goToCell(page, 0, column);
	for (let row = 0; row < rows; row += 1) {
		await page.keyboard.type(`${text} ${row}`);
		await page.keyboard.press('Enter');
	}
}

async function expectShown(page: Page, texts: ReadonlySet<string>): Promise<void> {
	await expect(matrixGrid(page)).toBeVisible();
	await expect
		.poll(() => page.locator('[role="gridcell"] [data-content]').allInnerTexts())
		.toEqual(expect.arrayContaining([...texts]));
	await expect(page.getByText('Something was not as it was stored')).toHaveCount(0);
}
