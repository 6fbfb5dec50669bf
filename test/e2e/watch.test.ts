/** The watch watches: each kind of request to a foreign origin is seen, wherever it starts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { serveFolder } from '../tools/serve.mjs';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

test('sees what page, worker and service worker do', async ({ context, page }, testInfo) => {
	const folder = testInfo.outputPath('site');
	await mkdir(folder, { recursive: true });
	const elsewhere = await serveEmpty(folder);
	const files = {
		'index.html': `<script>
			fetch('${elsewhere.address}/from-page', { mode: 'no-cors' });
			new Worker('worker.js');
			navigator.serviceWorker.register('sw.js');
			console.error('said by the page');
			Promise.reject(new Error('nobody caught this'));
			new RTCPeerConnection();
			new WebSocket('${elsewhere.address.replace('http', 'ws')}/socket');
		</script>`,
		'worker.js': `fetch('${elsewhere.address}/from-worker', { mode: 'no-cors' });`,
		'sw.js': `fetch('${elsewhere.address}/from-service-worker', { mode: 'no-cors' });`,
	};
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	const site = await serveFolder(folder, 0);

	const watched = await watch(context, site.address);
	await page.goto(site.address);
	for (const trouble of [
		'/from-page',
		'/from-worker',
		'/from-service-worker',
		'said by the page',
		'nobody caught this',
		'peer connection constructed',
		'websocket: ws://',
	]) {
		await expect.poll(() => watched.complaints().join('\n')).toContain(trouble);
	}
	await site.close();
	await elsewhere.close();
});

test('complains when expected trouble stays away', async ({ context }) => {
	const watched = await watch(context, 'http://127.0.0.1/');
	watched.expectTrouble(/never/);
	expect(watched.complaints()).toEqual(['expected trouble did not happen: /never/']);
});

async function serveEmpty(folder: string) {
	await writeFile(join(folder, '_headers'), '');
	return serveFolder(folder, 0);
}
