/** The harness does what later tests rely on. */
import {
	expect,
	expectNoAxeViolations,
	expectSoundStructure,
	openApp,
	overrideQuota,
	test,
} from './fixtures.ts';
import { createProfile, removeProfile, startOnProfile } from './killable-browser.ts';

test('axe tells of pale words and of a picture without any', async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await page.evaluate(() => {
		const pale = document.createElement('p');
		pale.textContent = 'Pale';
		pale.style.cssText = 'color: #eee; background: #fff';
		const picture = document.createElement('img');
		picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
		document.querySelector('main')?.append(pale, picture);
	});
	await expect(expectNoAxeViolations(page)).rejects.toThrow(/color-contrast: .* at main > p/);
	await expect(expectNoAxeViolations(page)).rejects.toThrow(/image-alt: .* at img/);
	await expect(expectNoAxeViolations(page, ['image-alt'])).rejects.toThrow(/image-alt: .* at img/);
	await expect(expectSoundStructure(page)).rejects.toThrow(/image-alt: .* at img/);
});

test('a quota override makes a write fail, and lifting it lets the same write through', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	const store = (bytes: number) =>
		page.evaluate(async (size) => {
			const cache = await caches.open('quota-probe');
			return cache.put('/probe', new Response(new Uint8Array(size))).then(
				() => 'stored',
				(error: unknown) => (error as DOMException).name,
			);
		}, bytes);
	await overrideQuota(page, 1_000);
	expect(await store(5_000_000)).toBe('QuotaExceededError');
	await overrideQuota(page, undefined);
	expect(await store(5_000_000)).toBe('stored');
});

test('a killed browser keeps what a finished strict transaction wrote', async ({ origin }) => {
	const profile = await createProfile();
	try {
		const first = await startOnProfile(profile);
		const page = await first.context.newPage();
		await page.goto(origin);
		await page.evaluate(
			() =>
				new Promise<void>((done, failed) => {
					const opening = indexedDB.open('kill-probe', 1);
					opening.onupgradeneeded = () => opening.result.createObjectStore('marks');
					opening.onerror = () => failed(new Error('could not open'));
					opening.onsuccess = () => {
						const write = opening.result.transaction('marks', 'readwrite', {
							durability: 'strict',
						});
						write.objectStore('marks').put('kept', 1);
						write.oncomplete = () => done();
					};
				}),
		);
		await first.kill();

		const second = await startOnProfile(profile);
		const again = await second.context.newPage();
		await again.goto(origin);
		const mark = await again.evaluate(
			() =>
				new Promise<unknown>((done) => {
					const opening = indexedDB.open('kill-probe', 1);
					opening.onsuccess = () => {
						const reading = opening.result.transaction('marks').objectStore('marks').get(1);
						reading.onsuccess = () => done(reading.result);
					};
				}),
		);
		expect(mark).toBe('kept');
		await second.kill();
	} finally {
		await removeProfile(profile);
	}
});
