/** Where the button or field that had the focus goes away, what stands in its place gets it. */

interface Places {
	/** What takes turns in there is drawn inside of it. */
	readonly root: () => HTMLElement | undefined;
	/** Reads whatever makes it change places. */
	readonly watch: () => unknown;
}

/** Call while a component is made; lives as long as it. What has the focus elsewhere keeps it. */
export function handOnFocus({ root, watch }: Places): void {
	let hadFocus = false;
	$effect.pre(() => {
		watch();
		hadFocus = root()?.contains(document.activeElement) ?? false;
	});
	$effect(() => {
		watch();
		const isLost = hadFocus && document.activeElement === document.body;
		if (isLost) root()?.querySelector<HTMLElement>('input, textarea, button')?.focus();
	});
}
