/**
 * Frames in a folder that people share: on a network drive, in a synchronised folder, on a stick.
 * Every device writes files into its own directory only and reads those of the others. This is the
 * folder's life: permission, one tab at a time, drives that come and go.
 */
import type { DeviceId } from '../../../model/review/member.ts';
import type { Carrier, CarrierEvents, CarrierStatus, Frame } from '../../carrier.ts';
import { holdAlone, type TabLocks } from '../one-tab.ts';
import type { Timer } from '../timer.ts';
import { marksToData, readMarks, type DeviceMarks, type FolderMarks } from './folder-marks.ts';
import { askToUse, mayUse } from './folder-permission.ts';
import { FolderWatch, type ObserveDirectory } from './folder-watch.ts';
import { folderWords } from './folder-words.ts';
import { OpenFolder } from './open-folder.ts';

/** From here on a snapshot is worth its bytes. */
const crowdedFiles = 200;
const retryMilliseconds = 5_000;

export interface FolderOptions {
	readonly folder: FileSystemDirectoryHandle;
	readonly group: string;
	readonly device: DeviceId;
	/** What `marks` gave last time; without them all files are read again. */
	readonly marks?: unknown;
	/** The present instant, ISO 8601. */
	readonly now: () => string;
	readonly timer: Timer;
	readonly locks?: TabLocks | undefined;
	readonly observe?: ObserveDirectory | undefined;
	readonly isHidden?: () => boolean;
}

/** A folder is one link; it is up once everything that stood there is handed over. */
export class FolderCarrier implements Carrier {
	readonly kind = 'folder';
	readonly keeps = 'store';
	readonly #link: string;
	readonly #options: FolderOptions;
	readonly #marks: Map<DeviceId, DeviceMarks>;
	#events: CarrierEvents | undefined;
	#end = new AbortController();
	#open: OpenFolder | undefined;
	#watch: FolderWatch | undefined;
	#callOffRetry: (() => void) | undefined;
	#isComplete = true;
	#isNotAllowed = false;
	#isUp = false;

	constructor(options: FolderOptions) {
		this.#options = options;
		this.#link = `folder:${options.folder.name}`;
		this.#marks = readMarks(options.marks);
	}

	/** How far all was read: to be kept once what was handed over is stored. */
	get marks(): FolderMarks {
		return marksToData(this.#marks);
	}

	/** Frames that are not in the folder yet. */
	get queued(): number {
		return this.#open?.queued ?? 0;
	}

	/** True where this device has so many files in the folder that `replaceOwn` is worth while. */
	get isCrowded(): boolean {
		return (this.#open?.ownFiles ?? 0) > crowdedFiles;
	}

	/** Resolves at once: the folder may need the person first, or another tab to close. */
	async start(events: CarrierEvents): Promise<void> {
		this.#events = events;
		const { folder, group, device, locks } = this.#options;
		this.#end.abort();
		const { signal } = (this.#end = new AbortController());
		this.#isNotAllowed = !(await mayUse(folder));
		this.#tell(this.#isNotAllowed ? folderWords.mayNot(folder.name) : folderWords.otherTab);
		if (this.#isNotAllowed) return;
		void holdAlone(locks, `readiness-review-folder:${group}:${device}`, signal).then(
			() => this.#enter(),
			// Stopped while it waited.
			() => undefined,
		);
	}

	/** True where the browser lets the page use the folder only once the person allowed it again. */
	get isNotAllowed(): boolean {
		return this.#isNotAllowed;
	}

	/** Goes on after a reload: it asks the person, so call it from a click or a key press. */
	async resume(): Promise<void> {
		const events = this.#events;
		if (!events || !(await askToUse(this.#options.folder))) return;
		this.#isNotAllowed = false;
		await (this.#open ? this.#look() : this.start(events));
	}

	/** Resolves where there is room for more; what could not be written yet is in `queued`. */
	async send(frame: Frame): Promise<void> {
		await this.#ready().send(frame);
	}

	/** Resolves once all that was sent is in the folder, or has failed to be (`queued`). */
	async flush(): Promise<void> {
		await this.#open?.flush();
	}

	/** Hands over every frame in the folder again, those of this device too. */
	async readAgain(): Promise<void> {
		await this.#ready().readAgain();
	}

	/**
	 * Puts a snapshot that says everything this device knows in place of its files. Rejects where it
	 * could not be written; then nothing is gone.
	 */
	async replaceOwn(snapshot: readonly Frame[]): Promise<void> {
		await this.#ready().replaceOwn(snapshot);
	}

	async stop(): Promise<void> {
		this.#callOffRetry?.();
		this.#watch?.stop();
		await this.#open?.close();
		this.#open = this.#watch = undefined;
		this.#end.abort();
		if (this.#isUp) this.#events?.link(this.#link, false);
		this.#isUp = false;
		this.#tell({ kind: 'off' });
		this.#events = undefined;
	}

	#ready(): OpenFolder {
		if (!this.#open) throw new Error('The shared folder cannot be used now.');
		return this.#open;
	}

	/** Opens the folder and reads it; where its drive is not there, again later. */
	async #enter(): Promise<void> {
		const { timer, folder } = this.#options;
		const { signal } = this.#end;
		this.#tell(folderWords.opening(folder.name));
		try {
			const open = await OpenFolder.open({
				...this.#options,
				marks: this.#marks,
				deliver: (frame) => this.#events?.frame(frame, this.#link),
				onoverdue: () => this.#watch?.soon(),
				onqueue: (queued, failure) => this.#tellQueue(queued, failure),
			});
			const isComplete = await open.look();
			if (signal.aborted) {
				await open.close();
				return;
			}
			this.#open = open;
			this.#isComplete = isComplete;
		} catch (error) {
			if (signal.aborted) return;
			this.#tell(folderWords.notReached(folder.name, String(error)));
			this.#callOffRetry = timer.after(retryMilliseconds, () => void this.#enter());
			return;
		}
		await this.#goUp(signal);
	}

	/** Everything that stood there is read: goes on with what comes. */
	async #goUp(signal: AbortSignal): Promise<void> {
		const { timer, observe, isHidden = () => false, folder } = this.#options;
		this.#watch = new FolderWatch({ timer, observe, isHidden, look: () => this.#look() });
		await this.#watch.start(folder);
		if (signal.aborted) return;
		this.#isUp = true;
		this.#events?.link(this.#link, true);
		this.#tellQueue(0, undefined);
	}

	async #look(): Promise<void> {
		const open = this.#open;
		if (!open) return;
		try {
			this.#isComplete = await open.look();
		} catch (error) {
			const { name } = this.#options.folder;
			this.#isNotAllowed = !(await mayUse(this.#options.folder).catch(() => true));
			this.#tell(
				this.#isNotAllowed ? folderWords.mayNot(name) : folderWords.notReached(name, String(error)),
			);
			return;
		}
		// What could not be written is tried again with every look.
		if (open.queued > 0) await open.flush();
		else this.#tellQueue(0, undefined);
	}

	#tellQueue(queued: number, failure: string | undefined): void {
		const { name } = this.#options.folder;
		if (failure !== undefined) this.#tell(folderWords.notWritten(name, queued, failure));
		else if (queued > 0) this.#tell(folderWords.writing(name, queued));
		else if (this.#isComplete) this.#tell(folderWords.upToDate(name));
		else this.#tell(this.#open?.isLate ? folderWords.late(name) : folderWords.arriving(name));
	}

	#tell(status: CarrierStatus): void {
		this.#events?.status(status);
	}
}
