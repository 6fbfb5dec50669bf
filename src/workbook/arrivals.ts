/**
 * What had arrived in a document at some moment. Clocks of authors do not tell: what somebody did
 * apart comes with the time at which it was done.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { activityMap } from './layout.ts';

/** By client of Yjs, how much of what it wrote had arrived; plain data, to be kept. */
export type Arrivals = Readonly<Record<string, number>>;

/** What had arrived when something happened that `at` names, as an entry does. */
export interface ArrivalsAt {
	readonly at: string;
	readonly arrived: Arrivals;
}

const keptSchema = z.object({ at: z.string(), arrived: z.record(z.string(), z.number()) });

/** As it was kept; undefined where what was kept is none. */
export function readArrivals(kept: unknown): ArrivalsAt | undefined {
	const parsed = keptSchema.safeParse(kept);
	return parsed.success ? parsed.data : undefined;
}

export function arrivalsNow(doc: Y.Doc): Arrivals {
	const vector = Y.decodeStateVector(Y.encodeStateVector(doc));
	return Object.fromEntries([...vector].map(([client, clock]) => [String(client), clock]));
}

/** True where an entry of the activity list, by its id, stood in the document then as it stands now. */
export function hadArrived(doc: Y.Doc, entry: string, then: Arrivals): boolean {
	const item = activityMap(doc)._map.get(entry);
	return item !== undefined && item.id.clock < (then[String(item.id.client)] ?? 0);
}
