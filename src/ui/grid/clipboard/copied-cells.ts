/** Which cells a copy of one or several ranges takes. Pure. */
import type { CellRange } from '../selection/cell-range.ts';

/** Every row crosses every column; both ascending. */
export interface CellBlock {
	readonly rows: readonly number[];
	readonly columns: readonly number[];
}

/** Ranges of the same rows stand side by side, those of the same columns below each other. */
export function blockOf(ranges: readonly CellRange[]): CellBlock | undefined {
	const [first] = ranges;
	if (!first) return undefined;
	const sameRows = ranges.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
	const sameColumns = ranges.every(
		({ left, right }) => left === first.left && right === first.right,
	);
	if (!sameRows && !sameColumns) return undefined;
	return {
		rows: union(ranges.map(({ top, bottom }) => [top, bottom])),
		columns: union(ranges.map(({ left, right }) => [left, right])),
	};
}

function union(spans: readonly (readonly [number, number])[]): readonly number[] {
	const members = new Set<number>();
	for (const [first, last] of spans) for (let at = first; at <= last; at += 1) members.add(at);
	return [...members].sort((a, b) => a - b);
}
