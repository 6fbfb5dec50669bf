/**
 * What taking a step back, or doing it again, changes: the values of records, and which rows it takes
 * out or puts back. So the activity list holds both values here as well (law 6).
 */
import type * as Y from 'yjs';
import type { ActivityChange } from './activity.ts';
import { recordMaps, rowPath, splitEditKey } from './layout.ts';
import { isSameValue, isValuePath, valueOf } from './record-values.ts';
import type { AnyTable } from './table.ts';

/** Makes a move and returns with its outcome what it changed in these tables. */
export function withChanges<Outcome>(
	doc: Y.Doc,
	tables: readonly AnyTable[],
	move: () => Outcome,
): { readonly outcome: Outcome; readonly changes: readonly ActivityChange[] } {
	const changes: ActivityChange[] = [];
	const stops = tables.map((table) => listen(doc, table, changes));
	try {
		return { outcome: move(), changes };
	} finally {
		for (const stop of stops) stop();
	}
}

function listen(doc: Y.Doc, table: AnyTable, changes: ActivityChange[]): () => void {
	const { name } = table.kind;
	const { base, edits } = recordMaps(doc, name);
	const hearRows = (event: Y.YMapEvent<unknown>): void => {
		for (const [id, { action }] of event.changes.keys) {
			if (action === 'update') continue;
			const side = action === 'delete' ? { before: true } : { after: true };
			changes.push({ table: name, id, path: rowPath, ...side });
		}
	};
	const hearEdits = (event: Y.YMapEvent<unknown>): void => {
		for (const [key, { action, oldValue }] of event.changes.keys) {
			const place = splitEditKey(key);
			if (!place || !isValuePath(place.path)) continue;
			// What was not edited says what the row said as it was created.
			const created = (): unknown => valueOf(table.asCreated(place.id), place.path);
			const before: unknown = action === 'add' ? created() : oldValue;
			const after: unknown = action === 'delete' ? created() : edits.get(key);
			if (isSameValue(before, after)) continue;
			changes.push({
				...{ table: name, ...place },
				...(before === undefined ? {} : { before }),
				...(after === undefined ? {} : { after }),
			});
		}
	};
	base.observe(hearRows);
	edits.observe(hearEdits);
	return () => {
		base.unobserve(hearRows);
		edits.unobserve(hearEdits);
	};
}
