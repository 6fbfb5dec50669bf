/** For how long files that have not arrived were waited for. */
import type { Timer } from '../timer.ts';

/** How long the later files of a device wait for one that is missing or half there. */
const patienceMilliseconds = 120_000;

export class FolderWaits {
	readonly #timer: Timer;
	readonly #overdue: () => void;
	/** By file; true once it is overdue. */
	readonly #waits = new Map<string, boolean>();
	readonly #callOffs = new Set<() => void>();

	/** `overdue` is called when a file was waited for long enough. */
	constructor(timer: Timer, overdue: () => void) {
		this.#timer = timer;
		this.#overdue = overdue;
	}

	/** Begins to wait at the first question. */
	isOverdue(file: string): boolean {
		const known = this.#waits.get(file);
		if (known !== undefined) return known;
		this.#waits.set(file, false);
		const callOff = this.#timer.after(patienceMilliseconds, () => {
			this.#callOffs.delete(callOff);
			this.#waits.set(file, true);
			this.#overdue();
		});
		this.#callOffs.add(callOff);
		return false;
	}

	stop(): void {
		for (const callOff of this.#callOffs) callOff();
		this.#callOffs.clear();
	}
}
