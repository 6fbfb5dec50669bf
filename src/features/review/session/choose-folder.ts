/** The folder picker that some browsers have (File System Access), which TypeScript does not know yet. */

interface WithPicker {
	showDirectoryPicker(options: {
		readonly id: string;
		readonly mode: 'readwrite';
	}): Promise<FileSystemDirectoryHandle>;
}

/** True where a page may be given a folder: Chromium and what is made of it. */
export function canChooseFolder(): boolean {
	return hasPicker(window);
}

/** The folder that the person chose; undefined where they chose none. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | undefined> {
	if (!hasPicker(window)) return undefined;
	try {
		return await window.showDirectoryPicker({ id: 'review', mode: 'readwrite' });
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return undefined;
		throw error;
	}
}

function hasPicker(page: object): page is WithPicker {
	return 'showDirectoryPicker' in page && typeof page.showDirectoryPicker === 'function';
}
