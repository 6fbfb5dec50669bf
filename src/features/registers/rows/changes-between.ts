/** What changed between two lists of records, by identity: unchanged records are the same object. */
import type { RegisterRecord } from '../../../model/registers/register.ts';

export interface Changes {
	readonly gone: readonly RegisterRecord[];
	readonly come: readonly RegisterRecord[];
}

/** More changes at once than this are not worth following one by one. */
const fewChanges = 64;

/**
 * The records that left and came; undefined where too much changed to be worth it. What is the
 * same at both ends is passed over first.
 */
export function changesBetween(
	before: readonly RegisterRecord[],
	after: readonly RegisterRecord[],
): Changes | undefined {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	const oldMiddle = before.slice(start, before.length - end);
	const newMiddle = after.slice(start, after.length - end);
	const [was, is] = [new Set(oldMiddle), new Set(newMiddle)];
	const gone = oldMiddle.filter((record) => !is.has(record));
	const come = newMiddle.filter((record) => !was.has(record));
	return gone.length > fewChanges || come.length > fewChanges ? undefined : { gone, come };
}
