/** Fractional indexes for rows: keys that sort between two others; ties are broken by id (law 1). */
import { generateNKeysBetween } from 'fractional-indexing';

interface Ordered {
	readonly order: string;
}

/** `count` keys after the last of `rows` (which are in order). */
export function ordersAtEnd(rows: readonly Ordered[], count: number): readonly string[] {
	return keysBetween(rows.at(-1)?.order, undefined, count);
}

/** `count` keys between the row at `index` and the next. */
export function ordersAfter(
	rows: readonly Ordered[],
	index: number,
	count: number,
): readonly string[] {
	const before = rows[index]?.order;
	// Rows inserted at one place on two devices share a key: look past them for a greater one.
	let next = index + 1;
	while (next < rows.length && rows[next]!.order <= (before ?? '')) next += 1;
	return keysBetween(before, rows[next]?.order, count);
}

function keysBetween(
	before: string | undefined,
	after: string | undefined,
	count: number,
): readonly string[] {
	return generateNKeysBetween(before ?? null, after ?? null, count);
}
