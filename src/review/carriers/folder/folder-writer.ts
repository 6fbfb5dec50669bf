/**
 * Writes this device's directory of a shared folder: frames are gathered for a moment and written as
 * one file; what cannot be written stays queued and is tried again.
 */
import { Turns } from '../../../base/turns.ts';
import type { Frame } from '../../carrier.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import type { Timer } from '../timer.ts';
import { listFiles, writeWhole } from './folder-access.ts';
import type { DeviceMarks } from './folder-marks.ts';
import { liveFile, snapshotFile } from './folder-names.ts';

/** Long enough to make one file of what a person types, short enough to be called live. */
const gatherMilliseconds = 300;
/** The most that one file of live frames gets, and that waits before senders have to. */
const batchBytes = 8 * 2 ** 20;

export interface FolderWriting {
	/** The own directory, made anew where somebody removed it. */
	readonly directory: () => Promise<FileSystemDirectoryHandle>;
	/** How many files stand there. */
	readonly files: number;
	/** What stands in the own directory; numbers go on from it. */
	readonly marks: DeviceMarks;
	readonly group: string;
	/** The present instant, ISO 8601. */
	readonly now: () => string;
	readonly timer: Timer;
	/** The queue or its fate changed; `failure` is what the browser said. */
	readonly onchange: (queued: number, failure: string | undefined) => void;
}

export class FolderWriter {
	readonly #writing: FolderWriting;
	#queue: Frame[] = [];
	#files: number;
	#callOff: (() => void) | undefined;
	/** Files are written one after the other. */
	readonly #turns = new Turns();

	constructor(writing: FolderWriting) {
		this.#writing = writing;
		this.#files = writing.files;
	}

	/** Files of this device in the folder. */
	get files(): number {
		return this.#files;
	}

	/** Frames that are not in the folder yet. */
	get queued(): number {
		return this.#queue.length;
	}

	/** Resolves where there is room for more. */
	async add(frame: Frame): Promise<void> {
		this.#queue.push(frame);
		this.#writing.onchange(this.#queue.length, undefined);
		const isFull = this.#queue.reduce((sum, { length }) => sum + length, 0) > batchBytes;
		if (isFull) return this.flush();
		this.#callOff ??= this.#writing.timer.after(gatherMilliseconds, () => void this.flush());
	}

	/** Writes what is queued; what failed stays queued, and `onchange` has told. */
	flush(): Promise<void> {
		this.close();
		return this.#turns.take(async () => {
			while (this.#queue.length > 0) {
				const batch = firstOf(this.#queue);
				try {
					await this.#write(batch, false);
				} catch (error) {
					this.#writing.onchange(this.#queue.length, String(error));
					return;
				}
				this.#queue = this.#queue.slice(batch.length);
				this.#writing.onchange(this.#queue.length, undefined);
			}
		});
	}

	/** Plans nothing any more. */
	close(): void {
		this.#callOff?.();
		this.#callOff = undefined;
	}

	/**
	 * Writes a snapshot that says everything this device has, then removes its older files. Rejects
	 * where it could not be written: then nothing was removed.
	 */
	replace(frames: readonly Frame[]): Promise<void> {
		return this.#turns.take(async () => {
			const number = await this.#write(frames, true);
			const directory = await this.#writing.directory();
			for (const file of await listFiles(directory)) {
				// One that cannot be removed (held open by a scanner) goes with the next snapshot.
				if (file.number < number) await this.#remove(directory, file.name);
			}
		});
	}

	async #write(frames: readonly Frame[], isSnapshot: boolean): Promise<number> {
		const { directory, marks, group, now } = this.#writing;
		const content = await writeBundle(frames, { group, madeAt: now() });
		const number = marks.last + 1;
		await writeWhole(
			await directory(),
			isSnapshot ? snapshotFile(number) : liveFile(number),
			content,
		);
		if (isSnapshot) marks.addSnapshot(number);
		else marks.addFile(number);
		this.#files += 1;
		return number;
	}

	async #remove(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
		await directory.removeEntry(name).then(
			() => (this.#files -= 1),
			() => undefined,
		);
	}
}

function firstOf(queue: readonly Frame[]): readonly Frame[] {
	let bytes = 0;
	const end = queue.findIndex(({ length }) => (bytes += length) > batchBytes);
	return end === -1 ? queue : queue.slice(0, Math.max(1, end));
}
