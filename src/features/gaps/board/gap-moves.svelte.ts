/**
 * A gap on its way to another state. Closed and accepted need something said first: then it waits until
 * the form is filled in or called off.
 */
import type { Gap } from '../../../model/registers/gaps.ts';
import type { GapDeeds } from '../gap-deeds.ts';

interface Asked {
	readonly gap: Gap;
	readonly status: 'closed' | 'accepted';
}

export class GapMoves {
	readonly #deeds: GapDeeds;
	#asked = $state.raw<Asked>();
	#end: (() => void) | undefined;

	constructor(deeds: GapDeeds) {
		this.#deeds = deeds;
	}

	/** What is asked now. */
	get asked(): Asked | undefined {
		return this.#asked;
	}

	/** Resolves once the gap is moved or left where it was. */
	readonly move = (gap: Gap, status: string): Promise<void> => {
		if (status !== 'closed' && status !== 'accepted') {
			this.#deeds.moveOrSay(gap, status);
			return Promise.resolve();
		}
		this.#asked = { gap, status };
		return new Promise((resolve) => (this.#end = resolve));
	};

	/** The form was filled in or called off. */
	readonly end = (): void => {
		this.#asked = undefined;
		this.#end?.();
		this.#end = undefined;
	};
}
