/**
 * What a stretch of the activity list came to: for each value where it began and where it ended, who
 * touched it and how often. What came back to where it began is left out.
 *
 * A value at some moment is what the next deed that touched it found; where none did, what stands.
 */
import type { ActivityChange, ActivityEntry } from './activity.ts';
import {
	atOnce,
	knownFirst,
	oldestFirst,
	perStep,
	rowsByEntry,
	TouchesByRecord,
	type Touches,
} from './deed-touches.ts';
import { rowPath } from './layout.ts';
import { isFlat, isTracked, type RecordChange } from './record-change.ts';
import {
	isSameValue,
	isValuePath,
	recordsOfTable,
	valueOf,
	type ReadRecord,
} from './record-values.ts';
import type { Workbook } from './workbook.ts';

/** A stretch of the activity list, each part in any order. */
export interface Stretch {
	/** What was done before its beginning, where something within may have been done apart from it. */
	readonly before?: readonly ActivityEntry[];
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

/**
 * All that came after some moment, up to now. What came late was done apart from what stood here by
 * then, so its values began with what that had left.
 */
export function stretchOf(
	activity: readonly ActivityEntry[],
	isNews: (entry: ActivityEntry) => boolean,
): Stretch {
	const before: ActivityEntry[] = [];
	const within: ActivityEntry[] = [];
	for (const entry of activity) (isNews(entry) ? within : before).push(entry);
	return { before, within, after: [] };
}

/** The net change of a stretch, the tables in the workbook's order. */
export function netChange(workbook: Workbook, stretch: Stretch): readonly RecordChange[] {
	return atOnce(netChangeSteps(workbook, stretch));
}

/**
 * The same in steps of a millisecond or two. What changes in the workbook between two of them may be
 * told or not: whoever shows it begins anew then.
 */
export function* netChangeSteps(
	workbook: Workbook,
	{ before, within, after }: Stretch,
): Generator<void, readonly RecordChange[]> {
	const inOrder = before ? knownFirst : oldestFirst;
	const touches = new TouchesByRecord();
	const rows = yield* rowsByEntry(workbook);
	let looked = 0;
	for (const isWithin of [true, false]) {
		for (const entry of [...(isWithin ? within : after)].sort(inOrder)) {
			const named = new Set<string>();
			for (const change of entry.changes) {
				const { table, id, path } = change;
				if (path === rowPath) named.add(`${table}/${id}`);
				if (path === rowPath || isValuePath(path)) {
					touches.of(table, id).add(entry, change, isWithin);
				}
				if (++looked % perStep === 0) yield;
			}
			for (const { table, id } of rows.get(entry.id) ?? []) {
				if (named.has(`${table}/${id}`)) continue;
				touches.of(table, id).add(entry, { table, id, path: rowPath, after: true }, isWithin);
				if (++looked % perStep === 0) yield;
			}
		}
	}
	for (const entry of [...(before ?? [])].sort(inOrder)) {
		for (const { table, id, path, after: left } of entry.changes) {
			const began = touches.find(table, id)?.within;
			if (began && (began.has(path) || (path === rowPath && began.size > 0))) began.set(path, left);
			if (++looked % perStep === 0) yield;
		}
	}
	return yield* netOf(workbook, touches);
}

function* netOf(
	workbook: Workbook,
	touched: TouchesByRecord,
): Generator<void, readonly RecordChange[]> {
	const found: RecordChange[] = [];
	let looked = 0;
	for (const table of workbook.tables.filter(isTracked)) {
		const { name } = table.kind;
		const touches = touched.inTable(name);
		if (touches.size === 0) continue;
		const records = recordsOfTable(table);
		for (const [id, each] of touches) {
			const change = netOfRecord({ table: name, id }, each, records.get(id));
			if (change) found.push(change);
			if (++looked % perStep === 0) yield;
		}
	}
	return found;
}

/** What it came to for one record; undefined where nothing within touched it, or all came back. */
function netOfRecord(
	{ table, id }: Pick<RecordChange, 'table' | 'id'>,
	{ within, after, people, times }: Touches,
	record: ReadRecord | undefined,
): RecordChange | undefined {
	if (within.size === 0) return undefined;
	const stands = isFlat(table) || record !== undefined;
	const isThere = after.has(rowPath) ? after.get(rowPath) === true : stands;
	const wasThere = within.has(rowPath) ? within.get(rowPath) === true : isThere;
	const of = { table, id, people, times };
	if (isThere !== wasThere) return { ...of, kind: isThere ? 'created' : 'removed', changes: [] };
	if (!isThere) return undefined;
	const changes: ActivityChange[] = [];
	for (const [path, before] of within) {
		if (path === rowPath) continue;
		const now = after.has(path) ? after.get(path) : valueOf(record, path);
		if (!isSameValue(before, now)) changes.push({ table, id, path, before, after: now });
	}
	return changes.length > 0 ? { ...of, kind: 'changed', changes } : undefined;
}
