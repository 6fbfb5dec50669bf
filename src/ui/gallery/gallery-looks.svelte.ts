/** How the gallery is looked at: theme, direction, size of text, density, motion, as on the root. */
export const lookChoices = {
	theme: ['system', 'light', 'dark', 'both'],
	direction: ['left to right', 'right to left'],
	text: ['100 %', '200 %'],
	density: ['comfortable', 'compact'],
	motion: ['system', 'reduce'],
} as const;

export type Look = keyof typeof lookChoices;

export class GalleryLooks {
	readonly #root: HTMLElement;
	#chosen = $state.raw<Readonly<Record<Look, string>>>({
		theme: 'system',
		direction: 'left to right',
		text: '100 %',
		density: 'comfortable',
		motion: 'system',
	});

	/** The colour schemes to show beside each other. */
	readonly schemes: readonly string[] = $derived(
		this.#chosen.theme === 'both' ? ['light', 'dark'] : ['inherit'],
	);

	constructor(root: HTMLElement) {
		this.#root = root;
	}

	of(look: Look): string {
		return this.#chosen[look];
	}

	choose(look: Look, choice: string): void {
		this.#chosen = { ...this.#chosen, [look]: choice };
		const { theme, direction, text, density, motion } = this.#chosen;
		Object.assign(this.#root.dataset, { theme, density, motion });
		this.#root.dir = direction === 'right to left' ? 'rtl' : 'ltr';
		this.#root.style.fontSize = text === '200 %' ? '200%' : '';
	}
}
