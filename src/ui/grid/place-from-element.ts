/** Which cell an event came from, read back from the attributes the cells carry. */
import type { GridPlace } from './grid-column.ts';

/** The place of the cell around an event's target; undefined outside all cells. */
export function placeFromElement(target: EventTarget | null): GridPlace | undefined {
	if (!(target instanceof Element)) return undefined;
	const cell = target.closest<HTMLElement>('[data-column]');
	const row = cell?.closest<HTMLElement>('[role="row"]');
	if (!cell || !row) return undefined;
	return { row: Number(row.dataset['index'] ?? -1), column: Number(cell.dataset['column']) };
}
