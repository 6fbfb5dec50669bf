/** What two states of a workbook differ in, record by record and value by value. */
import type { ActivityEntry } from './activity.ts';
import { atOnce, oldestFirst, rowsByEntry, TouchesByRecord } from './deed-touches.ts';
import { isFlat, isTracked, type RecordChange } from './record-change.ts';
import { differences, recordsOfTable } from './record-values.ts';
import type { Workbook } from './workbook.ts';

/** What differs between a workbook as it was and as it is; who did it is not known here. */
export function compareWorkbooks(before: Workbook, after: Workbook): readonly RecordChange[] {
	const changes: RecordChange[] = [];
	const nobody = { people: [], times: 0 };
	const tablesAfter = after.tables.filter(isTracked);
	for (const [at, table] of before.tables.filter(isTracked).entries()) {
		const { name } = table.kind;
		const was = recordsOfTable(table);
		const is = recordsOfTable(tablesAfter[at] ?? table);
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
			const values = isFlat(name) ? differences(name, id, record, {}) : [];
			if (!isFlat(name)) changes.push({ table: name, id, kind: 'removed', changes: [], ...nobody });
			else if (values.length > 0) {
				changes.push({ table: name, id, kind: 'changed', changes: values, ...nobody });
			}
		}
	}
	return changes;
}

/** The same with who did it, by what stands in the later one's activity list and not in the earlier's. */
export function compareWithPeople(before: Workbook, after: Workbook): readonly RecordChange[] {
	const known = new Set(before.activity.latest().map(({ id }) => id));
	const within = after.activity.latest().filter(({ id }) => !known.has(id));
	return withPeople(compareWorkbooks(before, after), after, within);
}

/** Puts to changes that were found by comparing who touched these records in a stretch. */
function withPeople(
	changes: readonly RecordChange[],
	workbook: Workbook,
	within: readonly ActivityEntry[],
): readonly RecordChange[] {
	const touches = new TouchesByRecord();
	const rows = atOnce(rowsByEntry(workbook));
	for (const entry of [...within].sort(oldestFirst)) {
		for (const { table, id } of [...entry.changes, ...(rows.get(entry.id) ?? [])]) {
			touches.of(table, id).by(entry);
		}
	}
	return changes.map((change) => {
		const known = touches.find(change.table, change.id);
		return known ? { ...change, people: known.people, times: known.times } : change;
	});
}
