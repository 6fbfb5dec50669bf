/**
 * Whether the other side still lives. Each asks every 5 s; whatever comes is a sign of life. Silence
 * is counted in own ticks, so that the time in which this page itself slept is not held against the
 * other. Who sleeps is asked on for ten minutes: a browser that wakes goes on over the same connection.
 */
import type { Timer } from '../timer.ts';

/** Seconds. */
export const askEvery = 5;
export const quietAfter = 8;
export const asleepAfter = 20;
export const goneAfter = 600;

export interface LivenessEvents {
	/** Time to ask for a sign of life. */
	ask(): void;
	/** Nothing was heard for some time. */
	quiet(): void;
	/** Nothing was for longer: it is reckoned with no more until it comes back. */
	asleep(): void;
	/** After quiet or sleep, something was. */
	back(): void;
	/** Nothing was heard for too long; it is the last that is told. */
	gone(): void;
}

export class Liveness {
	readonly #timer: Timer;
	readonly #events: LivenessEvents;
	#ticks = 0;
	#silence = 0;
	#cancel: (() => void) | undefined;

	constructor(timer: Timer, events: LivenessEvents) {
		this.#timer = timer;
		this.#events = events;
	}

	start(): void {
		this.#cancel = this.#timer.after(1_000, () => this.#tick());
	}

	stop(): void {
		this.#cancel?.();
	}

	/** The browser itself finds the other side no more. */
	missed(): void {
		if (this.#silence >= asleepAfter) return;
		this.#silence = asleepAfter;
		this.#events.asleep();
	}

	heard(): void {
		const wasQuiet = this.#silence >= quietAfter;
		this.#silence = 0;
		if (wasQuiet) this.#events.back();
	}

	#tick(): void {
		this.#ticks += 1;
		this.#silence += 1;
		if (this.#silence >= goneAfter) return this.#events.gone();
		this.start();
		if (this.#ticks % askEvery === 0) this.#events.ask();
		if (this.#silence === quietAfter) this.#events.quiet();
		if (this.#silence === asleepAfter) this.#events.asleep();
	}
}
