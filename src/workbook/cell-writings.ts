/**
 * The values written into one cell, as Yjs keeps them: a list whose last one stands, each naming the one
 * its author saw. What an overwritten one said is gone from there; the activity list still says it.
 */
import type * as Y from 'yjs';
import type { Writing } from '../model/rules/dropped-edits.ts';
import type { ActivityChange, ActivityEntry, ActivityLog } from './activity.ts';
import type { Deeds } from './deeds.ts';
import { editKey, type RecordMapName } from './layout.ts';
import { isSameValue } from './record-values.ts';

/** A writing with its entry in the activity list. */
export interface CellWriting extends Writing {
	readonly deed: ActivityEntry | undefined;
	readonly takenBack: ActivityEntry | undefined;
}

/** True where two writings of a cell took the place of the same one. */
export function isForked(newest: Y.Item): boolean {
	for (let item: Y.Item | null = newest; item; item = item.left) {
		const { origin, left } = item;
		if (left ? !origin || !isLast(left, origin) : origin) return true;
	}
	return false;
}

/** The writings of a cell, the one that stands last. */
export function cellWritings(
	newest: Y.Item,
	cell: { readonly table: RecordMapName; readonly key: string },
	{ deeds, activity }: { readonly deeds: Deeds; readonly activity: ActivityLog },
): readonly CellWriting[] {
	const items: Y.Item[] = [];
	for (let item: Y.Item | null = newest; item; item = item.left) items.push(item);
	const places = items.reverse().flatMap(placesOf);
	const builtOn = new Set(places.map(({ on }) => on));
	const entries = new Set(places.map(({ at }) => deeds.entryOf(at)));
	return places.map(({ id, on, at }): CellWriting => {
		const name = deeds.entryOf(at);
		const deed = name === undefined ? undefined : activity.get(name);
		const change = deed && changeIn(deed);
		if (!change) return { id, on, deed: undefined, takenBack: undefined };
		const { before, after } = change;
		return {
			id,
			on,
			deed,
			before,
			after,
			takenBack: builtOn.has(id) ? undefined : stepBack(at, after),
		};
	});

	/** A step back to what the record was created with leaves an entry, and no writing of its own. */
	function stepBack(at: Y.ID, after: unknown): ActivityEntry | undefined {
		for (const name of deeds.stepsFrom(at)) {
			const entry = entries.has(name) ? undefined : activity.get(name);
			const change = entry && changeIn(entry);
			if (change && isSameValue(change.before, after)) return entry;
		}
		return undefined;
	}

	function changeIn(entry: ActivityEntry): ActivityChange | undefined {
		return changesByCell(entry).get(`${cell.table} ${cell.key}`);
	}
}

/** An import of a next version changes thousands of cells, and is asked for each. */
const known = new WeakMap<ActivityEntry, ReadonlyMap<string, ActivityChange>>();

function changesByCell(entry: ActivityEntry): ReadonlyMap<string, ActivityChange> {
	let changes = known.get(entry);
	if (!changes) {
		changes = new Map(
			entry.changes.map((change) => [`${change.table} ${editKey(change.id, change.path)}`, change]),
		);
		known.set(entry, changes);
	}
	return changes;
}

interface Place {
	readonly id: string;
	readonly on: string | undefined;
	readonly at: Y.ID;
}

/** Items next to one another are joined, and then are several writings, each on the one before. */
function placesOf({ id: { client, clock }, origin, length }: Y.Item): readonly Place[] {
	return Array.from({ length }, (_, index) => ({
		id: `${client}:${clock + index}`,
		on: index > 0 ? `${client}:${clock + index - 1}` : origin ? nameOf(origin) : undefined,
		at: { client, clock: clock + index },
	}));
}

function nameOf({ client, clock }: Y.ID): string {
	return `${client}:${clock}`;
}

function isLast({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
	return id.client === client && id.clock + length - 1 === clock;
}
