/**
 * Browsers whose people review one workbook together, each a process of its own, and the codes that
 * they hand to one another through the interface.
 */
import { chromium, type BrowserContext, type Locator, type Page } from '@playwright/test';

import { browserFlags, findBrowser } from '../tools/browser.ts';
import { expect } from './fixtures.ts';
import { skipWithoutNetwork } from './rtc-sides.ts';
import { goToPlace } from './shelf-page.ts';
import { watch, type Watch } from './watch.ts';

/** One person's browser with the app open in it. */
export interface ReviewSide {
	readonly page: Page;
	readonly watched: Watch;
	/** Fails where anything went wrong in it that nobody expected, and closes it. */
	close(): Promise<void>;
}

/** Of somebody's browser; the program is not kept for offline use, as in the other tests. */
export const window1440 = {
	viewport: { width: 1440, height: 900 },
	serviceWorkers: 'block',
} as const;

/** What each half of a meeting takes at most, milliseconds: looking for each other is most of it. */
const meeting = { timeout: 30_000 };

/** What a browser gets before the app is opened in it. */
interface Preparation {
	readonly flags?: readonly string[];
	/** Runs in every page before the app. */
	readonly script?: () => void;
}

/** Starts a browser with the app on its shelf. Skips the test where browsers here have no network. */
export async function openSide(
	appAddress: string,
	{ flags = [], script }: Preparation = {},
): Promise<ReviewSide> {
	const executablePath = await findBrowser();
	const browser = await chromium.launch({ executablePath, args: [...browserFlags, ...flags] });
	try {
		const context = await browser.newContext(window1440);
		if (script) await context.addInitScript(script);
		const { page, watched } = await sideIn(context, appAddress);
		return {
			...{ page, watched },
			async close() {
				await browser.close();
				expect(watched.complaints()).toEqual([]);
			},
		};
	} catch (error) {
		await browser.close();
		throw error;
	}
}

/** The app in a context that stands already, and what goes wrong there from now on. */
export async function sideIn(
	context: BrowserContext,
	address: string,
): Promise<{ readonly page: Page; readonly watched: Watch }> {
	await needsNetwork(context);
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const watched = await watch(context, new URL('.', address).href);
	watched.expectTrouble(/peer connection constructed/);
	const page = await context.newPage();
	await page.goto(address);
	return { page, watched };
}

async function needsNetwork(context: BrowserContext): Promise<void> {
	const probe = await context.newPage();
	const addresses = await probe.evaluate(async () => {
		const peer = new RTCPeerConnection();
		peer.createDataChannel('probe');
		await peer.setLocalDescription();
		while (peer.iceGatheringState !== 'complete')
			await new Promise((resolve) => (peer.onicegatheringstatechange = resolve));
		const found = peer.localDescription?.sdp.match(/^a=candidate:/gm)?.length ?? 0;
		peer.close();
		return found;
	});
	await probe.close();
	if (addresses === 0) skipWithoutNetwork('A browser here finds no address of this computer.');
}

/** Makes an invitation in the review of the open workbook; resolves to the link that is copied. */
export async function invite(host: Page, role = 'Editor', hostName = 'Dana'): Promise<string> {
	await goToPlace(host, 'Review');
	await host.getByRole('button', { name: 'Invite somebody' }).click();
	const dialog = host.getByRole('dialog', { name: 'Invite somebody' });
	const ownName = dialog.getByLabel('Your name');
	const asked = dialog.getByRole('radio', { name: role });
	await asked.check();
	if ((await ownName.count()) > 0) await ownName.fill(hostName);
	await dialog.getByRole('button', { name: 'Make the code' }).click();
	return copied(host, dialog.getByRole('button', { name: 'Copy the link' }));
}

/** Opens the link of an invitation and answers under a name; resolves to the code that is copied. */
export async function answer(guest: Page, link: string, name: string): Promise<string> {
	await guest.goto('about:blank');
	await guest.goto(link);
	await expect(guest.getByRole('heading', { name: 'Join a review' })).toBeVisible();
	await guest.getByLabel('Your name').fill(name);
	await guest.getByRole('button', { name: 'Make the answer' }).click();
	return copied(guest, guest.getByRole('button', { name: 'Copy the answer' }));
}

/** Pastes an answer where the invitation was made. */
export async function takeAnswer(host: Page, code: string): Promise<void> {
	await host.getByLabel('The answer they send back').fill(code);
	await host.getByRole('button', { name: 'Take the answer' }).click();
}

/** Lets somebody in whose answer was taken, once the words are the same on both screens. */
export async function letIn(host: Page, guest: Page, name: string): Promise<void> {
	const dialog = host.getByRole('dialog', { name: 'Compare the words' });
	const heard = await wordsIn(dialog.getByRole('list', { name: `Words of ${name}` }));
	expect(await wordsIn(guest.getByRole('list', { name: 'Your words' }))).toEqual(heard);
	await dialog.getByRole('button', { name: 'Let in', exact: true }).click();
}

/** Waits until both say that they met, and leaves the host's dialog. */
export async function met(host: Page, guest: Page): Promise<void> {
	const dialog = host.getByRole('dialog', { name: 'Joined' });
	await expect(dialog).toBeVisible(meeting);
	await dialog.getByRole('button', { name: 'Done' }).click();
	await expect(guest).toHaveURL(/overview$/, meeting);
}

/** All of it: somebody new comes into the session of the workbook that the host has open. */
export async function bringIn(
	host: Page,
	guest: Page,
	name: string,
	role = 'Editor',
): Promise<void> {
	const code = await answer(guest, await invite(host, role), name);
	await takeAnswer(host, code);
	await letIn(host, guest, name);
	await met(host, guest);
}

/** Opens a part of the review of the open workbook. */
export async function openReviewTab(page: Page, name: string): Promise<void> {
	await goToPlace(page, 'Review');
	const tab = page
		.getByRole('tablist', { name: 'Parts of the review' })
		.getByRole('tab', { name: new RegExp(`^${name}`) });
	await tab.click();
	await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/**
 * Waits until this screen says that the copy of `name` was found to be the same as its own, by the
 * digests of all they hold, later than `since` (milliseconds since 1970).
 */
export async function expectSameCopy(page: Page, name: string, since: number): Promise<void> {
	await openReviewTab(page, 'Members');
	const member = page.getByRole('listitem').filter({ hasText: name });
	const found = member.locator('small', { hasText: 'Same copy as yours' }).locator('time').last();
	await expect
		.poll(async () => Date.parse((await found.getAttribute('datetime')) ?? ''), meeting)
		.toBeGreaterThan(since);
}

/** The six words of a list, which stands only when they are known. */
async function wordsIn(list: Locator): Promise<readonly string[]> {
	await expect(list.getByRole('listitem')).toHaveCount(6);
	return list.getByRole('listitem').allInnerTexts();
}

/** What a button that copies puts on the clipboard. */
async function copied(page: Page, button: Locator): Promise<string> {
	await button.click();
	await expect(page.getByText('Copied', { exact: true })).toBeVisible();
	return page.evaluate(() => navigator.clipboard.readText());
}
