/**
 * Which deeds put a row into the workbook. The activity list counts new rows and does not name them;
 * but whoever wrote them wrote the entry right after, so a row belongs to the first entry of the same
 * client whose place in Yjs' count is later.
 */
import type * as Y from 'yjs';
import { activityMap, recordMaps, type RecordMapName } from './layout.ts';

interface Deed {
	readonly clock: number;
	readonly entry: string;
}

export class CreatingDeeds {
	readonly #doc: Y.Doc;
	/** The entries of each client, in the order in which they were written. */
	readonly #deeds = new Map<number, Deed[]>();

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		for (const [entry, item] of activityMap(doc)._map) {
			const { client, clock } = firstOf(item).id;
			const deeds = this.#deeds.get(client) ?? [];
			deeds.push({ clock, entry });
			this.#deeds.set(client, deeds);
		}
		for (const deeds of this.#deeds.values()) deeds.sort((a, b) => a.clock - b.clock);
	}

	/**
	 * The ids of all rows a table ever had, each with the entries of the deeds that wrote it; one that
	 * was taken out and put back has several.
	 */
	*rows(table: RecordMapName): Generator<readonly [id: string, entries: readonly string[]]> {
		for (const [id, newest] of recordMaps(this.#doc, table).base._map) {
			const entries: string[] = [];
			for (let item: Y.Item | null = newest; item; item = item.left) {
				const entry = this.#entryAfter(item.id);
				if (entry !== undefined) entries.push(entry);
			}
			yield [id, entries];
		}
	}

	#entryAfter({ client, clock }: Y.ID): string | undefined {
		const deeds = this.#deeds.get(client) ?? [];
		let [low, high] = [0, deeds.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (deeds[middle]!.clock < clock) low = middle + 1;
			else high = middle;
		}
		return deeds[low]?.entry;
	}
}

function firstOf(item: Y.Item): Y.Item {
	let first = item;
	while (first.left) first = first.left;
	return first;
}
