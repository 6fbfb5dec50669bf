/** Which deeds put a row into the workbook: the activity list counts new rows and does not name them. */
import type * as Y from 'yjs';
import { Deeds } from './deeds.ts';
import { activityMap, recordMaps, type RecordMapName } from './layout.ts';

export class CreatingDeeds {
	readonly #doc: Y.Doc;
	readonly #deeds: Deeds;

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		this.#deeds = new Deeds(doc);
		for (const entry of activityMap(doc).keys()) this.#deeds.add(entry);
	}

	/**
	 * The ids of all rows a table ever had, each with the entries of the deeds that wrote it; one that
	 * was taken out and put back has several.
	 */
	*rows(table: RecordMapName): Generator<readonly [id: string, entries: readonly string[]]> {
		for (const [id, newest] of recordMaps(this.#doc, table).base._map) {
			const entries: string[] = [];
			for (let item: Y.Item | null = newest; item; item = item.left) {
				const entry = this.#deeds.entryOf(item.id);
				if (entry !== undefined) entries.push(entry);
			}
			yield [id, entries];
		}
	}
}
