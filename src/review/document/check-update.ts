/**
 * Looks at an update of somebody else before Yjs sees it: whether it is an update of a workbook at
 * all, of a size that can be, and builds only on what is here. Editors are trusted writers, so what
 * it says is theirs to say; it must not harm the document or the program (trust.md 2.3).
 */
import * as Y from 'yjs';
import { ok, refused, type Result } from '../../base/result.ts';
import type { MassDeletion } from '../session/document-guard.ts';
import { documentLimits, type DocumentLimits } from './document-limits.ts';
import { inOrder, Unreachable } from './in-order.ts';
import { massDeletion } from './removed-records.ts';
import { structAt } from './standing-items.ts';
import { readUpdate, type WireUpdate } from './wire-update.ts';
import { Unreadable } from './wire-bytes.ts';

/** Why an update is not taken; the kinds are those of `refusals` in review/frame. */
export interface UpdateProblem {
	readonly kind: 'malformed' | 'oversized' | 'unsafe' | 'gap';
	readonly text: string;
}

/** What the check needs to know besides the document. */
export interface Standing {
	/** The client id of this device's present run: nobody else writes under it. */
	readonly own?: number;
	/** Bytes of the updates that made the document. */
	readonly bytes?: number;
	readonly limits?: DocumentLimits;
}

export interface CheckedUpdate {
	/** Client ids with something new, in which the sender's own is to be expected. */
	readonly writers: readonly number[];
	/** The state vector of the document once it is applied. */
	readonly reached: ReadonlyMap<number, number>;
	/** The clocks up to which the update itself reaches, by client. */
	readonly upTo: ReadonlyMap<number, number>;
	/** Set where it takes many records away: the person is asked before it is applied. */
	readonly mass: MassDeletion | undefined;
}

/** Never throws, and leaves the document as it is. `doc` must hold nothing but a workbook. */
export function checkUpdate(
	update: Uint8Array,
	doc: Y.Doc,
	{ own, bytes = 0, limits = documentLimits }: Standing = {},
): Result<CheckedUpdate, UpdateProblem> {
	try {
		const read = readUpdate(update, limits);
		if (bytes + update.length > limits.documentBytes) {
			return problem('oversized', 'The workbook would get larger than it may be.');
		}
		const present = Y.decodeStateVector(Y.encodeStateVector(doc));
		const reached = reachedBy(read, present, doc);
		const writers = [...read.changes.keys()].filter(
			(client) => (reached.get(client) ?? 0) > (present.get(client) ?? 0),
		);
		checkWriters(writers, present, own, limits);
		checkMaps(read, doc, limits);
		checkOverwritten(read, present, limits);
		return ok({ writers, reached, upTo: endsOf(read), mass: massDeletion(doc, read) });
	} catch (error) {
		if (error instanceof Unreadable) return problem(error.kind, error.message);
		if (!(error instanceof Unreachable)) return problem('malformed', String(error));
		return error.kind === 'gap' ? problem('gap', gapText) : problem('malformed', circleText);
	}
}

const gapText = 'It builds on changes that are not here yet.';
const circleText = 'Changes in it follow from one another in a circle.';

function problem(kind: UpdateProblem['kind'], text: string): Result<CheckedUpdate, UpdateProblem> {
	return refused({ kind, text });
}

function endsOf({ changes }: WireUpdate): Map<number, number> {
	const ends = new Map<number, number>();
	for (const [client, { from, changes: ofClient }] of changes) {
		const last = ofClient.at(-1);
		ends.set(client, last ? last.clock + last.length : from);
	}
	return ends;
}

/** Walks the changes as Yjs will, up to the state vector they lead to. */
function reachedBy(
	read: WireUpdate,
	present: ReadonlyMap<number, number>,
	doc: Y.Doc,
): Map<number, number> {
	const reached = new Map(present);
	for (const { origin } of inOrder(read.changes, reached)) {
		const before = origin && structAt(doc, origin.client, origin.clock);
		if (before && !(before instanceof Y.Item && before.parentSub !== null)) {
			throw new Unreadable('unsafe', 'A change in it follows from something other than a value.');
		}
	}
	for (const { client, clock, length } of read.removed) {
		if (clock + length > (reached.get(client) ?? 0)) throw new Unreachable('gap');
	}
	return reached;
}

function checkWriters(
	writers: readonly number[],
	present: ReadonlyMap<number, number>,
	own: number | undefined,
	limits: DocumentLimits,
): void {
	if (own !== undefined && writers.includes(own)) {
		throw new Unreadable('unsafe', 'It writes under the name that only this device writes under.');
	}
	const added = writers.filter((client) => !present.has(client)).length;
	if (added > limits.newClients || present.size + added > limits.clients) {
		throw new Unreadable('oversized', 'It brings more writers than a workbook can have.');
	}
}

function checkMaps({ changes }: WireUpdate, doc: Y.Doc, limits: DocumentLimits): void {
	const added = new Set<string>();
	for (const { changes: ofClient } of changes.values()) {
		for (const { map } of ofClient) if (map !== undefined && !doc.share.has(map)) added.add(map);
	}
	if (doc.share.size + added.size > limits.maps) {
		throw new Unreadable('unsafe', 'It brings more maps than a workbook can have.');
	}
}

function checkOverwritten(
	{ changes }: WireUpdate,
	present: ReadonlyMap<number, number>,
	limits: DocumentLimits,
): void {
	let sum = 0;
	for (const [client, { changes: ofClient }] of changes) {
		const known = present.get(client) ?? 0;
		for (const { clock, length, isOverwritten } of ofClient) {
			if (isOverwritten && clock + length > known) sum += length;
		}
	}
	if (sum > limits.overwritten) {
		throw new Unreadable('unsafe', 'It moves writers further on than anybody could write.');
	}
}
