/** Sessions between real browsers, each a process of its own: what is handed over arrives. */
import { setTimeout as pause } from 'node:timers/promises';

import { expect, test, type Page } from '@playwright/test';

import type { Lane } from '../../src/review/carrier.ts';
import type { ServedPages } from '../tools/serve-pages.ts';
import { createProfile, removeProfile, startOnProfile } from './killable-browser.ts';
import {
	codeOf,
	invite,
	join,
	needsNetwork,
	openSessionPage,
	openSide,
	serveSessionPage,
	type Side,
} from './rtc-sides.ts';

const megabyte = 2 ** 20;
let pages: ServedPages;
let host: Side;
let guest: Side;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	pages = await serveSessionPage();
	[host, guest] = await Promise.all([openSide(pages), openSide(pages)]);
});

test.afterAll(async () => {
	await Promise.all([host.browser.close(), guest.browser.close()]);
	await pages.close();
});

test.beforeEach(async () => {
	for (const { page } of [host, guest]) await openSessionPage(page, pages.address);
	await needsNetwork(host.page);
	await openSessionPage(host.page, pages.address);
});

test('a page that only stands there has made no connection', async () => {
	expect(await host.page.evaluate(() => window.rtcStage.made())).toBe(0);
});

for (const [name, frames, bytes] of [
	['257 kB', 1, 257 * 1024],
	['1 MB', 1, megabyte],
	['18 MB', 6, 3 * megabyte],
] as const) {
	test(`${name} arrive whole, both ways`, async () => {
		await join(host.page, guest.page);
		await expectArrival(host.page, guest.page, 'bulk', frames, bytes);
		await expectArrival(guest.page, host.page, 'bulk', frames, bytes);
	});
}

test('10,000 small frames without a pause while 18 MB pass: nothing lost, each lane in order', async () => {
	await join(host.page, guest.page);
	await Promise.all([
		expectArrival(host.page, guest.page, 'bulk', 6, 3 * megabyte),
		expectArrival(host.page, guest.page, 'live', 10_000, 300),
		expectArrival(guest.page, host.page, 'live', 1_000, 300),
	]);
});

test('what was handed over before leaving still arrives, and leaving is told', async () => {
	const links = await join(host.page, guest.page);
	const sent = await host.page.evaluate(async () => {
		const tally = await window.rtcStage.send('bulk', 1, 3_000_000);
		await window.rtcStage.stop();
		return tally;
	});
	const end = await guest.page.evaluate(
		(link) => window.rtcStage.reached(link, 'gone'),
		links.guest,
	);
	expect(end.text).toContain('left the session');
	expect(await received(guest.page, 'bulk', 1)).toEqual(sent);
});

test('a browser that fell asleep is missed, and comes back over the same connection', async () => {
	const profile = await createProfile();
	const victim = await startOnProfile(profile);
	const page = await victim.context.newPage();
	await openSessionPage(page, pages.address);
	const links = await join(host.page, page);
	victim.sleep();
	await host.page.evaluate((link) => window.rtcStage.reached(link, 'asleep'), links.host);
	victim.wake();
	await host.page.evaluate((link) => window.rtcStage.reached(link, 'up'), links.host);
	await expectArrival(host.page, page, 'live', 10, 100);
	await victim.kill();
	await removeProfile(profile);
});

test('the side that answered waits for as long as handing back takes', async () => {
	// A browser that begins DTLS gives up after four minutes: RTC_LATE_SECONDS=300 waits for that.
	const late = Number(process.env.RTC_LATE_SECONDS ?? 0) * 1_000;
	test.setTimeout(60_000 + late);
	const offer = codeOf(await invite(host.page));
	const answer = codeOf(await guest.page.evaluate((code) => window.rtcStage.answer(code), offer));
	expect(await guest.page.evaluate(() => window.rtcStage.setup())).toBe('passive');
	if (late > 0) await pause(late);
	expect(await host.page.evaluate((code) => window.rtcStage.accept(code), answer)).toMatch(/^rtc-/);
	await expectArrival(guest.page, host.page, 'live', 10, 100);
});

async function expectArrival(
	from: Page,
	to: Page,
	lane: Lane,
	frames: number,
	bytes: number,
): Promise<void> {
	const sending = from.evaluate(
		([lane, frames, bytes]) => window.rtcStage.send(lane, frames, bytes),
		[lane, frames, bytes] as const,
	);
	expect(await received(to, lane, frames)).toEqual(await sending);
}

function received(page: Page, lane: Lane, frames: number) {
	return page.evaluate(([lane, frames]) => window.rtcStage.received(lane, frames), [
		lane,
		frames,
	] as const);
}
