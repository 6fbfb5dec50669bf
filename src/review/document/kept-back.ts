/** An update without the removals that the person here did not want; all else of it stays as it is. */
import * as encoding from 'lib0/encoding';
import { rangesByClient, rangesWithout, writeRemoved, type ClockRange } from './clock-ranges.ts';
import { readUpdate } from './wire-update.ts';

/** Undefined where it removes nothing of `kept`. `update`: checked before. Throws `Unreadable`. */
export function withoutRemovals(
	update: Uint8Array,
	kept: readonly ClockRange[],
): Uint8Array<ArrayBuffer> | undefined {
	if (kept.length === 0) return undefined;
	const { removed, removedAt } = readUpdate(update);
	const left = rangesWithout(removed, kept);
	if (lengthOf(left) === lengthOf(removed)) return undefined;
	const encoder = encoding.createEncoder();
	encoding.writeUint8Array(encoder, update.subarray(0, removedAt));
	writeRemoved(encoder, rangesByClient(left));
	return encoding.toUint8Array(encoder);
}

function lengthOf(ranges: readonly ClockRange[]): number {
	return ranges.reduce((sum, { length }) => sum + length, 0);
}
