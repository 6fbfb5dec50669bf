/**
 * While some columns are not drawn, a row would jump in height as its cells come and go with
 * sideways scrolling. So it keeps the height it once needed.
 */
import type { Attachment } from 'svelte/attachments';

/** Attach anew when the row, its edit or the column widths change: that lets it shrink again. */
export function keepHeight(..._until: readonly unknown[]): Attachment<HTMLElement> {
	return (node) => {
		const observer = new ResizeObserver(() => {
			node.style.minHeight = `${node.offsetHeight}px`;
		});
		observer.observe(node);
		return () => {
			observer.disconnect();
			node.style.minHeight = '';
		};
	};
}
