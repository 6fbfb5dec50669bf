import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { distFolder, expect, openApp, test } from './fixtures.ts';

const mostKilobytes = 150;

test('the first screen needs little script, and none for spreadsheets', async ({
	page,
	appAddress,
}) => {
	const scripts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
	});
	await openApp(page, appAddress);
	expect(scripts.join(' ')).not.toMatch(/worker/);
	const sizes = await Promise.all(
		scripts.map(async (path) => gzipSync(await readFile(join(distFolder, path))).length),
	);
	expect(sizes.length).toBeGreaterThan(0);
	expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThan(mostKilobytes);
});
