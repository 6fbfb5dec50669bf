/** Finds the cell an element or a point of the screen belongs to, by the attributes cells carry. */
import type { GridPlace } from './grid-column.ts';

/** The place of the cell around an event's target. */
export function placeOf(target: EventTarget | null): GridPlace | undefined {
	if (!(target instanceof Element)) return undefined;
	const cell = target.closest<HTMLElement>('[data-column]');
	const row = cell?.closest<HTMLElement>('[role="row"]');
	if (!cell || !row) return undefined;
	return { row: Number(row.dataset['index'] ?? -1), column: Number(cell.dataset['column']) };
}

/** The place of the cell under a point of the window, or nearest to it inside the grid. */
export function placeAt(
	grid: HTMLElement,
	{ x, y }: { readonly x: number; readonly y: number },
): GridPlace | undefined {
	const { left, top } = grid.getBoundingClientRect();
	const within = (at: number, start: number, size: number): number =>
		Math.max(start + 1, Math.min(at, start + size - 2));
	return placeOf(
		document.elementFromPoint(within(x, left, grid.clientWidth), within(y, top, grid.clientHeight)),
	);
}

export function isInside(target: EventTarget | null, selector: string): boolean {
	return target instanceof Element && target.closest(selector) !== null;
}

export function isInEditor(target: EventTarget | null): boolean {
	return isInside(target, '[data-editing]');
}
