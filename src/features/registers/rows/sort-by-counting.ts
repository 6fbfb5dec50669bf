/**
 * Sorts many records at once: the keys of each level are ranked, then rows are put in place by
 * counting, from the last level to the first. Keys are compared once for each distinct key, not
 * once for each pair of rows.
 */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { SortLevel } from './arrangement.ts';

/** The order of `compareBy` over records that stand in the order of the workbook. */
export function sortByCounting(
	records: readonly RegisterRecord[],
	levels: readonly SortLevel[],
): readonly RegisterRecord[] {
	if (levels.length === 0) return records;
	let order = Uint32Array.from(records, (_, index) => index);
	for (const level of levels.toReversed()) order = counted(order, rank(records, level));
	return Array.from(order, (index) => records[index]!);
}

interface Ranks {
	/** For each record the place of its key among the distinct ones. */
	readonly ranks: Uint32Array;
	readonly count: number;
}

function rank(records: readonly RegisterRecord[], { keyOf, descending }: SortLevel): Ranks {
	const keys = records.map(keyOf);
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
