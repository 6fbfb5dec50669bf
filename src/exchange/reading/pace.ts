/**
 * Keeps a long read polite: tells how far it is and gives the event loop a turn now and then, so
 * that a message to cancel can arrive.
 */
export interface ReadingWatch {
	/** `fraction` from 0 to 1, `what` is being read in words for people. */
	progress(fraction: number, what: string): void;
	/** True once the person asked to stop. */
	aborted(): boolean;
}

const turnEveryMilliseconds = 40;

export class Pace {
	readonly #watch: ReadingWatch;
	#lastTurn = performance.now();

	constructor(watch: ReadingWatch) {
		this.#watch = watch;
	}

	/** Tells the progress and lets other tasks run if it is time; false when reading should stop. */
	async step(fraction: number, what: string): Promise<boolean> {
		if (performance.now() - this.#lastTurn < turnEveryMilliseconds) return true;
		return this.turn(fraction, what);
	}

	/** As `step`, but always gives the turn: for the moment before a long stretch. */
	async turn(fraction: number, what: string): Promise<boolean> {
		this.#watch.progress(Math.min(1, fraction), what);
		await new Promise((resolve) => setTimeout(resolve, 0));
		this.#lastTurn = performance.now();
		return !this.#watch.aborted();
	}
}
