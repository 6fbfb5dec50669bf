/** Pages that belong to tests alone: built into a folder of their own and served from there. */
import { readdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'vite';

import { serveFolder } from './serve.mjs';

export interface ServedPages {
	/** Where the pages are, without a slash at the end. */
	readonly address: string;
	/** The folder that is served; files may be added to it. */
	readonly folder: string;
	close(): Promise<void>;
}

/** Builds every HTML page of the folder `source` (an absolute path) and serves it on a free port. */
export async function servePages(source: string): Promise<ServedPages> {
	const folder = await mkdtemp(join(tmpdir(), 'pages-of-tests-'));
	const names = (await readdir(source)).filter((name) => name.endsWith('.html'));
	await build({
		root: source,
		configFile: false,
		base: './',
		logLevel: 'error',
		build: {
			outDir: folder,
			target: 'es2022',
			rolldownOptions: { input: names.map((name) => join(source, name)) },
		},
	});
	await writeFile(join(folder, '_headers'), '');
	const { address, close } = await serveFolder(folder, 0);
	return {
		...{ address, folder },
		async close() {
			await close();
			await rm(folder, { recursive: true });
		},
	};
}
