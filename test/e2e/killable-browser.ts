/**
 * A Chromium with a profile on disk that can be killed like a power cut and started again. Started
 * by hand, since Playwright does not give the process of a persistent context away.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { chromium, type BrowserContext } from '@playwright/test';

import { browserFlags, findBrowser } from '../tools/browser.ts';

export interface KillableBrowser {
	readonly context: BrowserContext;
	/** SIGKILL to all its processes, nothing flushed; resolves when they are gone. */
	kill(): Promise<void>;
	/** Stops all its processes where they are, as a computer that falls asleep; `wake` goes on. */
	sleep(): void;
	wake(): void;
	/** Closes it as a person does; resolves when its processes are gone. */
	quit(): Promise<void>;
}

/** Makes an empty profile folder; remove it with `removeProfile` when the test is over. */
export function createProfile(): Promise<string> {
	return mkdtemp(join(tmpdir(), 'readiness-profile-'));
}

export async function removeProfile(profile: string): Promise<void> {
	await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Starts a browser on the profile, with all that earlier ones have stored in it. */
export async function startOnProfile(profile: string): Promise<KillableBrowser> {
	await rm(join(profile, 'DevToolsActivePort'), { force: true });
	const child = spawn(
		await findBrowser(),
		[
			...browserFlags,
			'--headless',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			'--window-size=1440,900',
			'about:blank',
		],
		// A process group of its own, so that one signal reaches every process of the browser.
		{ detached: true, stdio: 'ignore' },
	);
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const browser = await chromium.connectOverCDP(await debuggingAddress(profile));
	const [context] = browser.contexts();
	if (!context) throw new Error('The browser started without its default context');
	const signal = (name: NodeJS.Signals): void => {
		if (child.pid === undefined) throw new Error('The browser never started');
		process.kill(-child.pid, name);
	};
	return {
		context,
		sleep: () => signal('SIGSTOP'),
		wake: () => signal('SIGCONT'),
		async kill() {
			signal('SIGKILL');
			await exited;
		},
		async quit() {
			const session = await browser.newBrowserCDPSession();
			await session.send('Browser.close');
			await exited;
		},
	};
}

/** Chromium writes the port it chose into its profile as soon as it listens. */
async function debuggingAddress(profile: string): Promise<string> {
	const deadline = Date.now() + 30_000;
	while (Date.now() < deadline) {
		const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
		const [port, path] = text.split('\n');
		if (port && path) return `ws://127.0.0.1:${port}${path}`;
		await pause(50);
	}
	throw new Error(`Chromium did not start on ${profile} within 30 s`);
}
