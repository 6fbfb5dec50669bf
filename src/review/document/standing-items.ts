/** Finds what stands in a document by the clocks it was written under. */
import * as Y from 'yjs';
import { joinedRanges, type ClockRange } from './clock-ranges.ts';

export interface StandingItem {
	readonly item: Y.Item;
	/** The shared map it stands in, and its key there. */
	readonly map: string;
	readonly key: string;
}

/** The struct that holds this clock, if it is there. */
export function structAt(doc: Y.Doc, client: number, clock: number): Y.Item | Y.GC | undefined {
	const structs = doc.store.clients.get(client);
	if (!structs || clock >= Y.getState(doc.store, client)) return undefined;
	return structs[Y.findIndexSS(structs, clock)];
}

/** The values of keys that were written within these stretches and are shown now. */
export function* standingItems(
	doc: Y.Doc,
	ranges: Iterable<ClockRange>,
): Generator<StandingItem, void, undefined> {
	const names = new Map<unknown, string>([...doc.share].map(([name, map]) => [map, name]));
	for (const { client, clock, length } of joinedRanges(ranges)) {
		const structs = doc.store.clients.get(client);
		if (!structs || clock >= Y.getState(doc.store, client)) continue;
		for (let place = Y.findIndexSS(structs, clock); place < structs.length; place++) {
			const item = structs[place];
			if (!item || item.id.clock >= clock + length) break;
			const map = item instanceof Y.Item && !item.deleted ? names.get(item.parent) : undefined;
			if (map === undefined || !(item instanceof Y.Item) || item.parentSub === null) continue;
			yield { item, map, key: item.parentSub };
		}
	}
}

/** True where a record that a transaction touched stands no more. */
export function removesRecords(doc: Y.Doc, { changed }: Y.Transaction): boolean {
	for (const [name, map] of doc.share) {
		if (!holdsRecords(name)) continue;
		for (const key of changed.get(map) ?? []) {
			if (key !== null && map._map.get(key)?.deleted === true) return true;
		}
	}
	return false;
}

/** The clocks that an item was written under. */
export function rangeOf({ id: { client, clock }, length }: Y.Item): ClockRange {
	return { client, clock, length };
}

/** True for a map of whole records; values that were edited lie over them, in maps of their own. */
export function holdsRecords(map: string): boolean {
	return map !== 'settings' && !map.endsWith(editsEnd);
}

/** The map of the records whose edited values this map holds. */
export function recordsUnder(map: string): string | undefined {
	return map.endsWith(editsEnd) ? map.slice(0, -editsEnd.length) : undefined;
}

const editsEnd = '/edits';
