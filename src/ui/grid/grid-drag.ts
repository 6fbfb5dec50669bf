/**
 * Drags over the grid: selecting cells and pulling the fill handle. While the pointer rests at an
 * edge of the view or beyond it, the grid scrolls: faster the farther out, and faster with time.
 */
import { rowHeadWidth } from './columns/column-window.svelte.ts';
import type { GridPlace } from './grid-column.ts';
import { placeAt } from './grid-place.ts';

interface Drag {
	/** Where it began: from a head it stays among the heads of its kind. */
	readonly from: GridPlace;
	/** The pointer has come to another cell. */
	readonly onover: (place: GridPlace) => void;
	/** `turned`: Ctrl was held when the pointer was let go. */
	readonly onend: (end: { readonly cancelled: boolean; readonly turned: boolean }) => void;
}

/** So near the edge scrolling begins, in CSS pixels: a view may end where the screen ends. */
const edgeWidth = 16;
/** Share of the distance into the edge that a frame of 1/60 s scrolls. */
const share = 0.4;
const frameLength = 1000 / 60;
/** After so many milliseconds at the edge it scrolls twice as fast, then three times, … */
const doubling = 1500;
const fastest = 8;

/** Follows the pointer that went down until it is let go; returns what stops it before. */
export function followDrag(grid: HTMLElement, { from, onover, onend }: Drag): () => void {
	let point: Point | undefined;
	let last = `${from.row} ${from.column}`;
	let hasLeft = false;
	let frame = 0;

	const look = (at: Point): void => {
		const place = placeAt(grid, inside(at, areaOf(grid, from)));
		const now = place ? `${place.row} ${place.column}` : last;
		if (!place || now === last) return;
		last = now;
		hasLeft = true;
		onover(place);
	};
	/** Goes on while the pointer is at an edge: rows drawn late are still found. */
	const scrollFrom = (start: number, before: number): void => {
		frame = requestAnimationFrame((now) => {
			frame = 0;
			if (!point) return;
			// A click near the edge, with a hand that shakes, scrolls nothing.
			const { across, down } = depth(point, areaOf(grid, from), hasLeft ? edgeWidth : 0);
			if (across === 0 && down === 0) return;
			const speed = Math.min(fastest, 1 + (now - start) / doubling);
			const distance = share * speed * ((now - before) / frameLength);
			grid.scrollBy(from.column < 0 ? 0 : across * distance, from.row < 0 ? 0 : down * distance);
			look(point);
			scrollFrom(start, now);
		});
	};
	const move = ({ clientX, clientY }: PointerEvent): void => {
		point = { x: clientX, y: clientY };
		look(point);
		const now = performance.now();
		if (!frame) scrollFrom(now, now);
	};
	const end = (event: PointerEvent): void => {
		stop();
		onend({
			cancelled: event.type === 'pointercancel',
			turned: event.ctrlKey || event.metaKey,
		});
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

interface Point {
	readonly x: number;
	readonly y: number;
}

interface Area {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** Where the drag's cells are in view: the body, or the heads where it began. */
function areaOf(grid: HTMLElement, from: GridPlace): Area {
	const { left, top } = grid.getBoundingClientRect();
	const [right, bottom] = [left + grid.clientWidth, top + grid.clientHeight];
	const bodyTop = top + (grid.querySelector<HTMLElement>('[role="rowgroup"]')?.offsetHeight ?? 0);
	const bodyLeft = left + rowHeadWidth;
	return {
		left: from.column < 0 ? left : bodyLeft,
		right: from.column < 0 ? bodyLeft : right,
		top: from.row < 0 ? top : bodyTop,
		bottom: from.row < 0 ? bodyTop : bottom,
	};
}

function inside({ x, y }: Point, { left, top, right, bottom }: Area): Point {
	return {
		x: Math.max(left + 1, Math.min(x, right - 2)),
		y: Math.max(top + 1, Math.min(y, bottom - 2)),
	};
}

/** How far a point is in the edges of an area, negative at its left and top. */
function depth({ x, y }: Point, { left, top, right, bottom }: Area, edge: number) {
	return {
		across: beyond(x, left + edge, right - edge),
		down: beyond(y, top + edge, bottom - edge),
	};
}

function beyond(at: number, start: number, end: number): number {
	return Math.min(0, at - start) + Math.max(0, at - end);
}
