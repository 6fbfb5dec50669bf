/**
 * Something a person can have done: by a key, from a menu or from the palette. Each place states its
 * own, and whatever shows or runs them reads this one list, so that words and keys never differ.
 */
import type { Component } from 'svelte';

export interface UiCommand {
	/** Unique in the product and the same on every visit: `undo`, `place-activity`. */
	readonly id: string;
	/** What it does, in sentence case: “Undo edit of owner”. */
	readonly label: string;
	/** Under which heading it is listed. */
	readonly group: string;
	/**
	 * Its keys, `Mod+Shift+Z` (Mod is ⌘ on a Mac, else Ctrl); several ways stand apart by a space, the
	 * one to show first.
	 */
	readonly keys?: string | undefined;
	/** What tells it from others of the same name; searched as well. */
	readonly hint?: string | undefined;
	readonly icon?: Component | undefined;
	/** Given for a choice: whether it is the present one. */
	readonly checked?: boolean | undefined;
	/** Why it cannot be done now; absent where it can. */
	readonly unavailable?: string | undefined;
	readonly run: () => void;
}

/** The keys to show beside a command: the first of them. */
export function shownKeys({ keys }: Pick<UiCommand, 'keys'>): string | undefined {
	return keys?.split(' ')[0];
}
