/**
 * A folder two browsers share, kept alike as a sync program does it: each has a directory of its own
 * that stands in for the one a person would choose, and the test carries files between them. No test
 * can answer the browser's own dialog, nor its question after a reload: this answers in their place.
 */
import type { Page } from '@playwright/test';

const driveName = 'Team drive';

/** Files by their path in the folder, as base64. */
export type DriveFiles = Readonly<Record<string, string>>;

/** Runs in the page before the app: what the browser would ask, answered with yes by a press only. */
export function answerFolderQuestions(): void {
	// An empty page has no folders.
	if (!('FileSystemHandle' in window)) return;
	let isAllowed = false;
	const allow = (): boolean => (isAllowed ||= navigator.userActivation.isActive);
	Object.assign(window, {
		async showDirectoryPicker() {
			if (!allow()) throw new DOMException('A press is needed', 'SecurityError');
			const root = await navigator.storage.getDirectory();
			return root.getDirectoryHandle('Team drive', { create: true });
		},
	});
	Object.assign(FileSystemHandle.prototype, {
		queryPermission: () => Promise.resolve(isAllowed ? 'granted' : 'prompt'),
		requestPermission: () => Promise.resolve(allow() ? 'granted' : 'denied'),
	});
}

/** Everything that lies in the folder of this browser now. */
export function filesOn(page: Page): Promise<DriveFiles> {
	return page.evaluate(async (name) => {
		const root = await navigator.storage.getDirectory();
		const found: Record<string, string> = {};
		async function collect(directory: FileSystemDirectoryHandle, path: string): Promise<void> {
			for await (const [entry, handle] of directory.entries()) {
				const at = `${path}${entry}`;
				if (handle instanceof FileSystemDirectoryHandle) await collect(handle, `${at}/`);
				// What the browser is writing just now has this ending.
				else if (handle instanceof FileSystemFileHandle && !at.endsWith('.crswap')) {
					const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
					found[at] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
				}
			}
		}
		await collect(await root.getDirectoryHandle(name, { create: true }), '');
		return found;
	}, driveName);
}

/** Puts files into the folder of this browser, in the place of what stands there by that path. */
export async function putOn(page: Page, files: DriveFiles): Promise<void> {
	await page.evaluate(
		async ([name, all]) => {
			const root = await navigator.storage.getDirectory();
			for (const [path, content] of Object.entries(all)) {
				const parts = path.split('/');
				let directory = await root.getDirectoryHandle(name, { create: true });
				for (const part of parts.slice(0, -1))
					directory = await directory.getDirectoryHandle(part, { create: true });
				const file = await directory.getFileHandle(parts.at(-1) ?? '', { create: true });
				const writable = await file.createWritable();
				await writable.write(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
				await writable.close();
			}
		},
		[driveName, files] as const,
	);
}

/** Carries over what only one of them has; resolves to what was carried to `to`. */
export async function carry(from: Page, to: Page): Promise<DriveFiles> {
	const [here, there] = [await filesOn(from), await filesOn(to)];
	const news = Object.fromEntries(Object.entries(here).filter(([path]) => !(path in there)));
	await putOn(to, news);
	return news;
}

/** The first half of a file, as a sync program leaves it while it is on its way. */
export function halfOf(content: string): string {
	const bytes = Buffer.from(content, 'base64');
	return bytes.subarray(0, bytes.length >> 1).toString('base64');
}
