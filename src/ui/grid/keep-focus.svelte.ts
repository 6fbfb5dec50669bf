/**
 * Focus is the browser's: where drawing anew has moved or removed the focused cell, it returns to
 * the active one.
 */

interface FocusInputs {
	readonly root: () => HTMLElement | undefined;
	/** Reads whatever draws cells anew. */
	readonly watch: () => unknown;
}

/** The active cell's element. */
export function activeCellIn(root: HTMLElement | undefined): HTMLElement | undefined {
	return root?.querySelector<HTMLElement>('[data-active]') ?? undefined;
}

/** Call while the grid's component is made; lives as long as it. */
export function keepFocus({ root, watch }: FocusInputs): void {
	let hadFocus = false;
	$effect.pre(() => {
		watch();
		hadFocus = root()?.contains(document.activeElement) ?? false;
	});
	$effect(() => {
		watch();
		const cell = activeCellIn(root());
		if (hadFocus && !cell?.contains(document.activeElement)) cell?.focus({ preventScroll: true });
	});
}
