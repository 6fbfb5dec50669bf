/**
 * The browser is killed like a power cut, at instants drawn by chance: what the screen had shown as
 * saved is there afterwards. KILL_TRIALS says how often, KILL_SEED repeats a run.
 */
import type { Page } from '@playwright/test';

import { expect, openApp, test } from './fixtures.ts';
import {
	createProfile,
	removeProfile,
	startOnProfile,
	type KillableBrowser,
} from './killable-browser.ts';
import { plainMatrix } from './matrix-files.ts';
import { expectSaved, goToCell, matrixGrid } from './matrix-page.ts';
import { collectSavedTexts, frames } from './saved-texts.ts';
import { chooseFile, importButton, importFromShelf, reachTheCheck } from './shelf-page.ts';

const trials = Number(process.env.KILL_TRIALS ?? 4);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

test.describe.configure({ timeout: 60_000 + trials * 20_000 });

let profile: string;

test.beforeEach(async () => {
	test.info().annotations.push({ type: 'seed', description: `KILL_SEED=${seed}` });
	profile = await createProfile();
});

test.afterEach(async () => {
	await removeProfile(profile);
});

test('no edit that was shown as saved is lost', async ({ appAddress }) => {
	const draw = randomSource(seed);
	const rows = 18;
	let [browser, page] = await startPage();
	await openApp(page, appAddress);
	await importFromShelf(page, plainMatrix(rows));
	await expectSaved(page);
	const address = page.url();
	let claims = 0;

	for (let trial = 0; trial < trials; trial += 1) {
		const saved = await collectSavedTexts(page, new RegExp(`^edit ${trial}\\.`));
		await goToCell(page, 0, 'Title');
		const keys = Array.from({ length: rows }, (_, row) => [
			...Array.from(`edit ${trial}.${row}`),
			'Enter',
		]);
		const presses = keys.slice(0, 1 + draw(rows)).flat();
		// Half of the kills hit the write that an Enter started, the others the typing.
		if (draw(2)) presses.splice(presses.length - draw(8));
		for (const key of presses) await page.keyboard.press(key);
		await frames(page, draw(4));
		await browser.kill();
		claims += saved.size;

		[browser, page] = await startPage();
		await page.goto(address);
		await expect(matrixGrid(page)).toBeVisible();
		const shown = await page.getByRole('gridcell').allInnerTexts();
		expect(shown.map((text) => text.trim())).toEqual(expect.arrayContaining([...saved]));
		await expect(page.getByText('Something was not as it was stored')).toHaveCount(0);
	}
	expect(claims).toBeGreaterThan(0);
	await browser.quit();
});

test('an import is there as a whole or not at all', async ({ appAddress }) => {
	const draw = randomSource(seed);
	const rows = 2_500;
	let [browser, page] = await startPage();
	let mostFrames = 0;

	for (let trial = 0; trial < trials; trial += 1) {
		await openApp(page, appAddress);
		await chooseFile(page, { ...plainMatrix(rows), name: `Trial ${trial}.xlsx` });
		await reachTheCheck(page);
		const saved = await collectSavedTexts(page, /controls came in$/);
		await importButton(page).click({ noWaitAfter: true });
		if (trial === 0) mostFrames = await framesUntil(page, () => saved.size > 0);
		else await frames(page, draw(Math.ceil(mostFrames * 1.2)));
		const address = new URL(page.url());
		await browser.kill();

		[browser, page] = await startPage();
		await page.goto(address.href.replace(/import$/, 'matrix'));
		const nothing = page.getByRole('heading', { name: 'No controls yet' });
		const whole = page.getByRole('status').filter({ hasText: /^2,500 controls$/ });
		await expect(nothing.or(whole)).toBeVisible();
		if (saved.size > 0) await expect(whole).toBeVisible();
		await expect(page.getByText('Something was not as it was stored')).toHaveCount(0);
	}
	await browser.quit();
});

async function startPage(): Promise<[KillableBrowser, Page]> {
	const browser = await startOnProfile(profile);
	const page = await browser.context.newPage();
	return [browser, page];
}

async function framesUntil(page: Page, reached: () => boolean): Promise<number> {
	let count = 0;
	while (!reached()) {
		await frames(page, 1);
		count += 1;
	}
	return count;
}

/** Whole numbers from 0 to below a limit, the same for the same seed (mulberry32). */
function randomSource(from: number): (limit: number) => number {
	let state = from;
	return (limit) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
}
