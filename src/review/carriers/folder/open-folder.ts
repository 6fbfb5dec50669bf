/** A shared folder that can be used now: everything is read from and written to it here. */
import { Turns } from '../../../base/turns.ts';
import type { DeviceId } from '../../../model/review/member.ts';
import type { Frame } from '../../carrier.ts';
import { frameKey } from '../frame-key.ts';
import type { Timer } from '../timer.ts';
import { listDevices, listFiles } from './folder-access.ts';
import { DeviceMarks } from './folder-marks.ts';
import { groupDirectory } from './folder-names.ts';
import { FolderWaits } from './folder-waits.ts';
import { FolderWriter } from './folder-writer.ts';
import { readDevice } from './read-device.ts';

export interface OpenFolderOptions {
	readonly folder: FileSystemDirectoryHandle;
	readonly group: string;
	readonly device: DeviceId;
	/** Goes on with what is read and written. */
	readonly marks: Map<DeviceId, DeviceMarks>;
	/** The present instant, ISO 8601. */
	readonly now: () => string;
	readonly timer: Timer;
	readonly deliver: (frame: Frame) => void;
	/** A file was waited for long enough: look again. */
	readonly onoverdue: () => void;
	/** How many frames are queued, and what the browser said where writing failed. */
	readonly onqueue: (queued: number, failure: string | undefined) => void;
}

export class OpenFolder {
	readonly #options: OpenFolderOptions;
	readonly #writer: FolderWriter;
	readonly #waits: FolderWaits;
	/** Frames known to be in the folder, by key: they are not written a second time. */
	readonly #known = new Set<string>();
	#isLate = false;
	readonly #looks = new Turns();

	/** Makes the directories that are not there yet; rejects where the folder cannot be used. */
	static async open(options: OpenFolderOptions): Promise<OpenFolder> {
		const { device, marks } = options;
		const files = await listFiles(await ownDirectory(options));
		const ownMarks = marksOf(marks, device);
		if (files.length === 0 && ownMarks.last > 0) {
			// Somebody emptied it, or it is another folder: what was read once may stand there anew.
			marks.clear();
			marks.set(device, ownMarks);
		}
		return new OpenFolder(options, files.length);
	}

	private constructor(options: OpenFolderOptions, ownFiles: number) {
		const { group, device, marks, now, timer, onqueue, onoverdue } = options;
		this.#options = options;
		this.#waits = new FolderWaits(timer, onoverdue);
		this.#writer = new FolderWriter({
			...{ directory: () => ownDirectory(options), files: ownFiles, group, now, timer },
			...{ marks: marksOf(marks, device), onchange: onqueue },
		});
	}

	get queued(): number {
		return this.#writer.queued;
	}

	/** Files of this device. */
	get ownFiles(): number {
		return this.#writer.files;
	}

	/** True where the last look went past a file of others that was waited for long enough. */
	get isLate(): boolean {
		return this.#isLate;
	}

	/** Reads what is new; false where a file is still waited for. Rejects where reading failed. */
	look(): Promise<boolean> {
		return this.#looks.take(() => this.#readAll(this.#options.marks));
	}

	/** Hands over every frame in the folder, whatever was read before. */
	readAgain(): Promise<boolean> {
		return this.#looks.take(async () => {
			const { marks, device } = this.#options;
			const anew = new Map<DeviceId, DeviceMarks>();
			const isComplete = await this.#readAll(anew);
			// The own ones say which numbers are free, and go on as they are.
			for (const [other, ofOther] of anew) if (other !== device) marks.set(other, ofOther);
			return isComplete;
		});
	}

	/** Resolves where there is room for more. */
	async send(frame: Frame): Promise<void> {
		const key = frameKey(frame);
		if (this.#known.has(key)) return;
		this.#known.add(key);
		await this.#writer.add(frame);
	}

	flush(): Promise<void> {
		return this.#writer.flush();
	}

	/** Puts a snapshot in place of this device's files. */
	replaceOwn(snapshot: readonly Frame[]): Promise<void> {
		return this.#writer.replace(snapshot);
	}

	/** Writes what is queued and ends. */
	async close(): Promise<void> {
		await this.flush();
		this.#writer.close();
		this.#waits.stop();
		await this.#looks.ended();
	}

	async #readAll(marks: Map<DeviceId, DeviceMarks>): Promise<boolean> {
		let isComplete = true;
		this.#isLate = false;
		const all = await allDirectories(this.#options);
		for (const device of await listDevices(all)) {
			const directory = await all.getDirectoryHandle(device).catch(() => undefined);
			if (!directory) continue;
			const isOwn = device === this.#options.device;
			const isWhole = await readDevice({
				...{ directory, group: this.#options.group, marks: marksOf(marks, device) },
				// Nobody writes the own ones meanwhile: what is not whole there never will be.
				isOverdue: (number) => isOwn || this.#goesPast(`${device}/${number}`),
				deliver: (frame) => {
					this.#known.add(frameKey(frame));
					this.#options.deliver(frame);
				},
			});
			if (!isWhole && !isOwn) isComplete = false;
		}
		return isComplete;
	}

	#goesPast(file: string): boolean {
		const isOverdue = this.#waits.isOverdue(file);
		this.#isLate ||= isOverdue;
		return isOverdue;
	}
}

/** Asked for anew each time: somebody may have removed or moved what stood there. */
function allDirectories({ folder, group }: OpenFolderOptions): Promise<FileSystemDirectoryHandle> {
	return folder.getDirectoryHandle(groupDirectory(group), { create: true });
}

async function ownDirectory(options: OpenFolderOptions): Promise<FileSystemDirectoryHandle> {
	const all = await allDirectories(options);
	return all.getDirectoryHandle(options.device, { create: true });
}

function marksOf(marks: Map<DeviceId, DeviceMarks>, device: DeviceId): DeviceMarks {
	const known = marks.get(device) ?? new DeviceMarks();
	marks.set(device, known);
	return known;
}
