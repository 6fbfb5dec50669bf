/**
 * Focus is the browser's: where drawing anew has moved or removed the focused cell, it returns to
 * the active one.
 */
import { whereFocusWas, type Redrawn } from '../focus/focus-before.svelte.ts';

/** The active cell's element. */
export function activeCellIn(root: HTMLElement | undefined): HTMLElement | undefined {
	return root?.querySelector<HTMLElement>('[data-active]') ?? undefined;
}

/** Call while the grid's component is made; lives as long as it. */
export function keepFocus(redrawn: Redrawn): void {
	whereFocusWas(redrawn, (root) => {
		const cell = activeCellIn(root);
		if (!cell?.contains(document.activeElement)) cell?.focus({ preventScroll: true });
	});
}
