/** What it takes to bring a workbook back to an earlier state, as plain data that can travel. */
import { compareWorkbooks } from './compare-workbooks.ts';
import { recordMaps, splitEditKey, type EditPath, type RecordMapName } from './layout.ts';
import type { RecordChange } from './record-change.ts';
import type { Workbook } from './workbook.ts';

export type RecordToRestore = { readonly table: RecordMapName; readonly id: string } & (
	| { readonly kind: 'values'; readonly values: readonly RestoredValue[] }
	/** It came since. */
	| { readonly kind: 'away' }
	/** Its row was taken out by a step back: it comes again as it stood stored. */
	| { readonly kind: 'back'; readonly row: unknown; readonly values: readonly RestoredValue[] }
);

export interface RestoredValue {
	readonly path: EditPath;
	/** Undefined where there was none. */
	readonly value: unknown;
}

/** What has to be written to `now`, a copy of the workbook, for it to say what `then` says. */
export function whatRestores(now: Workbook, then: Workbook): readonly RecordToRestore[] {
	const edits = editsById(then);
	return compareWorkbooks(now, then).map((change) => toRestore(change, then, edits));
}

function toRestore(
	{ table, id, kind, changes }: RecordChange,
	then: Workbook,
	edits: ReadonlyMap<string, readonly RestoredValue[]>,
): RecordToRestore {
	if (kind === 'removed') return { table, id, kind: 'away' };
	if (kind === 'changed') {
		const values = changes.map(({ path, after }) => ({ path, value: after }));
		return { table, id, kind: 'values', values };
	}
	const row: unknown = recordMaps(then.doc, table).base.get(id);
	return { table, id, kind: 'back', row, values: edits.get(`${table}/${id}`) ?? [] };
}

/** A workbook's edits by table and record. */
function editsById(workbook: Workbook): ReadonlyMap<string, readonly RestoredValue[]> {
	const found = new Map<string, RestoredValue[]>();
	for (const { kind } of workbook.tables) {
		for (const [key, value] of recordMaps(workbook.doc, kind.name).edits) {
			const place = splitEditKey(key);
			if (!place) continue;
			const of = `${kind.name}/${place.id}`;
			const values = found.get(of);
			if (values) values.push({ path: place.path, value });
			else found.set(of, [{ path: place.path, value }]);
		}
	}
	return found;
}
