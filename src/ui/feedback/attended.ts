/** Whether someone points at an element or has focus in it. */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** Calls `onchange` when attention comes and goes; when the element goes, so does attention. */
export function attended(onchange: (isAttended: boolean) => void): Attachment<HTMLElement> {
	return (node) => {
		let pointed = false;
		let focused = false;
		const tell = (): void => onchange(pointed || focused);
		const offs = [
			on(node, 'pointerenter', () => {
				pointed = true;
				tell();
			}),
			on(node, 'pointerleave', () => {
				pointed = false;
				tell();
			}),
			on(node, 'focusin', () => {
				focused = true;
				tell();
			}),
			on(node, 'focusout', () => {
				focused = false;
				tell();
			}),
		];
		return () => {
			for (const off of offs) off();
			onchange(false);
		};
	};
}
