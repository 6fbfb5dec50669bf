/**
 * What a stretch of the activity list came to: for each value where it began and where it ended, who
 * touched it and how often. What came back to where it began is left out.
 *
 * A value at some moment is what the next deed that touched it found; where none did, what stands.
 */
import type { ActivityChange, ActivityEntry } from './activity.ts';
import { CreatingDeeds } from './creating-deeds.ts';
import { rowPath, type RecordMapName } from './layout.ts';
import { differences, isSameValue, isValuePath, recordsOfTable, valueOf } from './record-values.ts';
import type { AnyTable } from './table.ts';
import type { Workbook } from './workbook.ts';

export interface RecordChange {
	readonly table: RecordMapName;
	readonly id: string;
	readonly kind: 'created' | 'removed' | 'changed';
	/** The values that differ, for what was there before and is there after. */
	readonly changes: readonly ActivityChange[];
	/** Who touched it in this stretch, by name, in the order in which they first did. */
	readonly people: readonly string[];
	/** How many deeds touched it. */
	readonly times: number;
}

/** A stretch of the activity list, each part in any order. */
export interface Stretch {
	readonly within: readonly ActivityEntry[];
	/** What was done after its end; nothing where it lasts until now. */
	readonly after: readonly ActivityEntry[];
}

/** Entries from the instant `since` (ISO 8601) on, up to before `until` where it is given. */
export function stretchSince(
	activity: readonly ActivityEntry[],
	since: string,
	until?: string,
): Stretch {
	const isAfter = ({ at }: ActivityEntry): boolean => until !== undefined && at >= until;
	return {
		within: activity.filter((entry) => entry.at >= since && !isAfter(entry)),
		after: activity.filter(isAfter),
	};
}

/** The net change of a stretch, the tables in the workbook's order. */
export function netChange(workbook: Workbook, { within, after }: Stretch): readonly RecordChange[] {
	const touches = new Map<string, Touches>();
	const touch = (entry: ActivityEntry, change: ActivityChange, isWithin: boolean): void => {
		const key = `${change.table}/${change.id}`;
		const known = touches.get(key) ?? new Touches();
		touches.set(key, known);
		known.add(entry, change, isWithin);
	};
	const rows = rowsByEntry(workbook);
	for (const isWithin of [true, false]) {
		for (const entry of [...(isWithin ? within : after)].sort(oldestFirst)) {
			const named = new Set<string>();
			for (const change of entry.changes) {
				if (change.path === rowPath) named.add(`${change.table}/${change.id}`);
				if (change.path === rowPath || isValuePath(change.path)) touch(entry, change, isWithin);
			}
			for (const { table, id } of rows.get(entry.id) ?? []) {
				if (named.has(`${table}/${id}`)) continue;
				touch(entry, { table, id, path: rowPath, after: true }, isWithin);
			}
		}
	}
	return netOf(workbook, touches);
}

/** What differs between a workbook as it was and as it is; who did it is not known here. */
export function compareWorkbooks(before: Workbook, after: Workbook): readonly RecordChange[] {
	return before.tables.filter(isTracked).flatMap((table, at) => {
		const { name } = table.kind;
		const was = recordsOfTable(table);
		const is = recordsOfTable(after.tables.filter(isTracked)[at] ?? table);
		const changes: RecordChange[] = [];
		const nobody = { people: [], times: 0 };
		for (const [id, record] of is) {
			const old = was.get(id) ?? (isFlat(name) ? {} : undefined);
			const values = old ? differences(name, id, old, record) : [];
			if (!old) changes.push({ table: name, id, kind: 'created', changes: [], ...nobody });
			else if (values.length > 0) {
				changes.push({ table: name, id, kind: 'changed', changes: values, ...nobody });
			}
		}
		for (const [id, record] of was) {
			if (is.has(id)) continue;
			if (!isFlat(name)) {
				changes.push({ table: name, id, kind: 'removed', changes: [], ...nobody });
				continue;
			}
			const values = differences(name, id, record, {});
			if (values.length > 0) {
				changes.push({ table: name, id, kind: 'changed', changes: values, ...nobody });
			}
		}
		return changes;
	});
}

