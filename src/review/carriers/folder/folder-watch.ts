/**
 * Says when to look into a folder: the browser tells of changes where it can (FileSystemObserver);
 * beside that, and where it cannot, it is looked at every few seconds, less often in a hidden tab.
 */
import type { Timer } from '../timer.ts';

/** Calls `changed` on every change below the directory; resolves to what ends that. */
export type ObserveDirectory = (
	directory: FileSystemDirectoryHandle,
	changed: () => void,
) => Promise<() => void>;

const pollMilliseconds = 5_000;
/** What is brought by a network drive is not always told. */
const observedPollMilliseconds = 30_000;
const hiddenFactor = 6;
/** Many changes are told one by one. */
const settleMilliseconds = 100;

export interface FolderWatching {
	readonly timer: Timer;
	readonly observe: ObserveDirectory | undefined;
	readonly isHidden: () => boolean;
	/** Looks; the next wait begins when it is through. */
	readonly look: () => Promise<void>;
}

export class FolderWatch {
	readonly #watching: FolderWatching;
	#endObserving: (() => void) | undefined;
	#callOffPoll: (() => void) | undefined;
	#callOffSoon: (() => void) | undefined;
	#isOver = false;

	constructor(watching: FolderWatching) {
		this.#watching = watching;
	}

	async start(directory: FileSystemDirectoryHandle): Promise<void> {
		const end = await this.#watching
			.observe?.(directory, () => this.soon())
			// This folder cannot be observed: it is looked at instead.
			.catch(() => undefined);
		if (this.#isOver) end?.();
		else {
			this.#endObserving = end;
			this.#plan();
		}
	}

	/** Looks in a moment. */
	soon(): void {
		if (this.#isOver) return;
		this.#callOffSoon ??= this.#watching.timer.after(settleMilliseconds, () => {
			this.#callOffSoon = undefined;
			void this.#watching.look();
		});
	}

	stop(): void {
		this.#isOver = true;
		this.#callOffPoll?.();
		this.#callOffSoon?.();
		this.#endObserving?.();
	}

	#plan(): void {
		const { timer, isHidden, look } = this.#watching;
		const wait = this.#endObserving ? observedPollMilliseconds : pollMilliseconds;
		const milliseconds = isHidden() ? wait * hiddenFactor : wait;
		this.#callOffPoll = timer.after(milliseconds, () => {
			void look().then(() => {
				if (!this.#isOver) this.#plan();
			});
		});
	}
}

interface FileSystemObserverLike {
	observe(directory: FileSystemDirectoryHandle, options: { recursive: boolean }): Promise<void>;
	disconnect(): void;
}

/** The observer of this browser; undefined where it has none (Chromium has one since 133). */
export function browserObserver(): ObserveDirectory | undefined {
	const { FileSystemObserver: Observer } = globalThis as {
		readonly FileSystemObserver?: new (changed: () => void) => FileSystemObserverLike;
	};
	if (!Observer) return undefined;
	return async (directory, changed) => {
		const observer = new Observer(changed);
		await observer.observe(directory, { recursive: true });
		return () => observer.disconnect();
	};
}
