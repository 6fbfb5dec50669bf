/** Where outside values become reactive: subscribe, then read the source itself; no copies. */
import { createSubscriber } from 'svelte/reactivity';
import type { Observable } from '../base/observable.ts';

export class LiveValue<Value> {
	readonly #source: Observable<Value>;
	readonly #subscribe: () => void;

	constructor(source: Observable<Value>) {
		this.#source = source;
		this.#subscribe = createSubscriber((update) => source.subscribe(update));
	}

	get current(): Value {
		this.#subscribe();
		return this.#source.current;
	}
}
