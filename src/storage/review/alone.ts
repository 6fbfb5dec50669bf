/** Work that must not run in two tabs at once, one after the other in the order it was asked for. */
import { Turns } from '../../base/turns.ts';
import type { Platform } from '../platform.ts';

export class Alone {
	readonly #name: string;
	readonly #locks: Platform['locks'];
	/** Of this tab. */
	readonly #turns = new Turns();

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
		return this.#turns.take(() => (locks ? locks.request(this.#name, () => work()) : work()));
	}
}
