/**
 * The keyboard and focus of a button menu (WAI-ARIA Authoring Practices, menu button pattern),
 * readable and testable without its markup.
 */
import type { Component } from 'svelte';

export interface MenuItem {
	readonly key: string;
	readonly label: string;
	readonly icon?: Component | undefined;
	readonly shortcut?: string | undefined;
	readonly danger?: boolean;
	readonly disabled?: boolean;
	/** Given: the item is a switch, and the menu stays open when it is chosen. */
	readonly checked?: boolean | undefined;
	/** A line above this item parts it from the ones before. */
	readonly separated?: boolean;
	readonly onselect: () => void;
}

export class MenuState {
	#items: () => readonly MenuItem[];
	#open = $state(false);
	#activeKey = $state.raw<string>();
	#typed = '';
	#typedAt = 0;

	constructor(items: () => readonly MenuItem[]) {
		this.#items = items;
	}

	get open(): boolean {
		return this.#open;
	}

	/** Key of the item that has focus. */
	get activeKey(): string | undefined {
		return this.#activeKey;
	}

	/** Opens the menu with focus on its first or last item. */
	show(edge: 'first' | 'last' = 'first'): void {
		this.#open = true;
		this.#activeKey = this.#items().at(edge === 'first' ? 0 : -1)?.key;
	}

	hide(): void {
		this.#open = false;
		this.#activeKey = undefined;
	}

	point(key: string): void {
		this.#activeKey = key;
	}

	choose(item: MenuItem): void {
		if (item.disabled) return;
		if (item.checked === undefined) this.hide();
		item.onselect();
	}

	/** Handles a key inside the open menu; true where it was one of the menu's own. */
	press(key: string, timeStamp: number): boolean {
		const items = this.#items();
		const at = items.findIndex((item) => item.key === this.#activeKey);
		if (key === 'ArrowDown') this.#moveTo((at + 1) % items.length);
		else if (key === 'ArrowUp') this.#moveTo((at <= 0 ? items.length : at) - 1);
		else if (key === 'Home') this.#moveTo(0);
		else if (key === 'End') this.#moveTo(items.length - 1);
		else if (key === 'Escape' || key === 'Tab') this.hide();
		else if (key.length === 1 && key !== ' ') this.#typeAhead(key, timeStamp, at);
		else return false;
		return true;
	}

	#moveTo(index: number): void {
		this.#activeKey = this.#items()[index]?.key;
	}

	/** Letters typed within half a second of each other are one prefix. */
	#typeAhead(letter: string, timeStamp: number, at: number): void {
		this.#typed = timeStamp - this.#typedAt < 500 ? this.#typed + letter : letter;
		this.#typedAt = timeStamp;
		const items = this.#items();
		const from = this.#typed.length > 1 ? Math.max(at, 0) : at + 1;
		const inOrder = [...items.slice(from), ...items.slice(0, from)];
		const prefix = this.#typed.toLowerCase();
		const match = inOrder.find((item) => item.label.toLowerCase().startsWith(prefix));
		if (match) this.#activeKey = match.key;
	}
}
