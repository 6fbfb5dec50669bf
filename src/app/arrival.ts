/**
 * Where the focus goes when the person goes to another place and what held it is gone: to the place
 * itself, so that the keyboard goes on from there and a screen reader begins to read there.
 */
import type { Attachment } from 'svelte/attachments';

/** Put on the `main` of a place; `place` makes it anew wherever one element shows several places. */
export function arriveAt(place: string): Attachment<HTMLElement> {
	return (node) => {
		node.dataset['place'] = place;
		// The first screen after a load leaves the focus where the browser has put it.
		const isFirst = !navigator.userActivation.hasBeenActive;
		if (!isFirst && document.activeElement === document.body) node.focus({ preventScroll: true });
	};
}
