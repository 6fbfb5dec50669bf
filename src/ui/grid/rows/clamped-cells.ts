/** Finds the cells of a row whose text is longer than the grid shows. */
import type { Attachment } from 'svelte/attachments';
import type { PlacedColumn } from '../columns/column-layout.ts';
import type { GridRow } from '../grid-column.ts';

/**
 * Tells which of the drawn columns (by index) are cut off, now and whenever the row's size changes.
 * Attach anew for other columns or another row.
 */
export function watchClamped(
	_drawn: readonly PlacedColumn[],
	_row: GridRow,
	ontell: (columns: ReadonlySet<number>) => void,
): Attachment {
	return (node) => {
		let before: string | undefined;
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
