/**
 * Where columns stand and which of them need to be drawn. Frozen columns and the active one are
 * always drawn; of the others, those in view. All lengths are CSS pixels.
 */
import type { GridColumn } from '../grid-column.ts';

export interface PlacedColumn {
	readonly column: GridColumn;
	readonly index: number;
	readonly left: number;
	readonly width: number;
	/** Stays at the left; `edge` for the last of those that do. */
	readonly frozen: 'inside' | 'edge' | undefined;
	/** Empty space before it, where columns are left out. */
	readonly gap: number;
	/** All of this as CSS declarations, made once for the cells of every row. */
	readonly style: string;
}

export interface ColumnRange {
	readonly first: number;
	/** Included. */
	readonly last: number;
}

/** Left edges of all columns, and after them the right edge of the last; `start` is the first. */
export function columnEdges(widths: readonly number[], start: number): readonly number[] {
	const edges = [start];
	for (const width of widths) edges.push((edges.at(-1) ?? start) + width);
	return edges;
}

/** The columns that a view of `viewWidth`, scrolled by `scrollLeft`, touches. */
export function columnsInView(
	edges: readonly number[],
	scrollLeft: number,
	viewWidth: number,
): ColumnRange {
	const last = edges.length - 2;
	const first = edges.findIndex((_, index) => (edges[index + 1] ?? Infinity) > scrollLeft);
	const beyond = edges.findIndex((edge) => edge >= scrollLeft + viewWidth);
	return { first: Math.min(first, last), last: beyond === -1 ? last : Math.min(beyond, last) };
}

/** The columns to draw, left to right: frozen ones, those in `range`, and the one to `keep`. */
export function placeColumns(
	columns: readonly GridColumn[],
	edges: readonly number[],
	frozenCount: number,
	range: ColumnRange,
	keep: number,
): readonly PlacedColumn[] {
	const placed: PlacedColumn[] = [];
	let end = edges[0] ?? 0;
	columns.forEach((column, index) => {
		const isLast = index === frozenCount - 1;
		const side = isLast ? 'edge' : 'inside';
		const frozen = index < frozenCount ? side : undefined;
		const inRange = index >= range.first && index <= range.last;
		if (!frozen && !inRange && index !== keep) return;
		const left = edges[index] ?? 0;
		const right = edges[index + 1] ?? left;
		const place: ColumnPlace = { left, width: right - left, frozen, gap: left - end };
		placed.push({ column, index, ...place, style: styleOf(place) });
		end = right;
	});
	return placed;
}

type ColumnPlace = Pick<PlacedColumn, 'left' | 'width' | 'frozen' | 'gap'>;

function styleOf({ left, width, frozen, gap }: ColumnPlace): string {
	const before = gap > 0 ? `;margin-inline-start:${gap}px` : '';
	const stays = frozen ? `;inset-inline-start:${left}px` : '';
	return `width:${width}px${before}${stays}`;
}

/**
 * The scroll offset that brings a column fully into view beside the frozen ones. These are always in
 * view: who goes to one sideways means the beginning of the table.
 */
export function scrollToColumn(
	edges: readonly number[],
	frozenCount: number,
	index: number,
	scrollLeft: number,
	viewWidth: number,
	sideways: boolean,
): number {
	if (index < frozenCount) return sideways ? 0 : scrollLeft;
	const frozenEnd = edges[frozenCount] ?? 0;
	const left = edges[index] ?? 0;
	const right = edges[index + 1] ?? left;
	if (left < scrollLeft + frozenEnd) return left - frozenEnd;
	// A column wider than the view shows its beginning.
	if (right > scrollLeft + viewWidth) return Math.min(right - viewWidth, left - frozenEnd);
	return scrollLeft;
}

/** How many columns stay at the left: as many of `wanted` as leave room for others. */
export function frozenThatFit(
	edges: readonly number[],
	wanted: number,
	viewWidth: number,
	share: number,
): number {
	let count = Math.min(wanted, edges.length - 1);
	while (count > 0 && (edges[count] ?? 0) > viewWidth * share) count -= 1;
	return count;
}

/** Before which column something let go at `x` goes; the number of columns where it goes last. */
export function columnGapAt(edges: readonly number[], x: number): number {
	const before = edges.findIndex((left, index) => {
		const right = edges[index + 1];
		return right === undefined || x < (left + right) / 2;
	});
	return before;
}
