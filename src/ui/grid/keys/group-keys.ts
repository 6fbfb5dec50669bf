/** Opening and closing groups by key (WAI-ARIA Authoring Practices, treegrid). */
import type { GridRow } from '../grid-column.ts';
import type { KeyPress } from './grid-keys.ts';
import type { GridState } from '../grid-state.svelte.ts';

export class GroupKeys<Row extends GridRow, Value> {
	readonly #grid: GridState<Row, Value>;
	readonly #ontoggle: (groupId: string) => void;

	constructor(grid: GridState<Row, Value>, ontoggle: (groupId: string) => void) {
		this.#grid = grid;
		this.#ontoggle = ontoggle;
	}

	/** True where the key was about a group. */
	press({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyPress): boolean {
		if (ctrlKey || metaKey) return false;
		const opens = { ArrowLeft: false, ArrowRight: true }[key];
		if (altKey) return shiftKey && opens !== undefined && this.#set(opens);
		const group = this.#grid.groupAt(this.#grid.place);
		if (!group || shiftKey) return false;
		if (key === 'Enter' || key === ' ') return this.#set(!group.group.expanded);
		return opens !== undefined && this.#set(opens);
	}

	/** Opens or closes the group of the active cell, whose head becomes active. */
	#set(opens: boolean): boolean {
		const head = this.#grid.groupAbove(this.#grid.place);
		const group = head && this.#grid.groupAt(head);
		if (!group) return false;
		if (group.group.expanded === opens) return true;
		this.#grid.activate(head);
		this.#ontoggle(group.id);
		return true;
	}
}
