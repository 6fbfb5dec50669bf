/** Whether the page may use a folder that a person chose: after a reload the browser asks again. */

/** Chromium's part of the File System API that the standard library does not know. */
interface AskingHandle {
	queryPermission?(wish: { readonly mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission?(wish: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

const wish = { mode: 'readwrite' } as const;

/** A browser that never asks has allowed it with the choice of the folder. */
export async function mayUse(folder: FileSystemDirectoryHandle): Promise<boolean> {
	const state = await (folder as AskingHandle).queryPermission?.(wish);
	return state === undefined || state === 'granted';
}

/** Asks the person; only from a click or a key press. */
export async function askToUse(folder: FileSystemDirectoryHandle): Promise<boolean> {
	const state = await (folder as AskingHandle).requestPermission?.(wish);
	return state === undefined || state === 'granted';
}
