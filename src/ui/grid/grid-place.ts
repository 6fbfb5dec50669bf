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

/** The head of a column, while it is drawn. */
export function headOf(grid: HTMLElement | undefined, column: number): HTMLElement | undefined {
	const head = `[role="columnheader"][data-column="${column}"]`;
	return grid?.querySelector<HTMLElement>(head) ?? undefined;
}

/** Where a menu opens: at the pointer, or under the cell where a key asked for it. */
export function pointOf({ clientX, clientY, target }: MouseEvent): { x: number; y: number } {
	const cell = target instanceof Element ? target.closest('[data-column]') : null;
	const box = cell?.getBoundingClientRect();
	const isOver =
		!box ||
		(clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom);
	return isOver ? { x: clientX, y: clientY } : { x: box.left, y: box.bottom };
}

export function isSamePlace(a: GridPlace, b: GridPlace): boolean {
	return a.row === b.row && a.column === b.column;
}

/** A click that a finger made. */
export function isTap(event: MouseEvent): boolean {
	return event instanceof PointerEvent && event.pointerType === 'touch';
}

export function isInside(target: EventTarget | null, selector: string): boolean {
	return target instanceof Element && target.closest(selector) !== null;
}

export function isInEditor(target: EventTarget | null): boolean {
	return isInside(target, '[data-editing]');
}
