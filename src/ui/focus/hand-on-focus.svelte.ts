/** Where the button or field that had the focus goes away, what stands in its place gets it. */
import { whereFocusWas, type Redrawn } from './focus-before.svelte.ts';

/**
 * What takes turns within the root hands the focus on. Call while a component is made; lives as long
 * as it. What has the focus elsewhere keeps it.
 */
export function handOnFocus(redrawn: Redrawn): void {
	whereFocusWas(redrawn, (root) => {
		if (document.activeElement !== document.body) return;
		root.querySelector<HTMLElement>('input, textarea, button')?.focus();
	});
}
