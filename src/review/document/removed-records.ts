/**
 * How many records an update would take away: no harm to the document, but what a mistake or an
 * angry editor does. The person is asked first (trust.md 3, incident 16).
 */
import { digest } from 'lib0/hash/sha256';
import * as Y from 'yjs';
import { toBase64Url } from '../../base/base64url.ts';
import type { MassDeletion } from '../session/document-guard.ts';
import type { WireChange, WireUpdate } from './wire-update.ts';

/** Taking back a command of one's own is nothing to ask about, however small the workbook. */
const alwaysFine = 3;
const greatest = { records: 20, share: 0.05 };

/** What the update takes away where that is much: more than 20 records, or more than 5 % and 3. */
export function massDeletion(doc: Y.Doc, update: WireUpdate): MassDeletion | undefined {
	const gone = removedRecords(doc, update);
	const deleted = gone.size;
	if (deleted <= alwaysFine) return undefined;
	const of = recordMaps(doc).reduce((sum, map) => sum + map.size, 0);
	const isMass = deleted > greatest.records || deleted > of * greatest.share;
	return isMass ? { deleted, of, records: nameOf(gone) } : undefined;
}

/** Rows that stand now and would be removed or overwritten; a row is written once (law 1). */
function removedRecords(doc: Y.Doc, update: WireUpdate): ReadonlySet<Y.Item> {
	const records = new Set<unknown>(recordMaps(doc));
	const gone = new Set<Y.Item>();
	const note = (item: Y.Item | Y.GC | undefined): void => {
		if (item instanceof Y.Item && !item.deleted && records.has(item.parent)) gone.add(item);
	};
	for (const { client, clock, length } of update.removed) {
		for (const struct of structsBetween(doc, client, clock, clock + length)) note(struct);
	}
	for (const { from, changes } of update.changes.values()) {
		const known = changes[0] ? Y.getState(doc.store, changes[0].client) : from;
		for (const change of changes) {
			if (change.clock + change.length > known) note(overwrittenBy(doc, change));
		}
	}
	return gone;
}

/** SHA-256 of which rows these are. */
function nameOf(rows: ReadonlySet<Y.Item>): string {
	const ids = [...rows].map(({ id }) => `${id.client}.${id.clock}`).sort();
	return toBase64Url(digest(new TextEncoder().encode(ids.join(' '))));
}

function recordMaps(doc: Y.Doc): readonly Y.Map<unknown>[] {
	return [...doc.share.keys()].filter(holdsRecords).map((name) => doc.getMap(name));
}

/** Edits lie over records, which stay without them. */
function holdsRecords(map: string): boolean {
	return map !== 'settings' && !map.endsWith('/edits');
}

/** The item that stands now where the change goes. */
function overwrittenBy(doc: Y.Doc, { origin, map, key }: WireChange): Y.Item | Y.GC | undefined {
	if (origin) return structAt(doc, origin.client, origin.clock);
	if (map === undefined || key === undefined || !doc.share.has(map)) return undefined;
	return doc.share.get(map)?._map.get(key);
}

/** The struct that holds this clock, if it is there. */
export function structAt(doc: Y.Doc, client: number, clock: number): Y.Item | Y.GC | undefined {
	const structs = doc.store.clients.get(client);
	if (!structs || clock >= Y.getState(doc.store, client)) return undefined;
	return structs[Y.findIndexSS(structs, clock)];
}

function* structsBetween(
	doc: Y.Doc,
	client: number,
	from: number,
	to: number,
): Generator<Y.Item | Y.GC, void, undefined> {
	const structs = doc.store.clients.get(client);
	if (!structs || from >= Y.getState(doc.store, client)) return;
	for (let place = Y.findIndexSS(structs, from); place < structs.length; place++) {
		const struct = structs[place];
		if (!struct || struct.id.clock >= to) return;
		yield struct;
	}
}
