/** A value that changes from outside, with a way to hear of it. The listener takes no value: read `current`. */
export interface Observable<Value> {
	readonly current: Value;
	/** Returns the function that stops listening. */
	subscribe(listener: () => void): () => void;
}

/** Listeners that are called in the order they came; one may leave while being called. */
export class Listeners<Event = void> {
	readonly #listeners = new Set<(event: Event) => void>();

	add(listener: (event: Event) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	call(event: Event): void {
		for (const listener of [...this.#listeners]) listener(event);
	}
}
