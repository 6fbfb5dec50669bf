/**
 * A finger that rests on the grid: more than a tap, and no scrolling. Android's browsers tell of it
 * themselves (contextmenu), those of iOS do not.
 */

/** So long a finger rests, in milliseconds. */
const holdAfter = 500;
/** So far a finger that rests may shake, in CSS pixels. */
const shake = 10;

export class TouchHold {
	#hold: (() => void) | undefined;
	#listening = new AbortController();

	/** Watches a finger that was put down; `onhold` is called if it rests there. */
	follow({ clientX, clientY }: PointerEvent, onhold: () => void): void {
		this.#stop();
		const timer = setTimeout(() => this.noticed(), holdAfter);
		const options = { capture: true, signal: this.#listening.signal };
		this.#hold = () => {
			this.#stop();
			// Lifting it is no tap, which would move focus.
			const lift = { ...options, once: true, passive: false, signal: this.#listening.signal };
			document.addEventListener('touchend', (event) => event.preventDefault(), lift);
			onhold();
		};
		const stop = (): void => this.#stop();
		const move = (event: PointerEvent): void => {
			if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > shake) stop();
		};
		document.addEventListener('pointermove', move, options);
		for (const type of ['pointerup', 'pointercancel', 'scroll']) {
			document.addEventListener(type, stop, options);
		}
		options.signal.addEventListener('abort', () => clearTimeout(timer));
	}

	/** The browser has noticed that the finger rests. */
	noticed(): void {
		this.#hold?.();
	}

	#stop(): void {
		this.#listening.abort();
		this.#listening = new AbortController();
		this.#hold = undefined;
	}
}
