/**
 * A folder of the disk behind the File System API, as far as this program uses it: what a page gets
 * when a person chooses a folder. Files are written beside and then put in place, as Chromium does.
 */
import { openAsBlob } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the browser answers when the page asks whether it may use the folder. */
export interface FolderLeave {
	state: PermissionState;
	/** The folder's answer when the person is asked. */
	answer?: PermissionState;
}

/** The folder at this path. `leave` can be changed while it is in use. */
export function diskFolder(
	path: string,
	name: string,
	leave: FolderLeave = { state: 'granted' },
): FileSystemDirectoryHandle {
	return new DiskFolder(path, name, leave) as unknown as FileSystemDirectoryHandle;
}

class DiskFolder {
	readonly kind = 'directory';
	readonly #path: string;
	readonly name: string;
	readonly #leave: FolderLeave;

	constructor(path: string, name: string, leave: FolderLeave) {
		this.#path = path;
		this.name = name;
		this.#leave = leave;
	}

	queryPermission(): Promise<PermissionState> {
		return Promise.resolve(this.#leave.state);
	}

	requestPermission(): Promise<PermissionState> {
		this.#leave.state = this.#leave.answer ?? this.#leave.state;
		return Promise.resolve(this.#leave.state);
	}

	async *entries(): AsyncGenerator<[string, { kind: 'file' | 'directory' }]> {
		this.#check();
		for (const entry of await readdir(this.#path, { withFileTypes: true })) {
			yield [entry.name, { kind: entry.isDirectory() ? 'directory' : 'file' }];
		}
	}

	async getDirectoryHandle(name: string, { create = false } = {}): Promise<DiskFolder> {
		this.#check();
		const path = join(this.#path, name);
		if (create) await mkdir(path, { recursive: true });
		const found = await stat(path);
		if (!found.isDirectory()) throw new DOMException(name, 'TypeMismatchError');
		return new DiskFolder(path, name, this.#leave);
	}

	async getFileHandle(name: string, { create = false } = {}): Promise<object> {
		this.#check();
		const path = join(this.#path, name);
		if (create) await writeFile(path, '', { flag: 'a' });
		const found = await stat(path);
		if (!found.isFile()) throw new DOMException(name, 'TypeMismatchError');
		return {
			kind: 'file',
			getFile: () => openAsBlob(path),
			createWritable: () => Promise.resolve(writableAt(path, () => this.#check())),
		};
	}

	async removeEntry(name: string): Promise<void> {
		this.#check();
		await rm(join(this.#path, name));
	}

	#check(): void {
		if (this.#leave.state !== 'granted') throw new DOMException(this.name, 'NotAllowedError');
	}
}

function writableAt(path: string, check: () => void): object {
	const parts: Buffer[] = [];
	return {
		async write(content: Blob) {
			check();
			parts.push(Buffer.from(await content.arrayBuffer()));
		},
		async close() {
			await writeFile(`${path}.crswap`, Buffer.concat(parts));
			await rename(`${path}.crswap`, path);
		},
	};
}
