/**
 * Frames that came before what they build on, as from folders where nobody knows the order: they
 * wait, and are heard again when something else was taken.
 */
import type { Heard } from './incoming.ts';

/** How many may wait, and how many bytes in all: the oldest is given up first. */
const mostFrames = 2_000;
const mostBytes = 64 * 2 ** 20;

export class EarlyFrames {
	readonly #onGivenUp: (heard: Heard) => void;
	#waiting: Heard[] = [];
	#bytes = 0;

	constructor(onGivenUp: (heard: Heard) => void) {
		this.#onGivenUp = onGivenUp;
	}

	get count(): number {
		return this.#waiting.length;
	}

	add(heard: Heard): void {
		this.#waiting.push(heard);
		this.#bytes += heard.body.length;
		while (this.#waiting.length > mostFrames || this.#bytes > mostBytes) {
			const oldest = this.#waiting.shift();
			if (!oldest) return;
			this.#bytes -= oldest.body.length;
			this.#onGivenUp(oldest);
		}
	}

	/** All that wait, which wait no more. */
	take(): readonly Heard[] {
		const waiting = this.#waiting;
		[this.#waiting, this.#bytes] = [[], 0];
		return waiting;
	}
}
