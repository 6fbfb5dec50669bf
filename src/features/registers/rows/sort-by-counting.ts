/**
 * Sorts many controls at once: the keys of each level are ranked, then rows are put in place by
 * counting, from the last level to the first. Keys are compared once for each distinct key, not
 * once for each pair of rows.
 */
import type { Control } from '../../../model/records/control.ts';
import type { SortLevel } from './arrangement.ts';

/** The order of `compareBy` over controls that stand in the order of the workbook. */
export function sortByCounting(
	controls: readonly Control[],
	levels: readonly SortLevel[],
): readonly Control[] {
	if (levels.length === 0) return controls;
	let order = Uint32Array.from(controls, (_, index) => index);
	for (const level of levels.toReversed()) order = counted(order, rank(controls, level));
	return Array.from(order, (index) => controls[index]!);
}

interface Ranks {
	/** For each control the place of its key among the distinct ones. */
	readonly ranks: Uint32Array;
	readonly count: number;
}

function rank(controls: readonly Control[], { keyOf, descending }: SortLevel): Ranks {
	const keys = controls.map(keyOf);
	const distinct = [...new Set(keys)].filter(Boolean).sort();
	if (descending) distinct.reverse();
	const places = new Map(distinct.map((key, place) => [key, place]));
	const ranks = Uint32Array.from(keys, (key) => places.get(key) ?? distinct.length);
	return { ranks, count: distinct.length + 1 };
}

/** Stable: indexes of one rank keep their order. */
function counted(order: Uint32Array<ArrayBuffer>, { ranks, count }: Ranks): typeof order {
	const starts = new Uint32Array(count + 1);
	for (const rank of ranks) starts[rank + 1]! += 1;
	for (let rank = 1; rank <= count; rank += 1) starts[rank]! += starts[rank - 1]!;
	const sorted = new Uint32Array(order.length);
	for (const index of order) sorted[starts[ranks[index]!]!++] = index;
	return sorted;
}
