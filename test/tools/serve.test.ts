import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { serveFolder } from './serve.mjs';

let parent: string;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'readiness-serve-'));
	const folder = join(parent, 'dist');
	await mkdir(folder);
	await writeFile(join(parent, 'secret.txt'), 'secret');
	await mkdir(join(parent, 'dist-neighbour'));
	await writeFile(join(parent, 'dist-neighbour', 'secret.txt'), 'secret');
	await writeFile(join(folder, '_headers'), "/*\n  X-Frame: none\n  Policy: a 'self'; b: c\n");
	await writeFile(join(folder, 'index.html'), '<p>home</p>');
	await writeFile(join(folder, 'a b.js'), '1');
	server = await serveFolder(folder, 0);
});

afterEach(async () => {
	await server.close();
	await rm(parent, { recursive: true });
});

describe('the static server', () => {
	test('serves files with their type and the headers of _headers', async () => {
		const home = await get('/?x=1#y');
		expect(home.body).toBe('<p>home</p>');
		expect(home.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(home.headers['x-frame']).toBe('none');
		expect(home.headers.policy).toBe("a 'self'; b: c");
		expect((await get('/a%20b.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
	});

	test.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/../dist-neighbour/secret.txt',
		'/index.html%00',
		'/%zz',
		'/missing',
	])('has nothing at %s', async (path) => {
		const { status, body } = await get(path);
		expect(status).toBe(404);
		expect(body).not.toContain('secret');
	});
});

/** A plain request: fetch would tidy the path up before sending it. */
function get(path: string) {
	const { hostname, port } = new URL(server.address);
	return new Promise<{
		status: number | undefined;
		headers: NodeJS.Dict<string | string[]>;
		body: string;
	}>((resolve, reject) => {
		request({ hostname, port, path }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (part: string) => (body += part));
			response.on('end', () =>
				resolve({ status: response.statusCode, headers: response.headers, body }),
			);
		})
			.on('error', reject)
			.end();
	});
}
