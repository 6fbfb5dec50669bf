/** Every place that says how ready a workbook is, with the example in it: axe finds nothing, nothing scrolls sideways. */
import type { Page } from '@playwright/test';

import { expectAccessible } from './by-keyboard.ts';
import { expect, expectNoAxeViolations, expectSoundStructure, openApp, test } from './fixtures.ts';
import { goToPlace } from './shelf-page.ts';

/** How a place is known to be there, and what is done there before axe looks again. */
const places: readonly {
	readonly place: string;
	readonly heading: string;
	readonly then?: (page: Page) => Promise<void>;
}[] = [
	{ place: 'Overview', heading: 'Where we stand' },
	{
		place: 'Scope',
		heading: 'Scope',
		then: (page) => choose(page, 'All on one page'),
	},
	{
		place: 'Criteria',
		heading: 'Criteria',
		then: async (page) => {
			await page.getByRole('gridcell', { name: /^CC6\.1 / }).click();
			await expect(page.getByRole('complementary', { name: /CC6\.1/ })).toBeVisible();
		},
	},
	{
		place: 'Checks',
		heading: 'Checks',
		then: (page) => page.getByRole('button', { name: /Control without owner/ }).click(),
	},
	{
		place: 'Gaps',
		heading: 'Gaps',
		then: (page) => choose(page, 'Plan'),
	},
	{
		place: 'Evidence',
		heading: 'Evidence',
		then: (page) => choose(page, 'By month'),
	},
	{ place: 'Matrix', heading: 'Control matrix' },
	{ place: 'Starter library', heading: 'Starter library' },
	{ place: 'Crosswalk', heading: 'Crosswalk' },
	{ place: 'Guidance', heading: 'Guidance' },
];

/** The label lies over the input. */
async function choose(page: Page, name: string): Promise<void> {
	await page.getByRole('radio', { name }).check({ force: true });
}

async function openTheExample(page: Page, address: string): Promise<void> {
	await openApp(page, address);
	await page.getByRole('button', { name: 'Open the example workbook' }).click();
	await expect(page.getByRole('heading', { name: 'Where we stand' })).toBeVisible();
}

test.describe.configure({ timeout: 120_000 });

for (const half of [0, 1]) {
	const some = places.filter((_, index) => index % 2 === half);
	const names = some.map(({ place }) => place.toLowerCase()).join(', ');

	test(`axe finds nothing in ${names}`, async ({ page, appAddress }) => {
		await openTheExample(page, appAddress);
		for (const { place, heading, then } of some) {
			await goToPlace(page, place);
			await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
			await then?.(page);
			await expectAccessible(page);
		}
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 380, height: 800 } });

	test('every place can be gone to and fits', async ({ page, appAddress }) => {
		await openTheExample(page, appAddress);
		for (const { place, heading } of places) {
			await goToPlace(page, place);
			await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
			await expectSoundStructure(page);
			const [wide, room] = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return [scrollWidth, clientWidth] as const;
			});
			expect(wide, place).toBeLessThanOrEqual(room);
		}
	});
});

for (const register of ['Risks', 'Vendors', 'Policies', 'Systems', 'People']) {
	test(`the register of ${register.toLowerCase()} is a grid with its records`, async ({
		page,
		appAddress,
	}) => {
		await openTheExample(page, appAddress);
		await goToPlace(page, register);
		await expect(page.getByRole('grid', { name: register })).toBeVisible();
		await expectNoAxeViolations(page);
	});
}
