/**
 * Places a floating element (menu, list, tooltip) beside its anchor, in the browser's top layer,
 * so that no scroller, dialog or transform clips it.
 */
import type { Attachment } from 'svelte/attachments';
import './floating.css';

export type Side = 'below' | 'above' | 'right';

export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** What an element floats beside: another element, or a point that says where it is. */
export interface Anchor {
	getBoundingClientRect(): Box;
}

export interface Size {
	readonly width: number;
	readonly height: number;
}

export interface Placement {
	readonly left: number;
	readonly top: number;
	readonly maxHeight: number;
}

const gap = 4;
const margin = 8;

/**
 * Where an element of `size` goes beside `anchor` inside `viewport` (all in CSS pixels): on the
 * wanted side if it fits there, else on the side with more room, shifted to stay on the screen.
 */
export function placeBeside(anchor: Box, size: Size, viewport: Size, side: Side): Placement {
	if (side === 'right') return placeRight(anchor, size, viewport);
	const roomBelow = viewport.height - margin - (anchor.top + anchor.height + gap);
	const roomAbove = anchor.top - gap - margin;
	const wanted = side === 'below' ? roomBelow : roomAbove;
	const other = side === 'below' ? roomAbove : roomBelow;
	const flipped = size.height > wanted && other > wanted;
	const below = (side === 'below') !== flipped;
	const maxHeight = Math.max(0, below ? roomBelow : roomAbove);
	const height = Math.min(size.height, maxHeight);
	return {
		left: within(anchor.left, size.width, viewport.width),
		top: below ? anchor.top + anchor.height + gap : anchor.top - gap - height,
		maxHeight,
	};
}

function placeRight(anchor: Box, size: Size, viewport: Size): Placement {
	const fits = anchor.left + anchor.width + gap + size.width + margin <= viewport.width;
	const left = fits ? anchor.left + anchor.width + gap : anchor.left - gap - size.width;
	const maxHeight = viewport.height - 2 * margin;
	return {
		left: within(left, size.width, viewport.width),
		top: within(anchor.top, Math.min(size.height, maxHeight), viewport.height),
		maxHeight,
	};
}

function within(start: number, length: number, limit: number): number {
	return Math.max(margin, Math.min(start, limit - margin - length));
}

interface FloatOptions {
	readonly side?: Side;
	/** At least as wide as the anchor: for lists under a field. */
	readonly matchWidth?: boolean;
}

/**
 * Shows the element (which carries `popover="manual"`) beside `anchor` for as long as it lives. The
 * height it may take there is its custom property `--room`.
 */
export function floatBeside(
	anchor: () => Anchor | undefined,
	{ side = 'below', matchWidth = false }: FloatOptions = {},
): Attachment<HTMLElement> {
	return (node) => {
		const place = (): void => {
			const anchorBox = anchor()?.getBoundingClientRect();
			if (!anchorBox) return;
			if (matchWidth) node.style.minWidth = `${String(anchorBox.width)}px`;
			node.style.removeProperty('--room');
			const size = { width: node.offsetWidth, height: node.offsetHeight };
			const viewport = { width: window.innerWidth, height: window.innerHeight };
			const placement = placeBeside(anchorBox, size, viewport, side);
			node.style.left = `${String(placement.left)}px`;
			node.style.top = `${String(placement.top)}px`;
			node.style.setProperty('--room', `${String(placement.maxHeight)}px`);
		};
		node.showPopover();
		place();
		const contents = new ResizeObserver(place);
		contents.observe(node);
		window.addEventListener('resize', place);
		document.addEventListener('scroll', place, { capture: true, passive: true });
		return () => {
			contents.disconnect();
			window.removeEventListener('resize', place);
			document.removeEventListener('scroll', place, { capture: true });
		};
	};
}
