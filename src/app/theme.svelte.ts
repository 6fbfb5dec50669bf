/** Light, dark or as the system says: kept in localStorage, shown as `data-theme` on the root. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'theme';

export class ThemeChoice {
	readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
	readonly #root: HTMLElement;
	#theme = $state.raw<Theme>('system');

	constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined, root: HTMLElement) {
		this.#storage = storage;
		this.#root = root;
		const kept = storage?.getItem(key);
		this.#show(kept === 'light' || kept === 'dark' ? kept : 'system');
	}

	get current(): Theme {
		return this.#theme;
	}

	choose(theme: Theme): void {
		this.#show(theme);
		this.#storage?.setItem(key, theme);
	}

	#show(theme: Theme): void {
		this.#theme = theme;
		if (theme === 'system') delete this.#root.dataset['theme'];
		else this.#root.dataset['theme'] = theme;
	}
}
