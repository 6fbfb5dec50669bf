/** A choice that outlives the visit, such as which of several views was open; kept in the browser. */

/** The part of the browser's `localStorage` that is needed. */
export interface ChoiceStorage {
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
}

export class KeptChoice<Choice extends string> {
	readonly #storage: ChoiceStorage;
	readonly #key: string;
	readonly #first: Choice;
	#chosen = $state.raw<Choice>();

	/** The first of `choices` until another was chosen. */
	constructor(storage: ChoiceStorage, key: string, choices: readonly [Choice, ...Choice[]]) {
		this.#storage = storage;
		this.#key = key;
		const kept = this.#read();
		this.#first = choices[0];
		this.#chosen = choices.find((each) => each === kept);
	}

	get current(): Choice {
		return this.#chosen ?? this.#first;
	}

	set current(choice: Choice) {
		this.#chosen = choice;
		try {
			this.#storage.setItem(this.#key, choice);
		} catch {
			// Storage that is full or forbidden: the choice lasts as long as the page.
		}
	}

	#read(): string | null {
		try {
			return this.#storage.getItem(this.#key);
		} catch {
			// Browsers that forbid storage throw on reading as well.
			return null;
		}
	}
}
