/** Puts the caret at the end of the text of an editor that has just opened. */
import type { Attachment } from 'svelte/attachments';

export const takeCaret: Attachment<HTMLInputElement | HTMLTextAreaElement> = (node) => {
	node.focus({ preventScroll: true });
	node.setSelectionRange(node.value.length, node.value.length);
};

/** Selects the whole text, so that typing puts another choice in its place. */
export const selectText: Attachment<HTMLInputElement> = (node) => {
	node.focus({ preventScroll: true });
	node.select();
};
