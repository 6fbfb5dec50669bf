/**
 * Two members who are never in a session together: what they do reaches the other by a file, through
 * a folder that a sync program carries, and over a relay of their own. Nobody in between reads a word.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { startRelay } from '../tools/relay.mjs';
import {
	chooseChanges,
	dropOnWorkbook,
	expectBrought,
	saveChanges,
} from './carriers/file-hands.ts';
import {
	expectAlike,
	expectFolder,
	expectRelay,
	expectTitle,
	leaveSession,
	titleAt,
	word,
} from './carriers/apart.ts';
import { answerFolderQuestions, carry, filesOn, halfOf, putOn } from './carriers/shared-drive.ts';
import { tap } from './carriers/tapped-relay.ts';
import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { plainMatrix } from './matrix-files.ts';
import { bringIn, openReviewTab, openSide, type ReviewSide } from './review-sides.ts';
import { goToPlace, importFromShelf, startEmpty } from './shelf-page.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** Words of the workbook and of its people that nobody in between may ever see. */
const probes = ['Dana', 'Priya', 'Nordwind', 'Control 0000', 'carries out the procedure', 'Worded'];

let sides: readonly [ReviewSide, ReviewSide];
let dana: Page;
let priya: Page;

test.beforeAll(async ({ origin }) => {
	const opening = () => openSide(`${origin}/`, { script: answerFolderQuestions });
	const [host, guest] = (sides = await Promise.all([opening(), opening()]));
	[dana, priya] = [host.page, guest.page];
	await importFromShelf(dana, { ...plainMatrix(8), name: 'Nordwind.xlsx' });
	await bringIn(dana, priya, 'Priya');
	for (const page of [dana, priya]) await leaveSession(page);
});

test.afterAll(async () => {
	await Promise.all(sides.map((side) => side.close()));
});

test('a file each, taken in either order and twice, makes both alike', async () => {
	await word(dana, 0, 'Worded by Dana in her file');
	await word(priya, 1, 'Worded by Priya in her file');
	const [ofDana, ofPriya] = [await saveChanges(dana), await saveChanges(priya)];
	expect(ofDana.name).toMatch(/^Nordwind – \d+ \w+ \d{4} – Dana\.review$/);
	for (const { buffer } of [ofDana, ofPriya]) expectSealed(buffer);

	await chooseChanges(dana, ofPriya);
	await expectBrought(dana, /The file brought changes of the workbook/);
	await expectNoAxeViolations(dana);
	await goToPlace(priya, 'Matrix');
	await dropOnWorkbook(priya, ofDana);
	await expectBrought(priya, /The file brought changes of the workbook/);

	// Her own is among them, as in a folder of downloads.
	await dropOnWorkbook(dana, ofPriya, ofDana);
	await expectBrought(dana, /The file brought nothing that was not here already/, 2);
	await chooseChanges(priya, ofDana);
	await expectBrought(priya, /The file brought nothing that was not here already/);
	await expectAlike(dana, priya);
	await expectTitle(dana, 1, 'Worded by Priya in her file');
	await expectTitle(priya, 0, 'Worded by Dana in her file');

	// One that was cut off on its way says so, and leaves all as it is.
	await chooseChanges(dana, { ...ofPriya, buffer: ofPriya.buffer.subarray(0, 900) });
	await expect(dana.getByRole('alert').filter({ hasText: 'The file is cut off' })).toBeVisible();
	await expectNoAxeViolations(dana);
});

test('a file that belongs to a review says so where the workbook is in none', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await startEmpty(page, 'Alone');
	await dropOnWorkbook(page, {
		name: 'Nordwind.review',
		mimeType: '',
		buffer: Buffer.from('Not read at all'),
	});
	const words = '“Nordwind.review” belongs to a review, and this workbook is shared with nobody.';
	await expect(page.getByRole('region', { name: 'Messages' }).getByText(words)).toBeVisible();
});

test('a folder that is carried between them makes both alike, after a reload too', async () => {
	for (const page of [dana, priya]) {
		await openReviewTab(page, 'Session');
		await page.getByRole('button', { name: 'Use a shared folder' }).click();
		await expectFolder(page, 'Yours is all in the folder');
	}
	// What lies there and is nobody's file of changes is passed over.
	await putOn(priya, { 'Budget 2026.txt': btoa('Not for this program') });

	// Her file arrives in halves: the first is not taken for the whole, and the rest is awaited.
	const before = await filesOn(dana);
	await word(dana, 2, 'Worded by Dana in the folder');
	await expect
		.poll(async () => Object.keys(await filesOn(dana)).length)
		.toBeGreaterThan(Object.keys(before).length);
	await putOn(priya, before);
	const news = Object.entries(await filesOn(dana)).filter(([path]) => !(path in before));
	await putOn(priya, Object.fromEntries(news.map(([path, content]) => [path, halfOf(content)])));
	await openReviewTab(priya, 'Session');
	await expectFolder(priya, 'has not arrived there whole');
	await expectNoAxeViolations(priya);
	await putOn(priya, Object.fromEntries(news));
	await expectFolder(priya, 'what others put there is read');
	await expectTitle(priya, 2, 'Worded by Dana in the folder');

	// Loaded again, the browser asks before it gives the folder back; what came meanwhile is not lost.
	await dana.reload();
	await openReviewTab(dana, 'Session');
	await expectFolder(dana, 'asks again before it uses the folder');
	await expectNoAxeViolations(dana);
	await word(dana, 3, 'Worded by Dana without the folder');
	await word(priya, 4, 'Worded by Priya in the folder');
	await openReviewTab(dana, 'Session');
	await dana.getByRole('button', { name: 'Reconnect' }).click();
	await expectFolder(dana, 'Yours is all in the folder');
	await carryUntil(priya, dana, 4, 'Worded by Priya in the folder');
	await carryUntil(dana, priya, 3, 'Worded by Dana without the folder');
	await expectAlike(dana, priya);

	const files = await filesOn(priya);
	expect(Object.keys(files)).toContain('Budget 2026.txt');
	for (const [path, content] of Object.entries(files)) {
		expectSealed(Buffer.from(path));
		expectSealed(Buffer.from(content, 'base64'));
	}
	for (const page of [dana, priya]) {
		await openReviewTab(page, 'Session');
		await page.getByRole('button', { name: 'Stop using the folder' }).click();
		await expect(page.getByRole('button', { name: 'Use a shared folder' })).toBeFocused();
	}
});

