/**
 * Drags over the grid: selecting cells and pulling the fill handle. Beyond an edge of the view it
 * scrolls, faster the farther out the pointer is, until the pointer is let go.
 */
import type { GridPlace } from './grid-column.ts';
import { placeAt } from './grid-place.ts';

interface Drag {
	/** The pointer has come to another cell. */
	readonly onover: (place: GridPlace) => void;
	readonly onend: (cancelled: boolean) => void;
}

/** Share of the distance beyond the edge that each frame scrolls. */
const scrollShare = 0.4;

/** Follows the pointer that went down until it is let go; returns what stops it before. */
export function followDrag(grid: HTMLElement, { onover, onend }: Drag): () => void {
	let point = { x: 0, y: 0 };
	let last = '';
	let frame = 0;

	const look = (): void => {
		const place = placeAt(grid, point);
		const now = place ? `${place.row} ${place.column}` : last;
		if (!place || now === last) return;
		last = now;
		onover(place);
	};
	const scroll = (): void => {
		const { left, top, right, bottom } = grid.getBoundingClientRect();
		const across = beyond(point.x, left, right);
		const down = beyond(point.y, top, bottom);
		frame = across || down ? requestAnimationFrame(scroll) : 0;
		if (!frame) return;
		grid.scrollBy(across * scrollShare, down * scrollShare);
		look();
	};
	const move = (event: PointerEvent): void => {
		point = { x: event.clientX, y: event.clientY };
		look();
		if (!frame) scroll();
	};
	const end = (event: PointerEvent): void => {
		stop();
		onend(event.type === 'pointercancel');
	};
	const stop = (): void => {
		cancelAnimationFrame(frame);
		document.removeEventListener('pointermove', move);
		document.removeEventListener('pointerup', end);
		document.removeEventListener('pointercancel', end);
	};
	document.addEventListener('pointermove', move);
	document.addEventListener('pointerup', end);
	document.addEventListener('pointercancel', end);
	return stop;
}

function beyond(at: number, start: number, end: number): number {
	return Math.min(0, at - start) + Math.max(0, at - end);
}
