/** Browsers that hold a session page each, and the codes passed between them. */
import { fileURLToPath } from 'node:url';

import { chromium, test, type Browser, type Page } from '@playwright/test';

import { browserFlags, findBrowser } from '../tools/browser.ts';
import { servePages, type ServedPages } from '../tools/serve-pages.ts';

const source = fileURLToPath(new URL('./rtc-page/', import.meta.url));

export interface Side {
	readonly browser: Browser;
	readonly page: Page;
}

export function serveSessionPage(): Promise<ServedPages> {
	return servePages(source);
}

/** A browser of its own, with the session page open. */
export async function openSide({ address }: ServedPages): Promise<Side> {
	const executablePath = await findBrowser();
	const browser = await chromium.launch({ executablePath, args: browserFlags });
	const page = await browser.newPage();
	await openSessionPage(page, address);
	return { browser, page };
}

export async function openSessionPage(page: Page, address: string): Promise<void> {
	await page.goto(`${address}/page.html`);
	await page.waitForFunction(() => 'rtcStage' in window);
}

/** Skips the test, and says how to make it run, where this machine offers browsers no address. */
export async function needsNetwork(page: Page): Promise<void> {
	const code = await invite(page);
	if (typeof code === 'string') skipWithoutNetwork(code);
}

/** Skips the running test loudly; `why`: what was found, in a sentence. */
export function skipWithoutNetwork(why: string): void {
	const reason =
		`NO WEBRTC HERE, so that sessions are NOT TESTED: ${why} In a container without a network: ` +
		'ip link add v1 type veth peer name v2; ip addr add 10.99.0.1/24 dev v1; ' +
		'ip link set v1 up; ip link set v2 up; ip route add default via 10.99.0.254';
	console.warn(reason);
	test.skip(true, reason);
}

export function invite(page: Page): Promise<readonly number[] | string> {
	return page.evaluate(() => window.rtcStage.invite());
}

/** The code, where there has to be one. */
export function codeOf(made: readonly number[] | string): readonly number[] {
	if (typeof made === 'string') throw new Error(made);
	return made;
}

/** The link on either side. */
export interface Joined {
	readonly host: string;
	readonly guest: string;
}

/** Joins two pages as people do: an invitation there, an answer back. */
export async function join(host: Page, guest: Page): Promise<Joined> {
	const offer = codeOf(await invite(host));
	const answer = codeOf(await guest.evaluate((code) => window.rtcStage.answer(code), offer));
	const [there, here] = await Promise.all([
		host.evaluate((code) => window.rtcStage.accept(code), answer),
		guest.evaluate(() => window.rtcStage.opened()),
	]);
	return { host: there, guest: here };
}
