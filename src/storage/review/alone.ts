/** Work that must not run in two tabs at once, one after the other in the order it was asked for. */
import type { Platform } from '../platform.ts';

export class Alone {
	readonly #name: string;
	readonly #locks: Platform['locks'];
	/** Ends when all that was asked for in this tab is done. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(name: string, locks: Platform['locks']) {
		this.#name = name;
		this.#locks = locks;
	}

	/**
	 * Runs `work` when nobody else does, here or in another tab. Where the browser has no Web Locks
	 * only this tab is in order: what two tabs write at once is then told apart by its signature.
	 */
	run<Value>(work: () => Promise<Value>): Promise<Value> {
		const locks = this.#locks;
		const next = this.#last.then(() => (locks ? locks.request(this.#name, () => work()) : work()));
		this.#last = next.catch(() => undefined);
		return next;
	}
}