test('a relay keeps both alike, says when it is away, and never sees a word', async () => {
	const data = await mkdtemp(join(tmpdir(), 'carriers-relay-'));
	let relay = await startRelay({ data });
	const port = Number(new URL(relay.address).port);
	const tapped = await tap(port);
	for (const { watched } of sides) watched.expectTrouble(/^websocket: ws:\/\/127\.0\.0\.1:/);
	try {
		await refusesAddresses(dana, new URL(tapped.address));
		await nameRelay(dana, tapped.address);
		await openReviewTab(priya, 'Session');
		await priya.getByRole('button', { name: 'Use your own relay' }).click();
		await nameRelay(priya, tapped.address);
		for (const page of [dana, priya]) await expectRelay(page, 'It has everything from here');
		await word(dana, 5, 'Worded by Dana over the relay');
		await expectTitle(priya, 5, 'Worded by Dana over the relay');
		await word(priya, 6, 'Worded by Priya over the relay');
		await expectTitle(dana, 6, 'Worded by Priya over the relay');
		await expect(dana.getByRole('button', { name: 'Here with you: Priya' })).toBeVisible();

		await relay.close();
		await word(dana, 0, 'Worded by Dana meanwhile');
		await word(priya, 7, 'Worded by Priya meanwhile');
		for (const page of [dana, priya]) {
			await openReviewTab(page, 'Session');
			await expectRelay(page, 'cannot be reached now');
		}
		relay = await startRelay({ data, port });
		for (const page of [dana, priya]) await expectRelay(page, 'It has everything from here');
		await expectTitle(dana, 7, 'Worded by Priya meanwhile');
		await expectTitle(priya, 0, 'Worded by Dana meanwhile');
		await expectAlike(dana, priya);

		for (const page of [dana, priya]) {
			await openReviewTab(page, 'Session');
			await expect(page.getByText('Direct connections')).toBeHidden();
			await page.getByRole('button', { name: 'Stop using the relay' }).click();
			await expect(page.getByRole('button', { name: 'Use your own relay' })).toBeFocused();
		}
		await relay.close();
		// Its own name for the review is there to be read: the wire was tapped, and nothing else shows.
		for (const seen of [tapped.heard(), ...(await storedIn(data))]) {
			expect(seen.length).toBeGreaterThan(1_000);
			expectSealed(seen);
		}
		expect(tapped.heard().includes('review-')).toBe(true);
	} finally {
		await relay.close();
		await tapped.close();
		await rm(data, { recursive: true });
	}
});

function expectSealed(bytes: Buffer): void {
	for (const probe of probes) expect(bytes.includes(probe), probe).toBe(false);
}

/** Carries files, as a sync program does all the time, until the other screen shows what they say. */
async function carryUntil(from: Page, to: Page, row: number, text: string): Promise<void> {
	await goToPlace(to, 'Matrix');
	await expect
		.poll(async () => {
			await carry(from, to);
			return titleAt(to, row).innerText();
		})
		.toBe(text);
}

/** Addresses that are none get words at the field; one where nothing runs is said. Ends in the form. */
async function refusesAddresses(page: Page, { host }: URL): Promise<void> {
	await openReviewTab(page, 'Session');
	await page.getByRole('button', { name: 'Use your own relay' }).click();
	const field = page.getByLabel('Address');
	await expect(field).toBeFocused();
	for (const [address, words] of [
		['', 'Type the address of the relay'],
		[`http://${host}`, 'This is the address of a web page. That of a relay begins with ws://.'],
		[host, `The beginning is missing: it is ws://${host}`],
	] as const) {
		await nameRelay(page, address);
		await expect(field).toHaveAccessibleDescription(new RegExp(words));
		await expect(field).toBeFocused();
	}
	await expectNoAxeViolations(page);
	// Port 9 discards what it hears (RFC 863), where anything listens there at all.
	await nameRelay(page, 'ws://127.0.0.1:9');
	await expectRelay(page, 'No relay answers at 127.0.0.1:9');
	await page.getByRole('button', { name: 'Change' }).click();
	await expect(field).toBeFocused();
}

async function nameRelay(page: Page, address: string): Promise<void> {
	await page.getByLabel('Address').fill(address);
	await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

async function storedIn(folder: string): Promise<readonly Buffer[]> {
	return Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
}
