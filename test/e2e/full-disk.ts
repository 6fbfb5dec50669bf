/** A disk without room: the quota of the page's origin, made small before anything is stored. */
import { expect, type Page } from '@playwright/test';

import { openApp, overrideQuota } from './fixtures.ts';

const littleRoom = 12_000_000;

/** Chromium asks for the quota anew only when a write is larger than the room it last heard of. */
export async function openWithLittleRoom(page: Page, appAddress: string): Promise<void> {
	await page.route('**/probe', (route) => route.fulfill({ body: '' }));
	await page.goto(`${appAddress}probe`);
	await overrideQuota(page, littleRoom);
	await openApp(page, appAddress);
}

/** Takes all room away and makes Chromium notice, by a write that does not fit. */
export async function fillTheDisk(page: Page): Promise<void> {
	await overrideQuota(page, 1);
	const outcome = await page.evaluate(
		(bytes) =>
			new Promise((resolve) => {
				// Zeros would be packed into nothing.
				const noise = new Uint8Array(bytes);
				for (let from = 0; from < bytes; from += 65_536) {
					crypto.getRandomValues(noise.subarray(from, from + 65_536));
				}
				const opening = indexedDB.open('too-large', 1);
				opening.onupgradeneeded = () => {
					opening.result.createObjectStore('bytes').put(noise, 1);
				};
				opening.onerror = () => resolve(opening.error?.name);
				opening.onsuccess = () => resolve('stored');
			}),
		littleRoom,
	);
	expect(outcome).not.toBe('stored');
}
