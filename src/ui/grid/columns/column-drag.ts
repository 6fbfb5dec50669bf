/**
 * Drags a column by its head. It begins beyond a small distance, so that a press still is one, and
 * scrolls while the pointer rests near a side of the view. Escape ends it.
 */

interface ColumnDrag {
	/** Where the pointer is, in CSS pixels from the left edge of the view. */
	readonly onover: (x: number) => void;
	/** Only after `onover`. */
	readonly onend: (cancelled: boolean) => void;
}

const beginsAfter = 5;
const nearSide = 40;
const scrollStep = 12;

/** Follows the pointer that went down on a head until it is let go. */
export function followColumnDrag(
	grid: HTMLElement,
	start: PointerEvent,
	{ onover, onend }: ColumnDrag,
): void {
	const listening = new AbortController();
	const { signal } = listening;
	let x = start.clientX;
	let begun = false;
	let frame = 0;

	const look = (): void => onover(x - grid.getBoundingClientRect().left);
	const scroll = (): void => {
		const { left, right } = grid.getBoundingClientRect();
		const by = x > right - nearSide ? scrollStep : x < left + nearSide ? -scrollStep : 0;
		frame = by === 0 ? 0 : requestAnimationFrame(scroll);
		if (by === 0) return;
		grid.scrollBy(by, 0);
		look();
	};
	const end = (cancelled: boolean): void => {
		listening.abort();
		cancelAnimationFrame(frame);
		if (begun) onend(cancelled);
	};

	document.addEventListener(
		'pointermove',
		(event) => {
			x = event.clientX;
			begun ||= Math.abs(x - start.clientX) > beginsAfter;
			if (!begun) return;
			look();
			if (!frame) scroll();
		},
		{ signal },
	);
	document.addEventListener('pointerup', () => end(false), { signal });
	document.addEventListener('pointercancel', () => end(true), { signal });
	document.addEventListener(
		'keydown',
		(event) => {
			if (!begun || event.key !== 'Escape') return;
			event.preventDefault();
			event.stopPropagation();
			end(true);
		},
		{ signal, capture: true },
	);
}
