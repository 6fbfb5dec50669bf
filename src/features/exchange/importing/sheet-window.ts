/**
 * Which part of a sheet is in view: rows of one height, columns of given widths, all in CSS pixels.
 */

/** Both ends included; `last` is below `first` where nothing is in view. */
export interface Span {
	readonly first: number;
	readonly last: number;
}

/** The rows in view and `spare` more on either side. */
export function rowSpan(
	scrolled: number,
	extent: number,
	rowHeight: number,
	count: number,
	spare: number,
): Span {
	const first = Math.floor(scrolled / rowHeight) - spare;
	const last = Math.ceil((scrolled + extent) / rowHeight) - 1 + spare;
	return { first: Math.max(0, first), last: Math.min(count - 1, last) };
}

/** Where each column begins; one more entry than columns, the last being the width of all. */
export function columnStarts(widths: readonly number[]): readonly number[] {
	const starts = [0];
	for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
	return starts;
}

/** The columns that touch the view, and one more on either side. */
export function columnSpan(starts: readonly number[], scrolled: number, extent: number): Span {
	const count = starts.length - 1;
	const first = columnAt(starts, scrolled) - 1;
	const last = columnAt(starts, scrolled + extent) + 1;
	return { first: Math.max(0, first), last: Math.min(count - 1, last) };
}

/** The scroll position that brings `start`–`end` into a view of `extent`, moving as little as possible. */
export function scrolledTo(start: number, end: number, scrolled: number, extent: number): number {
	if (start < scrolled) return start;
	return end > scrolled + extent ? Math.min(start, end - extent) : scrolled;
}

function columnAt(starts: readonly number[], position: number): number {
	let low = 0;
	let high = starts.length - 2;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= position) low = middle;
		else high = middle - 1;
	}
	return Math.max(0, low);
}
