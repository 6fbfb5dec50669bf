/** Which commands were chosen in the palette last, newest first, kept in this browser. */
const key = 'recent-commands';
const keptAtMost = 5;

export class RecentCommands {
	readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
	#ids: readonly string[];

	constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined) {
		this.#storage = storage;
		this.#ids = storage?.getItem(key)?.split(' ').filter(Boolean).slice(0, keptAtMost) ?? [];
	}

	get ids(): readonly string[] {
		return this.#ids;
	}

	/** Ids have no blanks in them. */
	note(id: string): void {
		this.#ids = [id, ...this.#ids.filter((other) => other !== id)].slice(0, keptAtMost);
		try {
			this.#storage?.setItem(key, this.#ids.join(' '));
		} catch {
			// Storage that is full or switched off: they last as long as the page.
		}
	}
}
