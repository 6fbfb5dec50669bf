/** Six people in one session: all see everybody and end with the same, and go on when the host goes. */
import { chromium, type Browser, type Page } from '@playwright/test';

import { browserFlags, findBrowser } from '../tools/browser.ts';
import { expect, test } from './fixtures.ts';
import { plainMatrix } from './matrix-files.ts';
import { matrixGrid, typeInto } from './matrix-page.ts';
import {
	answer,
	expectSameCopy,
	invite,
	letIn,
	met,
	openReviewTab,
	sideIn,
	takeAnswer,
	window1440,
} from './review-sides.ts';
import { goToPlace, importFromShelf } from './shelf-page.ts';

const hostName = 'Dana';
const guestNames = ['Priya', 'Sam', 'Mei', 'Tomas', 'Ada'];
const everybody = [hostName, ...guestNames];

test.describe.configure({ timeout: 120_000 });

// Three people to a browser: contexts share nothing, and six browsers would crowd a small machine.
let browsers: readonly Browser[];

test.beforeEach(async () => {
	const executablePath = await findBrowser();
	const launch = () => chromium.launch({ executablePath, args: browserFlags });
	browsers = await Promise.all([launch(), launch()]);
});

test.afterEach(async () => {
	await Promise.all(browsers.map((browser) => browser.close()));
});

test('[P-24] six see one another, what each types stands with all, and nobody is parted when the host goes', async ({
	appAddress,
}) => {
	const sides = await Promise.all(
		everybody.map(async (_, nth) => {
			const browser = browsers[nth % browsers.length];
			if (!browser) throw new Error('No browser for somebody');
			const context = await browser.newContext(window1440);
			return sideIn(context, appAddress);
		}),
	);
	const [host, ...guests] = sides.map(({ page }) => page);
	if (!host) throw new Error('Nobody hosts');

	await importFromShelf(host, plainMatrix(12));
	for (const [nth, guest] of guests.entries()) {
		const name = guestNames[nth] ?? '';
		await takeAnswer(host, await answer(guest, await invite(host, 'Editor', hostName), name));
		await letIn(host, guest, name);
		await met(host, guest);
	}
	const pages: readonly Page[] = [host, ...guests];
	await Promise.all(
		pages.map(async (page, nth) => {
			await goToPlace(page, 'Matrix');
			await expect(matrixGrid(page)).toBeVisible();
			await typeInto(page, nth, 'Title', `Worded by ${everybody[nth] ?? ''}`);
		}),
	);
	for (const [nth, page] of pages.entries()) {
		for (const name of everybody) {
			await expect(page.getByText(`Worded by ${name}`, { exact: true })).toBeVisible();
		}
		const here = page.getByRole('button', { name: /^Here with you: / });
		for (const name of everybody.filter((_, other) => other !== nth)) {
			await expect(here).toHaveAccessibleName(new RegExp(name));
		}
	}
	const typed = Date.now();
	// All are linked to the host: equal to the host's, their copies are equal to one another.
	await Promise.all([
		guestNames.reduce(
			(before, name) => before.then(() => expectSameCopy(host, name, typed)),
			Promise.resolve(),
		),
		...guests.map((guest) => expectSameCopy(guest, hostName, typed)),
	]);

	// The host's page goes: the others go on, linked by links that their pages made of their own.
	await host.close();
	await Promise.all(
		guests.map(async (guest, nth) => {
			await goToPlace(guest, 'Matrix');
			await typeInto(guest, nth, 'Owner', `Owned by ${guestNames[nth] ?? ''}`);
		}),
	);
	for (const [nth, guest] of guests.entries()) {
		for (const name of guestNames) {
			await expect(guest.getByText(`Owned by ${name}`, { exact: true })).toBeVisible();
		}
		const here = guest.getByRole('button', { name: /^Here with you: / });
		for (const name of guestNames.filter((_, other) => other !== nth)) {
			await expect(here).toHaveAccessibleName(new RegExp(name));
		}
		// A goodbye may be lost with the page: then its silence tells, within the time a session gives it.
		await expect(here).not.toHaveAccessibleName(new RegExp(hostName), { timeout: 35_000 });
	}
	const [guest] = guests;
	if (guest) {
		await openReviewTab(guest, 'Session');
		await expect(
			guest.getByText(/Dana’s page was closed.* You are still linked with/),
		).toBeVisible();
	}
	expect(sides.flatMap(({ watched }) => watched.complaints())).toEqual([]);
});
