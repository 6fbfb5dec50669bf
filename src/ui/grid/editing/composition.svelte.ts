/**
 * Letters that reach a cell other than by plain keys: composed by an input method or a dead key,
 * dictated, picked from a palette. The cell keeps focus and stays a grid cell (EditContext) until the
 * text is whole; then the editor opens with it. Moving focus sooner would lose its first letters.
 */
import type { Attachment } from 'svelte/attachments';
import { flushSync } from 'svelte';
import { placeOf } from '../grid-place.ts';
import { newEditContext, type EditContext } from './edit-context.ts';

export class CellComposition {
	readonly #onwhole: (text: string) => void;
	readonly #context: EditContext | undefined = newEditContext();
	#cell: HTMLElement | undefined;
	#isComposing = false;
	#text = $state('');
	#box = $state.raw<DOMRect>();

	/** `onwhole` opens the editor of the active cell with a text. */
	constructor(onwhole: (text: string) => void) {
		this.#onwhole = onwhole;
		const context = this.#context;
		context?.addEventListener('compositionstart', () => {
			this.#isComposing = true;
			this.#tellBounds();
		});
		context?.addEventListener('textupdate', () => {
			this.#text = context.text;
			if (!this.#isComposing) this.finish();
		});
		context?.addEventListener('compositionend', () => this.finish());
		context?.addEventListener('characterboundsupdate', () => this.#tellBounds());
	}

	/** False where it is not offered, as without EditContext: a composing key opens the editor at once. */
	takes(target: EventTarget | null): boolean {
		return this.#cell !== undefined && target === this.#cell;
	}

	/** What has been composed so far, to be shown in the active cell; '' while nothing is. */
	get text(): string {
		return this.#text;
	}

	/** Where the cell is in the window. */
	get box(): DOMRect | undefined {
		return this.#box;
	}

	/** Opens the editor with what was composed so far, if anything. */
	finish(): void {
		const text = this.#text;
		this.#isComposing = false;
		this.#text = '';
		this.#context?.updateText(0, this.#context.text.length, '');
		this.#context?.updateSelection(0, 0);
		if (text !== '') flushSync(() => this.#onwhole(text));
	}

	/** Follows the focused cell of the grid it is attached to. */
	readonly attach: Attachment<HTMLElement> = (grid) => {
		const take = ({ target }: FocusEvent): void => this.#moveTo(cellOf(target));
		grid.addEventListener('focusin', take);
		return () => grid.removeEventListener('focusin', take);
	};

	#moveTo(cell: HTMLElement | undefined): void {
		if (cell === this.#cell || !this.#context) return;
		setContext(this.#cell, null);
		this.#cell = cell;
		setContext(cell, this.#context);
		this.#tellBounds();
	}

	/** Input methods show their candidates beside the cell. */
	#tellBounds(): void {
		const box = this.#cell?.getBoundingClientRect();
		this.#box = box;
		if (!box) return;
		this.#context?.updateControlBounds(box);
		this.#context?.updateSelectionBounds(box);
		this.#context?.updateCharacterBounds(0, [box]);
	}
}

/** The focused cell where it can be edited. A finger would call up its keyboard at every tap. */
function cellOf(target: EventTarget | null): HTMLElement | undefined {
	const place = placeOf(target);
	const isCell = target instanceof HTMLElement && target.getAttribute('role') === 'gridcell';
	if (!place || !isCell || matchMedia('(pointer: coarse)').matches) return undefined;
	return target.getAttribute('aria-readonly') === 'true' ? undefined : target;
}

function setContext(cell: HTMLElement | undefined, context: EditContext | null): void {
	if (cell) Object.assign(cell, { editContext: context });
}
