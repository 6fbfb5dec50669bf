/** How many keys of a shared map hold something: Yjs walks all of them at each question. */
import type * as Y from 'yjs';

export class KeyCount {
	readonly #map: Y.Map<unknown>;
	/** Keys that held something once, from when they are first asked for. */
	#emptied: Set<string> | undefined;

	constructor(map: Y.Map<unknown>) {
		this.#map = map;
		map.observe(({ keysChanged }) => {
			for (const key of keysChanged as Set<string>) this.#look(key);
		});
	}

	/** Counts what is set in the present transaction; what it takes out, from its end on. */
	get size(): number {
		if (!this.#emptied) {
			this.#emptied = new Set();
			for (const key of this.#map._map.keys()) this.#look(key);
		}
		return this.#map._map.size - this.#emptied.size;
	}

	#look(key: string): void {
		if (this.#map.has(key)) this.#emptied?.delete(key);
		else this.#emptied?.add(key);
	}
}
