/** Opens a native dialog as a modal one for as long as it lives, with the focus where it begins. */
import type { Attachment } from 'svelte/attachments';

/**
 * Focus goes to what is marked with `data-autofocus`, or to the field inside it; else to the dialog
 * itself.
 */
export const asModal: Attachment<HTMLDialogElement> = (node) => {
	node.showModal();
	const marked = node.querySelector<HTMLElement>('[autofocus], [data-autofocus]');
	(marked?.querySelector('input') ?? marked ?? node).focus();
};
