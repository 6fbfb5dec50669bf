/**
 * How many records an update would take away: no harm to the document, but what a mistake or an
 * angry editor does. The person is asked first (trust.md 3, incident 16).
 */
import { digest } from 'lib0/hash/sha256';
import * as Y from 'yjs';
import { toBase64Url } from '../../base/base64url.ts';
import { splitEditKey } from '../../workbook/layout.ts';
import type { MassDeletion } from '../session/document-guard.ts';
import { joinedRanges, type ClockRange } from './clock-ranges.ts';
import { holdsRecords, rangeOf, recordsUnder, standingItems, structAt } from './standing-items.ts';
import type { WireChange, WireUpdate } from './wire-update.ts';

/** Taking back a command of one's own is nothing to ask about, however small the workbook. */
const alwaysFine = 3;
const greatest = { records: 20, share: 0.05 };

/** What the update takes away where that is much: more than 20 records, or more than 5 % and 3. */
export function massDeletion(doc: Y.Doc, update: WireUpdate): MassDeletion | undefined {
	const removed = rowsRemoved(doc, update.removed);
	const overwritten = rowsOverwritten(doc, update);
	const gone = new Set([...removed, ...overwritten]);
	const deleted = gone.size;
	if (deleted <= alwaysFine) return undefined;
	const of = recordMaps(doc).reduce((sum, map) => sum + map.size, 0);
	const isMass = deleted > greatest.records || deleted > of * greatest.share;
	if (!isMass) return undefined;
	return {
		...{ deleted, of, records: nameOf(gone), overwritten: overwritten.size },
		removed: withTheirValues(doc, update.removed, removed),
	};
}

/** Rows that stand now and would be removed. */
function rowsRemoved(doc: Y.Doc, ranges: readonly ClockRange[]): ReadonlySet<Y.Item> {
	const rows = new Set<Y.Item>();
	for (const { item, map } of standingItems(doc, ranges)) if (holdsRecords(map)) rows.add(item);
	return rows;
}

/** Rows that stand now and would be written over; a row is written once (law 1). */
function rowsOverwritten(doc: Y.Doc, { changes }: WireUpdate): ReadonlySet<Y.Item> {
	const records = new Set<unknown>(recordMaps(doc));
	const rows = new Set<Y.Item>();
	for (const { from, changes: ofClient } of changes.values()) {
		const known = ofClient[0] ? Y.getState(doc.store, ofClient[0].client) : from;
		for (const change of ofClient) {
			if (change.clock + change.length <= known) continue;
			const item = overwrittenBy(doc, change);
			if (item instanceof Y.Item && !item.deleted && records.has(item.parent)) rows.add(item);
		}
	}
	return rows;
}

/** Where the rows stand, and what was edited in them and would be removed with them. */
function withTheirValues(
	doc: Y.Doc,
	ranges: readonly ClockRange[],
	rows: ReadonlySet<Y.Item>,
): readonly ClockRange[] {
	const ids = new Set<string>();
	for (const { item, map, key } of standingItems(doc, ranges)) {
		if (rows.has(item)) ids.add(`${map}/${key}`);
	}
	const kept: ClockRange[] = [];
	for (const { item, map, key } of standingItems(doc, ranges)) {
		const id = splitEditKey(key)?.id ?? '';
		if (!rows.has(item) && !ids.has(`${recordsUnder(map) ?? ''}/${id}`)) continue;
		kept.push(rangeOf(item));
	}
	return joinedRanges(kept);
}

/** SHA-256 of which rows these are. */
function nameOf(rows: ReadonlySet<Y.Item>): string {
	const ids = [...rows].map(({ id }) => `${id.client}.${id.clock}`).sort();
	return toBase64Url(digest(new TextEncoder().encode(ids.join(' '))));
}

function recordMaps(doc: Y.Doc): readonly Y.Map<unknown>[] {
	return [...doc.share.keys()].filter(holdsRecords).map((name) => doc.getMap(name));
}

/** The item that stands now where the change goes. */
function overwrittenBy(doc: Y.Doc, { origin, map, key }: WireChange): Y.Item | Y.GC | undefined {
	if (origin) return structAt(doc, origin.client, origin.clock);
	if (map === undefined || key === undefined || !doc.share.has(map)) return undefined;
	return doc.share.get(map)?._map.get(key);
}
