/**
 * A list of options under a text input (WAI-ARIA Authoring Practices, combobox with list
 * autocomplete): what was typed, which options match, which one is pointed at. Shared by Combobox
 * and ChipsField.
 */
import { matchingOptions, type Option } from './option.ts';

/** More than this nobody reads; typing narrows the list. */
const shownAtMost = 100;

export class ListState {
	#options: () => readonly Option[];
	#open = $state(false);
	#typed = $state('');
	#activeIndex = $state(-1);
	readonly matches = $derived.by(() =>
		matchingOptions(this.#options(), this.#typed).slice(0, shownAtMost),
	);

	constructor(options: () => readonly Option[]) {
		this.#options = options;
	}

	get open(): boolean {
		return this.#open && this.matches.length > 0;
	}

	get typed(): string {
		return this.#typed;
	}

	get activeIndex(): number {
		return this.#activeIndex;
	}

	get active(): Option | undefined {
		return this.open ? this.matches[this.#activeIndex] : undefined;
	}

	/** Opens the whole list with `value` pointed at. */
	show(value?: string): void {
		this.#typed = '';
		this.#open = true;
		this.#activeIndex = this.matches.findIndex((option) => option.value === value);
	}

	hide(): void {
		this.#open = false;
		this.#activeIndex = -1;
	}

	/** Narrows the list to what was typed; `pointFirst` points at the best match. */
	narrow(typed: string, pointFirst: boolean): void {
		this.#typed = typed;
		this.#open = true;
		this.#activeIndex = pointFirst && typed.trim() !== '' ? 0 : -1;
	}

	/** Handles the keys that walk the list; true where it did. */
	walk(key: string): boolean {
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
		if (step === undefined) return false;
		if (!this.open) {
			this.#open = true;
			return true;
		}
		const last = this.matches.length - 1;
		const from = this.#activeIndex;
		if (Math.abs(step) > 1) this.#activeIndex = Math.max(0, Math.min(from + step, last));
		else if (step === 1) this.#activeIndex = from >= last ? 0 : from + 1;
		else this.#activeIndex = from <= 0 ? last : from - 1;
		return true;
	}
}
