/**
 * Goes by F6 from one part of the page to the next, as desktop programs do: each part carries
 * `data-region` with its name, and each gives focus to what had it last there.
 */
import { on } from 'svelte/events';

/** Where focus begins in a part, the best first. */
const startsWith = [
	'[data-start]', // said by the part itself
	'[aria-current]', // the present place of a list of places
	'[tabindex="0"]', // the one cell, tab or item that Tab would reach
	'a[href], button:not(:disabled), input:not(:disabled), select, textarea',
];

export class Regions {
	readonly #document: Document;
	readonly #last = new WeakMap<Element, HTMLElement>();

	constructor(document: Document) {
		this.#document = document;
	}

	/** Remembers where focus is in each part, until the function returned is called. */
	watch(): () => void {
		return on(this.#document, 'focusin', ({ target }) => {
			const region = regionOf(target);
			const isPart = region !== target && target instanceof HTMLElement;
			if (region && isPart) this.#last.set(region, target);
		});
	}

	/** Gives focus to the next part, or the one before; round at the ends. */
	go(direction: 1 | -1): void {
		const regions = [...this.#document.querySelectorAll<HTMLElement>('[data-region]')];
		const here = regionOf(this.#document.activeElement);
		const at = regions.findIndex((region) => region === here);
		const from = at < 0 && direction < 0 ? 0 : at;
		const next = regions[(from + direction + regions.length) % regions.length];
		if (next) this.#enter(next);
	}

	/** Gives focus to the part of this name, if it is on the page. */
	goTo(name: string): void {
		const region = this.#document.querySelector<HTMLElement>(`[data-region="${name}"]`);
		if (region) this.#enter(region);
	}

	/** Gives focus to what had it last in this part, else to where it begins. */
	#enter(region: HTMLElement): void {
		const last = this.#last.get(region);
		const first = startsWith
			.flatMap((selector) => [...region.querySelectorAll<HTMLElement>(selector)])
			.find((element) => regionOf(element) === region && element.checkVisibility());
		const target = last?.isConnected && regionOf(last) === region ? last : first;
		(target ?? region).focus();
	}
}

/** The innermost part that holds an element. */
function regionOf(target: EventTarget | null): Element | null {
	return target instanceof Element ? target.closest('[data-region]') : null;
}
