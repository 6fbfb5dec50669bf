/**
 * Writes a command plans before anything is touched: plain data, applied in one transaction.
 * Planning first keeps a refused command from leaving half its work (a throw inside a Yjs
 * transaction does not roll back).
 */
import type * as Y from 'yjs';
import { editKey, recordMaps, type EditPath, type RecordMapName } from './layout.ts';

export type Write =
	| {
			readonly kind: 'row';
			readonly table: RecordMapName;
			readonly id: string;
			readonly row: unknown;
	  }
	| {
			readonly kind: 'edit';
			readonly table: RecordMapName;
			readonly id: string;
			readonly path: EditPath;
			readonly before: unknown;
			readonly after: unknown;
	  };

/** True where applying would change nothing: such a write makes no undo step and no activity. */
export function isIdle(write: Write): boolean {
	return write.kind === 'edit' && Object.is(write.before, write.after);
}

/** Puts planned writes into the document. Call inside a transaction. */
export function applyWrites(doc: Y.Doc, writes: readonly Write[]): void {
	for (const write of writes) {
		const maps = recordMaps(doc, write.table);
		if (write.kind === 'row') maps.base.set(write.id, write.row);
		else maps.edits.set(editKey(write.id, write.path), write.after);
	}
}

/** About how many characters a write puts into the document. */
export function textLength(write: Write): number {
	return lengthOf(write.kind === 'row' ? write.row : write.after);
}

function lengthOf(value: unknown): number {
	if (typeof value === 'string') return value.length;
	if (typeof value !== 'object' || value === null) return 8;
	let length = 0;
	for (const [key, part] of Object.entries(value)) length += key.length + lengthOf(part);
	return length;
}
