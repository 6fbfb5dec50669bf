/**
 * Reads a Yjs update (format 1) of somebody else into what it changes, and refuses what no workbook
 * writes: the grammar of our documents. A document is flat maps of plain values, so that an update is
 *
 *     clients, for each: changes, client, first clock, then each change
 *       change: info | origin, if info has 0x80 | else map name and key | overwritten or values
 *     clients with removed changes, for each: client, ranges, then each range's clock and length
 *
 * (`yjs/src/utils/encoding.js`, `structs/Item.js`). A key's later value names the value before it as
 * its origin; a value that was overwritten is left as a length. Anything else that Yjs could read
 * (lists, texts, nested types, bytes, other documents, gaps, collected structs) is refused here.
 */
import type { ClockRange } from './clock-ranges.ts';
import { documentLimits, type DocumentLimits } from './document-limits.ts';
import type { Change, ChangeId, ChangesOfClient } from './in-order.ts';
import { Unreadable, WireBytes } from './wire-bytes.ts';
import { passValue } from './wire-value.ts';

/** One or more values that a client gave a key, one after the other. */
export interface WireChange extends Change {
	/** The map it names, where it has no origin to take it from, and its key. */
	readonly map: string | undefined;
	readonly key: string | undefined;
	/** True where only a length is left of it. */
	readonly isOverwritten: boolean;
}

export interface WireUpdate {
	/** By client. */
	readonly changes: ReadonlyMap<number, ChangesOfClient<WireChange>>;
	readonly removed: readonly ClockRange[];
	/** Where in the bytes what is removed begins. */
	readonly removedAt: number;
}

const content = { overwritten: 1, values: 8 } as const;
const contentBits = 0x1f;
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasKey = 0x20;

/** Reads all of it. Throws `Unreadable`. */
export function readUpdate(
	update: Uint8Array,
	limits: DocumentLimits = documentLimits,
): WireUpdate {
	if (update.length > limits.updateBytes) {
		throw new Unreadable('oversized', 'It is larger than an update may be.');
	}
	const bytes = new WireBytes(update);
	const changes = readChanges(bytes, limits);
	const removedAt = bytes.at;
	const removed = readRemoved(bytes, limits);
	if (bytes.left > 0) throw new Unreadable('malformed', 'Something follows its end.');
	return { changes, removed, removedAt };
}

function readChanges(
	bytes: WireBytes,
	limits: DocumentLimits,
): Map<number, ChangesOfClient<WireChange>> {
	const byClient = new Map<number, ChangesOfClient<WireChange>>();
	let left: number = limits.changes;
	const clients = bytes.uint();
	for (let place = 0; place < clients; place++) {
		const count = bytes.uint();
		left -= count;
		if (left < 0) throw new Unreadable('oversized', 'It holds too many changes for one update.');
		const client = bytes.uint();
		if (count === 0 || byClient.has(client)) {
			throw new Unreadable('malformed', 'It names a writer twice, or without a change.');
		}
		byClient.set(client, readClient(bytes, { client, count, clock: bytes.uint() }, limits));
	}
	return byClient;
}

function readClient(
	bytes: WireBytes,
	{ client, count, clock }: { client: number; count: number; clock: number },
	limits: DocumentLimits,
): ChangesOfClient<WireChange> {
	const changes: WireChange[] = [];
	let next = clock;
	for (let place = 0; place < count; place++) {
		const change = readChange(bytes, { client, clock: next }, limits);
		changes.push(change);
		next += change.length;
		if (!Number.isSafeInteger(next)) throw new Unreadable('malformed', 'A number is too large.');
	}
	return { from: clock, changes };
}

function readChange(bytes: WireBytes, id: ChangeId, limits: DocumentLimits): WireChange {
	const info = bytes.byte();
	const kind = info & contentBits;
	if (kind !== content.overwritten && kind !== content.values) throw foreign();
	// Maps always add at the end of a key's values.
	if (info & hasRightOrigin) throw foreign();
	const origin = info & hasOrigin ? { client: bytes.uint(), clock: bytes.uint() } : undefined;
	if (origin?.client === id.client && origin.clock >= id.clock) {
		throw new Unreadable('malformed', 'A change in it follows from a later one.');
	}
	const place = origin ? undefined : readPlace(bytes, info, limits);
	const isOverwritten = kind === content.overwritten;
	const length = bytes.uint();
	if (length === 0) throw new Unreadable('malformed', 'A change in it is empty.');
	if (isOverwritten && length > limits.overwrittenRun) {
		throw new Unreadable('unsafe', 'It moves a writer further on than anybody could write.');
	}
	// Each value takes a byte at least, so a false length ends with the bytes.
	if (!isOverwritten) for (let value = 0; value < length; value++) passValue(bytes, limits);
	return { ...id, length, origin, map: place?.map, key: place?.key, isOverwritten };
}

function readPlace(
	bytes: WireBytes,
	info: number,
	limits: DocumentLimits,
): { map: string; key: string } {
	if (bytes.uint() !== 1 || !(info & hasKey)) throw foreign();
	const map = bytes.text(limits.keyBytes);
	if (!mapName.test(map)) throw new Unreadable('unsafe', 'It names a map that no workbook has.');
	const key = bytes.text(limits.keyBytes);
	if (key === '__proto__') throw foreign();
	return { map, key };
}

/** As `workbook/layout` names them; later versions may add some. */
const mapName = /^[a-z][A-Za-z0-9-]{0,63}(\/[a-z][A-Za-z0-9-]{0,63})?$/;

function readRemoved(bytes: WireBytes, limits: DocumentLimits): readonly ClockRange[] {
	const removed: ClockRange[] = [];
	const clients = bytes.uint();
	for (let place = 0; place < clients; place++) {
		const client = bytes.uint();
		const ranges = bytes.uint();
		if (removed.length + ranges > limits.changes) {
			throw new Unreadable('oversized', 'It removes in too many places for one update.');
		}
		for (let range = 0; range < ranges; range++) {
			const clock = bytes.uint();
			const length = bytes.uint();
			if (length === 0 || !Number.isSafeInteger(clock + length)) {
				throw new Unreadable('malformed', 'It removes what cannot be.');
			}
			removed.push({ client, clock, length });
		}
	}
	return removed;
}

function foreign(): Unreadable {
	return new Unreadable('unsafe', 'It holds something other than values of a map.');
}
