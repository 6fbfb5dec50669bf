/** Makes a textarea as high as its text, in browsers without `field-sizing: content`. */
import type { Attachment } from 'svelte/attachments';

/** Attach with the present text, so that it runs again whenever the text changes. */
export function growWithText(text: string): Attachment<HTMLTextAreaElement> {
	return (node) => {
		node.dataset['length'] = String(text.length);
		node.style.height = 'auto';
		const borders = node.offsetHeight - node.clientHeight;
		node.style.height = `${String(node.scrollHeight + borders)}px`;
	};
}
