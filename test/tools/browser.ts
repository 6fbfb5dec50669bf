/**
 * Finds a Chromium for tests and scripts on any machine: CHROMIUM_PATH, else one on the PATH, else
 * the one inside the @sparticuz/chromium package (Linux x64), else Playwright's own copy.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

/** Flags for a headless Chromium that runs as root and calls nobody on its own. */
export const browserFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/**
 * The path of a Chromium that starts. Puts it into CHROMIUM_PATH (and its libraries into
 * LD_LIBRARY_PATH), so that child processes use the same one without another search.
 */
export async function findBrowser(): Promise<string> {
	const path = fromEnvironment() ?? onPath() ?? (await packaged()) ?? playwrightsOwn();
	if (path === undefined) {
		throw new Error(
			'No Chromium found. Install one (Debian: apt-get install chromium; anywhere: ' +
				'npx playwright install chromium) or name one in CHROMIUM_PATH.',
		);
	}
	process.env.CHROMIUM_PATH = path;
	return path;
}

function fromEnvironment(): string | undefined {
	const path = process.env.CHROMIUM_PATH;
	if (!path) return undefined;
	if (!existsSync(path)) throw new Error(`CHROMIUM_PATH names no file: ${path}`);
	return path;
}

function onPath(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const paths = namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
	return paths.find((path) => existsSync(path));
}

async function packaged(): Promise<string | undefined> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const folder = join(cache, 'chromium');
	const path = join(folder, 'chromium');
	if (!existsSync(path)) await unpackInto(folder);
	process.env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
	// Its own libraries only where the system's are missing: newer ones may not fit beside them.
	if (!starts(path)) {
		const paths = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH];
		process.env.LD_LIBRARY_PATH = paths.filter(Boolean).join(delimiter);
	}
	return starts(path) ? path : undefined;
}

/** Unpacks beside and then renames, so that an interrupted run leaves no half browser behind. */
async function unpackInto(folder: string): Promise<void> {
	mkdirSync(cache, { recursive: true });
	const unpacking = mkdtempSync(join(cache, 'unpacking-'));
	const before = { ...process.env };
	// The package unpacks into os.tmpdir(), and brings its libraries only where it sees a Lambda.
	process.env.TMPDIR = unpacking;
	process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
	const { default: sparticuz } = await import('@sparticuz/chromium');
	await sparticuz.executablePath();
	for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
		restore(name, before[name]);
	}
	writeFileSync(
		join(unpacking, 'fonts.conf'),
		`<fontconfig><dir>${join(folder, 'fonts')}</dir>` +
			`<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
	);
	rmSync(folder, { recursive: true, force: true });
	renameSync(unpacking, folder);
}

function restore(name: string, value: string | undefined): void {
	if (value === undefined) Reflect.deleteProperty(process.env, name);
	else process.env[name] = value;
}

function starts(path: string): boolean {
	return spawnSync(path, ['--no-sandbox', '--version'], { timeout: 20_000 }).status === 0;
}

function playwrightsOwn(): string | undefined {
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}
