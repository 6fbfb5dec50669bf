/** Finds the cells of a row whose text is longer than the grid shows. */
import type { Attachment } from 'svelte/attachments';
import type { PlacedColumn } from './column-layout.ts';

/** Tells, whenever the row's size changes, which of the drawn columns (by index) are cut off. */
export function watchClamped(
	_drawn: readonly PlacedColumn[],
	ontell: (columns: ReadonlySet<number>) => void,
): Attachment {
	return (node) => {
		let before = '';
		const observer = new ResizeObserver(() => {
			const clamped = Array.from(node.querySelectorAll<HTMLElement>('[data-content]'))
				.filter((content) => content.scrollHeight > content.clientHeight + 2)
				.map((content) => Number(content.parentElement?.dataset['column']));
			const now = clamped.join();
			if (now === before) return;
			before = now;
			ontell(new Set(clamped));
		});
		observer.observe(node);
		return () => observer.disconnect();
	};
}
