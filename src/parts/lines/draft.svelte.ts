/**
 * A text while it is typed: a draft over what stands, taken when the field is left. A refused text stays
 * with the reason; Esc puts back what stood.
 */
import type { Refusal } from './record-deeds.ts';

export class Draft {
	readonly #held: () => string;
	readonly #take: (text: string) => Refusal;
	#typed = $state<string>();
	#refusal = $state<string>();

	constructor(held: () => string, take: (text: string) => Refusal) {
		this.#held = held;
		this.#take = take;
	}

	get text(): string {
		return this.#typed ?? this.#held();
	}

	set text(typed: string) {
		this.#typed = typed;
	}

	/** Why what was typed last was not taken. */
	get refusal(): Refusal {
		return this.#refusal;
	}

	take(text: string): void {
		this.#refusal = this.#take(text);
		if (this.#refusal === undefined) this.#typed = undefined;
	}

	readonly settle = (): void => {
		if (this.#typed !== undefined) this.take(this.#typed.trim());
	};

	/** Esc; what stood is back, and whatever lies around the field stays open. */
	readonly pressKey = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || this.#typed === undefined) return;
		event.preventDefault();
		event.stopPropagation();
		this.#typed = undefined;
		this.#refusal = undefined;
	};
}
