/** Notices when nothing has changed for a while: only then are contents of copies compared. */
import type { SessionTimer } from './session-timer.ts';

/** So long nothing may have changed, milliseconds. */
const quiet = 2_000;

export class QuietWatch {
	readonly #timer: SessionTimer;
	readonly #onQuiet: () => void;
	#changedAt: number;
	#cancel: (() => void) | undefined;

	/** `onQuiet` is called once after each stir. */
	constructor(timer: SessionTimer, onQuiet: () => void) {
		this.#timer = timer;
		this.#onQuiet = onQuiet;
		this.#changedAt = timer.now();
	}

	get isQuiet(): boolean {
		return this.#timer.now() - this.#changedAt >= quiet;
	}

	/** Something changed just now. */
	note(): void {
		this.#changedAt = this.#timer.now();
		this.#cancel ??= this.#timer.after(quiet, () => this.#look());
	}

	close(): void {
		this.#cancel?.();
	}

	#look(): void {
		this.#cancel = undefined;
		if (this.isQuiet) this.#onQuiet();
		else this.#cancel = this.#timer.after(quiet, () => this.#look());
	}
}
