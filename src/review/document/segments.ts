/**
 * Cuts what somebody lacks of a document into updates of about a given size. No piece builds on a
 * later one, so each can be checked and applied as it comes; each says what of it was removed since,
 * and the last ones hold every removal of what was sent or known.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { writeRemoved } from './clock-ranges.ts';
import { documentLimits } from './document-limits.ts';
import { inOrder, type Change, type ChangesOfClient } from './in-order.ts';

/** So large that few are needed, so small that applying one takes a fraction of a second. */
export const segmentBytes = 2 ** 20;

type Bytes = Uint8Array<ArrayBuffer>;
type Struct = Y.Item | Y.GC;

/**
 * Yjs updates (format 1) with all that came after `vector` (an encoded state vector; empty for
 * nothing), as it is when the first piece is taken. The document may go on changing between two
 * pieces. A piece is larger than `maxBytes` only where one value is.
 */
export function* segmentsOf(
	doc: Y.Doc,
	vector?: Uint8Array,
	maxBytes = segmentBytes,
): Generator<Bytes, void, undefined> {
	const reached = knownBy(vector);
	const written = new Map(reached);
	let piece = new Piece();
	for (const { client, clock, length } of inOrder(changesOf(doc, reached), reached)) {
		for (
			let next = nextOf(written, client);
			next < clock + length;
			next = nextOf(written, client)
		) {
			if (piece.isFull(client, maxBytes)) {
				yield piece.bytes();
				piece = new Piece();
			}
			written.set(client, piece.add(structAt(doc, client, next), next));
		}
	}
	if (!piece.isEmpty) yield piece.bytes();
	yield* removals(doc, written, maxBytes);
}

/** Who says nothing sensible gets everything. */
function knownBy(vector: Uint8Array | undefined): Map<number, number> {
	try {
		return new Map(vector && vector.length > 0 ? Y.decodeStateVector(vector) : []);
	} catch {
		return new Map();
	}
}

function nextOf(written: ReadonlyMap<number, number>, client: number): number {
	return written.get(client) ?? 0;
}

/** What the document has beyond `reached`, as plain data: its own lists change while pieces travel. */
function changesOf(
	doc: Y.Doc,
	reached: ReadonlyMap<number, number>,
): Map<number, ChangesOfClient<Change>> {
	const byClient = new Map<number, ChangesOfClient<Change>>();
	for (const [client, structs] of doc.store.clients) {
		const from = reached.get(client) ?? 0;
		if (Y.getState(doc.store, client) <= from) continue;
		const changes = structs.slice(Y.findIndexSS(structs, from)).map(asChange);
		byClient.set(client, { from, changes });
	}
	return byClient;
}

function asChange(struct: Struct): Change {
	const { id, length } = struct;
	const origin = struct instanceof Y.Item ? (struct.origin ?? undefined) : undefined;
	return { client: id.client, clock: id.clock, length, origin };
}

function structAt(doc: Y.Doc, client: number, clock: number): Struct {
	const structs = doc.store.clients.get(client) ?? [];
	const struct = structs[Y.findIndexSS(structs, clock)];
	if (!struct) throw new Error('The document lost a change while it was sent');
	return struct;
}

/** One update in the making. */
class Piece {
	readonly #clients = new Map<
		number,
		{ from: number; count: number; encoder: Y.UpdateEncoderV1 }
	>();
	readonly #removed = new Map<number, Range[]>();
	#size = 0;

	get isEmpty(): boolean {
		return this.#clients.size === 0;
	}

	/** Whether a change of this client has to go into the next piece. */
	isFull(client: number, maxBytes: number): boolean {
		const hasRoom = this.#clients.has(client) || this.#clients.size < documentLimits.newClients;
		return this.#size >= maxBytes || !hasRoom;
	}

	/** Adds what the struct has from `clock` on, and gives the clock after it. */
	add(struct: Struct, clock: number): number {
		const { client } = struct.id;
		const end = struct.id.clock + struct.length;
		let own = this.#clients.get(client);
		if (!own) {
			own = { from: clock, count: 0, encoder: new Y.UpdateEncoderV1() };
			this.#clients.set(client, own);
		}
		const { restEncoder } = own.encoder;
		const before = encoding.length(restEncoder);
		struct.write(own.encoder, clock - struct.id.clock);
		this.#size += encoding.length(restEncoder) - before;
		own.count++;
		// A value that undo keeps is written as it was: that it was removed has to be said.
		if (struct.deleted) push(this.#removed, client, { clock, length: end - clock });
		return end;
	}

	bytes(): Bytes {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, this.#clients.size);
		for (const [client, own] of highestFirst(this.#clients)) {
			encoding.writeVarUint(encoder, own.count);
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, own.from);
			encoding.writeBinaryEncoder(encoder, own.encoder.restEncoder);
		}
		writeRemoved(encoder, this.#removed);
		return encoding.toUint8Array(encoder);
	}
}

interface Range {
	readonly clock: number;
	readonly length: number;
}

/** About how many bytes a range takes. */
const rangeBytes = 6;

/**
 * All removals up to these clocks: what came while pieces travelled is not there yet. At least one
 * piece, so that the end is always told.
 */
function* removals(
	doc: Y.Doc,
	until: ReadonlyMap<number, number>,
	maxBytes: number,
): Generator<Bytes, void, undefined> {
	const most = Math.max(1, Math.floor(maxBytes / rangeBytes));
	let removed = new Map<number, Range[]>();
	let count = 0;
	for (const [client, structs] of [...doc.store.clients]) {
		for (const range of rangesOf(structs, until.get(client) ?? 0)) {
			if (count === most) {
				yield onlyRemoved(removed);
				removed = new Map();
				count = 0;
			}
			push(removed, client, range);
			count++;
		}
	}
	yield onlyRemoved(removed);
}

function rangesOf(structs: readonly Struct[], until: number): readonly Range[] {
	const ranges: { clock: number; length: number }[] = [];
	for (const { id, length: full, deleted } of structs) {
		if (id.clock >= until) break;
		if (!deleted) continue;
		const length = Math.min(full, until - id.clock);
		const last = ranges.at(-1);
		if (last && last.clock + last.length === id.clock) last.length += length;
		else ranges.push({ clock: id.clock, length });
	}
	return ranges;
}

function onlyRemoved(removed: ReadonlyMap<number, readonly Range[]>): Bytes {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	writeRemoved(encoder, removed);
	return encoding.toUint8Array(encoder);
}

/** Yjs resolves conflicts faster in this order. */
function highestFirst<Value>(byClient: ReadonlyMap<number, Value>): [number, Value][] {
	return [...byClient].sort(([a], [b]) => b - a);
}

function push(removed: Map<number, Range[]>, client: number, range: Range): void {
	const ranges = removed.get(client);
	if (ranges) ranges.push(range);
	else removed.set(client, [range]);
}
