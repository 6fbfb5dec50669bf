/**
 * Several values as chips with an input behind them: adding by id or label, removing by Backspace,
 * walking with the arrow keys. Text that is no option becomes a value as it stands; the field marks
 * it as unknown.
 */
import { ListState } from './list-state.svelte.ts';
import { exactOption, type Option } from './option.ts';

interface ChipsInputs {
	readonly values: () => readonly string[];
	readonly options: () => readonly Option[];
	readonly onchange: (values: readonly string[]) => void;
}

/** What parts several values typed or pasted at once. */
const separators = /[,;\n\t]+/;

export class ChipsState {
	readonly #inputs: ChipsInputs;
	readonly list: ListState;
	#text = $state('');
	#activeChip = $state(-1);

	constructor(inputs: ChipsInputs) {
		this.#inputs = inputs;
		this.list = new ListState(() => {
			const taken = new Set(inputs.values());
			return inputs.options().filter((option) => !taken.has(option.value));
		});
	}

	/** What is typed behind the chips. */
	get text(): string {
		return this.#text;
	}

	/** Index of the chip the arrow keys point at, or -1 while the input is it. */
	get activeChip(): number {
		return this.#activeChip;
	}

	/**
	 * Takes typed text; a separator in it turns what stands before it into chips, unless it belongs to
	 * a label that begins so.
	 */
	type(text: string): void {
		this.#activeChip = -1;
		const parts = this.#beginsLabel(text) ? [text] : text.split(separators);
		const rest = parts.pop() ?? '';
		this.#add(parts);
		this.#text = rest.trimStart();
		this.list.narrow(this.#text, true);
	}

	/** Turns what is typed, or the option pointed at, into a chip; false where there is neither. */
	take(): boolean {
		const picked = this.list.active?.value ?? this.#text;
		if (picked.trim() === '') return false;
		this.choose(picked);
		return true;
	}

	choose(value: string): void {
		this.#add([value]);
		this.#text = '';
		this.list.narrow('', true);
	}

	/** Turns what is typed into a chip as it stands, and closes the list. */
	settle(): void {
		this.#add([this.#text]);
		this.#text = '';
		this.#activeChip = -1;
		this.list.hide();
	}

	remove(value: string): void {
		this.#activeChip = -1;
		this.#inputs.onchange(this.#inputs.values().filter((other) => other !== value));
	}

	/** Handles a key in the input whose caret is at the start or not; true where it was used. */
	press(key: string, caretAtStart: boolean): boolean {
		const last = this.#inputs.values().length - 1;
		if (key === 'Enter') return this.take();
		if (key === 'Tab') {
			// Taken on the way out; the key itself stays the browser's.
			this.take();
			return false;
		}
		if (key === 'Escape' && (this.list.open || this.#text !== '')) {
			this.#text = '';
			this.list.hide();
			return true;
		}
		if (caretAtStart && last >= 0 && this.#pressAmongChips(key, last)) return true;
		return this.list.walk(key);
	}

	#pressAmongChips(key: string, last: number): boolean {
		const at = this.#activeChip;
		if (key === 'ArrowLeft') this.#activeChip = at === -1 ? last : Math.max(0, at - 1);
		else if (key === 'ArrowRight' && at !== -1) this.#activeChip = at === last ? -1 : at + 1;
		else if (key === 'Backspace' || (key === 'Delete' && at !== -1)) this.#removeAt(at, last);
		else return false;
		return true;
	}

	#removeAt(at: number, last: number): void {
		const value = this.#inputs.values()[at === -1 ? last : at];
		if (value === undefined) return;
		this.remove(value);
		this.#activeChip = at === -1 || last === 0 ? -1 : Math.min(at, last - 1);
	}

	#beginsLabel(text: string): boolean {
		const typed = text.trimStart().toLowerCase();
		if (!separators.test(typed)) return false;
		return this.#inputs.options().some(({ label }) => label.toLowerCase().startsWith(typed));
	}

	#add(texts: readonly string[]): void {
		const known = texts
			.map((text) => text.trim())
			.filter((text) => text !== '')
			.map((text) => exactOption(this.#inputs.options(), text)?.value ?? text);
		const before = this.#inputs.values();
		const after = [...new Set([...before, ...known])];
		if (after.length > before.length) this.#inputs.onchange(after);
	}
}
