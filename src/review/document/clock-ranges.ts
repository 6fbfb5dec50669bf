/**
 * Stretches of what writers wrote, by client and clock: what an update removes, and what of that is
 * kept here.
 */
import * as encoding from 'lib0/encoding';

export interface ClockRange {
	readonly client: number;
	readonly clock: number;
	readonly length: number;
}

/** The same stretches, sorted, those that touch or overlap made one. */
export function joinedRanges(ranges: Iterable<ClockRange>): readonly ClockRange[] {
	const sorted = [...ranges].sort((a, b) => a.client - b.client || a.clock - b.clock);
	const joined: { client: number; clock: number; length: number }[] = [];
	for (const { client, clock, length } of sorted) {
		const last = joined.at(-1);
		if (last?.client === client && clock <= last.clock + last.length) {
			last.length = Math.max(last.length, clock + length - last.clock);
		} else joined.push({ client, clock, length });
	}
	return joined;
}

/** What of `ranges` lies in none of `others`. */
export function rangesWithout(
	ranges: readonly ClockRange[],
	others: readonly ClockRange[],
): readonly ClockRange[] {
	const byClient = rangesByClient(joinedRanges(others));
	return ranges.flatMap((range) => leftOf(range, byClient.get(range.client) ?? []));
}

/** `taken`: of the same client, as `joinedRanges` gives them. */
function leftOf(
	{ client, clock, length }: ClockRange,
	taken: readonly ClockRange[],
): readonly ClockRange[] {
	const end = clock + length;
	const left: ClockRange[] = [];
	let next = clock;
	for (let place = firstEndingAfter(taken, clock); place < taken.length; place++) {
		const other = taken[place];
		if (!other || other.clock >= end) break;
		if (other.clock > next) left.push({ client, clock: next, length: other.clock - next });
		next = Math.max(next, other.clock + other.length);
	}
	if (next < end) left.push({ client, clock: next, length: end - next });
	return left;
}

function firstEndingAfter(ranges: readonly ClockRange[], clock: number): number {
	let [low, high] = [0, ranges.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const range = ranges[middle];
		if (range && range.clock + range.length > clock) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** A Yjs update (format 1) that removes these and does nothing else. */
export function removalOf(ranges: readonly ClockRange[]): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	writeRemoved(encoder, rangesByClient(ranges));
	return encoding.toUint8Array(encoder);
}

/** Writes what an update removes: the highest client first, as Yjs does. */
export function writeRemoved(
	encoder: encoding.Encoder,
	removed: ReadonlyMap<number, readonly Omit<ClockRange, 'client'>[]>,
): void {
	encoding.writeVarUint(encoder, removed.size);
	for (const [client, ranges] of [...removed].sort(([a], [b]) => b - a)) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, ranges.length);
		for (const { clock, length } of ranges) {
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarUint(encoder, length);
		}
	}
}

export function rangesByClient(
	ranges: Iterable<ClockRange>,
): ReadonlyMap<number, readonly ClockRange[]> {
	const byClient = new Map<number, ClockRange[]>();
	for (const range of ranges) {
		const ofClient = byClient.get(range.client);
		if (ofClient) ofClient.push(range);
		else byClient.set(range.client, [range]);
	}
	return byClient;
}
