/** Which records deeds of the activity list touched, and by whom. */
import type { ActivityChange, ActivityEntry } from './activity.ts';
import type { DoneBy } from './actor.ts';
import { CreatingDeeds } from './creating-deeds.ts';
import type { RecordMapName } from './layout.ts';
import { isTracked } from './record-change.ts';
import type { Workbook } from './workbook.ts';

/** A record by its table and id. */
export interface Touched {
	readonly table: RecordMapName;
	readonly id: string;
}

/** What deeds did to one record. */
export class Touches {
	/** By path, what the first deed within found, and the first deed after. */
	readonly within = new Map<string, unknown>();
	readonly after = new Map<string, unknown>();
	/** By browser and name, the first deed of each. */
	readonly #people = new Map<string, DoneBy>();
	readonly #entries = new Set<string>();

	add(entry: ActivityEntry, { path, before }: ActivityChange, isWithin: boolean): void {
		const found = isWithin ? this.within : this.after;
		if (!found.has(path)) found.set(path, before);
		if (isWithin) this.by(entry);
	}

	by({ id, by }: ActivityEntry): void {
		const key = `${by.device}/${by.name}`;
		if (!this.#people.has(key)) this.#people.set(key, { id, by });
		this.#entries.add(id);
	}

	get people(): readonly DoneBy[] {
		return [...this.#people.values()];
	}

	get times(): number {
		return this.#entries.size;
	}
}

/** Touches by table, then by record. */
export class TouchesByRecord {
	readonly #tables = new Map<string, Map<string, Touches>>();

	/** Those of a record, from now on also where nothing touched it yet. */
	of(table: string, id: string): Touches {
		let records = this.#tables.get(table);
		if (!records) this.#tables.set(table, (records = new Map<string, Touches>()));
		let touches = records.get(id);
		if (!touches) records.set(id, (touches = new Touches()));
		return touches;
	}

	find(table: string, id: string): Touches | undefined {
		return this.#tables.get(table)?.get(id);
	}

	/** Of a table, in the order in which its records were first touched. */
	inTable(table: string): ReadonlyMap<string, Touches> {
		return this.#tables.get(table) ?? new Map<string, Touches>();
	}
}

/** So many rows, changes or records are looked at in one step: a millisecond or two. */
export const perStep = 500;

/** The rows that each entry's deed wrote, by the entry's id. Yields between two steps. */
export function* rowsByEntry(
	workbook: Workbook,
): Generator<void, ReadonlyMap<string, readonly Touched[]>> {
	const deeds = new CreatingDeeds(workbook.doc);
	const rows = new Map<string, Touched[]>();
	let looked = 0;
	for (const { kind } of workbook.tables.filter(isTracked)) {
		for (const [id, entries] of deeds.rows(kind.name)) {
			for (const entry of entries) {
				const known = rows.get(entry);
				if (known) known.push({ table: kind.name, id });
				else rows.set(entry, [{ table: kind.name, id }]);
			}
			if (++looked % perStep === 0) yield;
		}
	}
	return rows;
}

export function oldestFirst(a: ActivityEntry, b: ActivityEntry): number {
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	if (a.place !== b.place) return a.place - b.place;
	return a.id < b.id ? -1 : 1;
}

/** Whoever knew of another deed counted it: that one stands before theirs, whatever the clocks say. */
export function knownFirst(a: ActivityEntry, b: ActivityEntry): number {
	return a.place - b.place || oldestFirst(a, b);
}

/** Does all steps at once. */
export function atOnce<Outcome>(steps: Generator<unknown, Outcome>): Outcome {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
