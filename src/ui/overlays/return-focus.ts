/** Gives focus back to whoever had it when something that took it goes away. */
import type { Attachment } from 'svelte/attachments';

/** While the element lives it may hold focus; afterwards focus returns to where it came from. */
export function returnFocus(): Attachment<HTMLElement> {
	const before = document.activeElement;
	return () => () => {
		const lost = document.activeElement === null || document.activeElement === document.body;
		if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
	};
}
