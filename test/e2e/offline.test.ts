import { serveFolder } from '../tools/serve.mjs';
import { distFolder, expect, openApp, test } from './fixtures.ts';
import { createProfile, removeProfile, startOnProfile } from './killable-browser.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

test('works without the server, after a kill of the browser too', async () => {
	const profile = await createProfile();
	const server = await serveFolder(distFolder, 0);
	const address = `${server.address}/`;
	try {
		const online = await startOnProfile(profile);
		const page = await online.context.newPage();
		await openApp(page, address);
		// Ready means activated, and it activates only after everything is in its cache.
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await server.close();
		await page.reload();
		await expect(page.getByRole('main')).toBeVisible();
		await online.kill();

		const offline = await startOnProfile(profile);
		const watched = await watch(offline.context, address);
		await openApp(await offline.context.newPage(), address);
		expect(watched.complaints()).toEqual([]);
		await offline.kill();
	} finally {
		await server.close();
		await removeProfile(profile);
	}
});

test('keeps every file of the app, and nothing else, for offline use', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	const kept = await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map((request) => new URL(request.url).pathname);
	});
	expect(kept).toContain('/index.html');
	expect(kept).toContain('/manifest.webmanifest');
	expect(kept).not.toContain('/readiness-workbook.html');
	expect(kept).not.toContain('/screenshot.png');
});
