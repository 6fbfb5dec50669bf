/**
 * Which of the previewed changes are to be made, and the keys of their list (WAI-ARIA Authoring
 * Practices, listbox with several selected options). All are chosen until someone leaves one out.
 */
import { SvelteSet } from 'svelte/reactivity';
import type { ProposedEdit } from './proposed-edit.ts';

export class PreviewChoice {
	readonly #edits: () => readonly ProposedEdit[];
	readonly #leftOut = new SvelteSet<string>();
	#activeKey = $state.raw<string>();

	constructor(edits: () => readonly ProposedEdit[]) {
		this.#edits = edits;
	}

	/** The changes to make. */
	readonly chosen: readonly ProposedEdit[] = $derived.by(() => {
		const edits = this.#edits();
		return this.#leftOut.size === 0 ? edits : edits.filter((edit) => this.isChosen(edit));
	});

	/** Where the keys are: 0-based among the changes; -1 where there are none. */
	readonly activeIndex: number = $derived.by(() => {
		const edits = this.#edits();
		const index = edits.findIndex(({ key }) => key === this.#activeKey);
		return index < 0 && edits.length > 0 ? 0 : index;
	});

	isChosen({ key }: ProposedEdit): boolean {
		return !this.#leftOut.has(key);
	}

	toggle({ key }: ProposedEdit): void {
		this.#activeKey = key;
		if (!this.#leftOut.delete(key)) this.#leftOut.add(key);
	}

	toggleAll(chosen: boolean): void {
		this.#leftOut.clear();
		if (chosen) return;
		for (const { key } of this.#edits()) this.#leftOut.add(key);
	}

	/** Handles a key of the list; `page` is how many lines are in view. True where it was one. */
	press(key: string, page: number): boolean {
		const edits = this.#edits();
		const at = this.activeIndex;
		const active = edits[at];
		if (!active) return false;
		const last = edits.length - 1;
		const to = {
			ArrowDown: at + 1,
			ArrowUp: at - 1,
			PageDown: at + page,
			PageUp: at - page,
			Home: 0,
			End: last,
		}[key];
		if (to !== undefined) this.#activeKey = edits[Math.max(0, Math.min(to, last))]?.key;
		else if (key === ' ') this.toggle(active);
		else return false;
		return true;
	}
}
