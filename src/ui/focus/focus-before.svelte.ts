/**
 * The browser lets go of the focus where what had it is moved or removed. This notices that it was
 * within something before that was drawn anew, so that it can be given back.
 */

export interface Redrawn {
	readonly root: () => HTMLElement | undefined;
	/** Reads whatever draws what is within the root anew. */
	readonly watch: () => unknown;
}

/**
 * Calls `giveBack` after what is within the root was drawn anew, where the focus was within it before.
 * Call while a component is made; lives as long as it.
 */
export function whereFocusWas(
	{ root, watch }: Redrawn,
	giveBack: (root: HTMLElement) => void,
): void {
	let hadFocus = false;
	$effect.pre(() => {
		watch();
		hadFocus = root()?.contains(document.activeElement) ?? false;
	});
	$effect(() => {
		watch();
		const present = root();
		if (hadFocus && present) giveBack(present);
	});
}
