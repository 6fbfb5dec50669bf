/**
 * Choosing several of a list by keyboard and pointer (WAI-ARIA Authoring Practices, listbox with
 * multiple selection): which one is pointed at, which are chosen, where a stretch began.
 */
export class Picked {
	readonly #ids: () => readonly string[];
	#chosen = $state.raw<ReadonlySet<string>>(new Set());
	#active = $state<string>();
	#anchor: string | undefined;

	constructor(ids: () => readonly string[]) {
		this.#ids = ids;
	}

	/** Those chosen, whether they are in the list now or not. */
	get chosen(): ReadonlySet<string> {
		return this.#chosen;
	}

	/** The one pointed at; the first where none of the list is. */
	get active(): string | undefined {
		const ids = this.#ids();
		return this.#active !== undefined && ids.includes(this.#active) ? this.#active : ids[0];
	}

	point(id: string): void {
		this.#active = id;
		this.#anchor = id;
	}

	toggle(id: string): void {
		const chosen = new Set(this.#chosen);
		if (!chosen.delete(id)) chosen.add(id);
		this.#chosen = chosen;
		this.point(id);
	}

	/** Adds the stretch from where it began to `id`. */
	extendTo(id: string): void {
		const ids = this.#ids();
		const [from, to] = [ids.indexOf(this.#anchor ?? id), ids.indexOf(id)].sort((a, b) => a - b);
		this.#chosen = new Set([...this.#chosen, ...ids.slice(from, (to ?? 0) + 1)]);
		this.#active = id;
	}

	/** Chooses these and no others. */
	choose(ids: readonly string[]): void {
		this.#chosen = new Set(ids);
	}

	/** Handles a key of the list; true where it did. */
	press({ key, shiftKey, ctrlKey, metaKey }: KeyPress): boolean {
		const ids = this.#ids();
		const at = this.active === undefined ? -1 : ids.indexOf(this.active);
		if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') {
			const all = ids.every((id) => this.#chosen.has(id));
			this.#chosen = new Set(
				all ? [...this.#chosen].filter((id) => !ids.includes(id)) : [...this.#chosen, ...ids],
			);
			return true;
		}
		if (key === ' ' && at >= 0) {
			if (shiftKey) this.extendTo(ids[at] ?? '');
			else this.toggle(ids[at] ?? '');
			return true;
		}
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[key];
		const end = { Home: 0, End: ids.length - 1 }[key];
		const next =
			end ?? (step === undefined ? -1 : Math.max(0, Math.min(at + step, ids.length - 1)));
		const id = ids[next];
		if (id === undefined) return false;
		if (!shiftKey) this.point(id);
		else {
			this.#anchor ??= ids[at];
			this.extendTo(id);
		}
		return true;
	}
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;
