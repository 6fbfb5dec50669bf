/**
 * How the program looks to this person, in this browser: theme, density, motion. Kept in
 * localStorage and shown as data attributes on the root, which the tokens of `ui/` read. The first
 * choice of each stands for no attribute.
 */
export const appearanceChoices = {
	theme: ['system', 'light', 'dark'],
	density: ['comfortable', 'compact'],
	motion: ['system', 'reduce'],
} as const;

export type AppearanceSetting = keyof typeof appearanceChoices;

type Chosen = Readonly<Record<AppearanceSetting, string>>;

export const appearanceSettings: readonly AppearanceSetting[] = ['theme', 'density', 'motion'];

export class Appearance {
	readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
	readonly #root: HTMLElement;
	#chosen = $state.raw<Chosen>({ theme: 'system', density: 'comfortable', motion: 'system' });

	constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined, root: HTMLElement) {
		this.#storage = storage;
		this.#root = root;
		for (const setting of appearanceSettings) {
			const kept = storage?.getItem(setting);
			if (kept) this.#show(setting, kept);
		}
	}

	get dense(): boolean {
		return this.#chosen.density === 'compact';
	}

	/** One of `appearanceChoices` of the setting. */
	of(setting: AppearanceSetting): string {
		return this.#chosen[setting];
	}

	/** Shows and keeps the choice; a word that is none of the setting's choices changes nothing. */
	choose(setting: AppearanceSetting, choice: string): void {
		this.#show(setting, choice);
		try {
			this.#storage?.setItem(setting, this.#chosen[setting]);
		} catch {
			// Storage that is full or switched off: the choice then lasts as long as the page.
		}
	}

	#show(setting: AppearanceSetting, choice: string): void {
		const place = appearanceChoices[setting].findIndex((known) => known === choice);
		if (place < 0) return;
		this.#chosen = { ...this.#chosen, [setting]: choice };
		if (place === 0) this.#root.removeAttribute(`data-${setting}`);
		else this.#root.setAttribute(`data-${setting}`, choice);
	}
}