/** Puts to changes that were found by comparing who touched these records in a stretch. */
export function withPeople(
	changes: readonly RecordChange[],
	workbook: Workbook,
	within: readonly ActivityEntry[],
): readonly RecordChange[] {
	const touches = new Map<string, Touches>();
	const rows = rowsByEntry(workbook);
	for (const entry of [...within].sort(oldestFirst)) {
		const created = rows.get(entry.id) ?? [];
		for (const { table, id } of [...entry.changes, ...created]) {
			const key = `${table}/${id}`;
			const known = touches.get(key) ?? new Touches();
			touches.set(key, known);
			known.by(entry);
		}
	}
	return changes.map((change) => {
		const known = touches.get(`${change.table}/${change.id}`);
		return known ? { ...change, people: known.people, times: known.times } : change;
	});
}

/** What deeds did to one record. */
class Touches {
	/** By path, what the first deed within found, and the first deed after. */
	readonly within = new Map<string, unknown>();
	readonly after = new Map<string, unknown>();
	readonly #people = new Set<string>();
	readonly #entries = new Set<string>();

	add(entry: ActivityEntry, { path, before }: ActivityChange, isWithin: boolean): void {
		const found = isWithin ? this.within : this.after;
		if (!found.has(path)) found.set(path, before);
		if (isWithin) this.by(entry);
	}

	by({ id, by }: ActivityEntry): void {
		this.#people.add(by.name);
		this.#entries.add(id);
	}

	get people(): readonly string[] {
		return [...this.#people].filter(Boolean);
	}

	get times(): number {
		return this.#entries.size;
	}
}

function netOf(workbook: Workbook, touched: ReadonlyMap<string, Touches>): readonly RecordChange[] {
	const found: RecordChange[] = [];
	for (const table of workbook.tables.filter(isTracked)) {
		const { name } = table.kind;
		const start = `${name}/`;
		const records = recordsOfTable(table);
		for (const [key, touches] of touched) {
			if (touches.within.size === 0 || !key.startsWith(start)) continue;
			const id = key.slice(start.length);
			const { within, after, people, times } = touches;
			const stands = isFlat(name) || records.has(id);
			const isThere = after.has(rowPath) ? after.get(rowPath) === true : stands;
			const wasThere = within.has(rowPath) ? within.get(rowPath) === true : isThere;
			const of = { table: name, id, people, times };
			if (isThere !== wasThere) {
				found.push({ ...of, kind: isThere ? 'created' : 'removed', changes: [] });
			} else if (isThere) {
				const changes: ActivityChange[] = [];
				for (const [path, before] of within) {
					if (path === rowPath) continue;
					const now = after.has(path) ? after.get(path) : valueOf(records.get(id), path);
					if (!isSameValue(before, now))
						changes.push({ table: name, id, path, before, after: now });
				}
				if (changes.length > 0) found.push({ ...of, kind: 'changed', changes });
			}
		}
	}
	return found;
}

/** The rows that each entry's deed wrote. */
function rowsByEntry(
	workbook: Workbook,
): ReadonlyMap<string, readonly { readonly table: RecordMapName; readonly id: string }[]> {
	const deeds = new CreatingDeeds(workbook.doc);
	const rows = new Map<string, { table: RecordMapName; id: string }[]>();
	for (const { kind } of workbook.tables.filter(isTracked)) {
		for (const [id, entries] of deeds.rows(kind.name)) {
			for (const entry of entries) {
				const known = rows.get(entry) ?? [];
				known.push({ table: kind.name, id });
				rows.set(entry, known);
			}
		}
	}
	return rows;
}

/** What an import brought is told by its rows; its own record is about the file. */
function isTracked({ kind }: AnyTable): boolean {
	return kind.name !== 'imports';
}

/** Kept under published ids: always there (law 2). */
function isFlat(table: RecordMapName): boolean {
	return table === 'scope' || table === 'assessments';
}

function oldestFirst(a: ActivityEntry, b: ActivityEntry): number {
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	if (a.place !== b.place) return a.place - b.place;
	return a.id < b.id ? -1 : 1;
}
