/**
 * The only file that names the shared types of a workbook document and the keys inside them.
 * Each record kind is two maps (law 1): `base` (id → row as created, written once) and `edits`
 * (`id/path` → value). Sets are edited per member: `id/criteria/CC6.1` → true or false (law 3).
 * What is kept under a published id (the scope, a criterion) has edits only (law 2).
 */
import type * as Y from 'yjs';
import type { RegisterName } from '../model/registers/register.ts';

/** Raised when an older program would misread the document; see `migrations/README.md`. */
export const layoutVersion = 1;

export type RecordMapName =
	RegisterName | 'columns' | 'imports' | 'views' | 'scope' | 'assessments' | 'acceptances';

export interface RecordMaps {
	readonly base: Y.Map<unknown>;
	readonly edits: Y.Map<unknown>;
}

/** The two maps of a record kind. */
export function recordMaps(doc: Y.Doc, name: RecordMapName): RecordMaps {
	return { base: doc.getMap(name), edits: doc.getMap(`${name}/edits`) };
}

/** Slow-changing facts of the workbook as flat entries: `layoutVersion`. */
export function settingsMap(doc: Y.Doc): Y.Map<unknown> {
	return doc.getMap('settings');
}

/** Entry id → what a command did; entries are only ever added. */
export function activityMap(doc: Y.Doc): Y.Map<unknown> {
	return doc.getMap('activity');
}

/** A field of a record, or a member of one of its sets or an own column's value. */
export type EditPath = string;

/** In the activity list: that a row was put back (after) or taken out (before) by a step. */
export const rowPath = '.row';

/** Path of a set's member or an own column's value: `criteria/CC6.1`, `own/column:…`. */
export function memberPath(field: string, member: string): EditPath {
	return `${field}/${member}`;
}

/** Splits a path at its first slash; a plain field has no member. */
export function splitPath(path: EditPath): { field: string; member: string | undefined } {
	const slash = path.indexOf('/');
	if (slash < 0) return { field: path, member: undefined };
	return { field: path.slice(0, slash), member: path.slice(slash + 1) };
}

/** Key of an edited value in an `edits` map. Ids hold no slash (see base/ids). */
export function editKey(id: string, path: EditPath): string {
	return `${id}/${path}`;
}

/** Record id and path of an edit key; undefined for a key no layout wrote. */
export function splitEditKey(key: string): { id: string; path: EditPath } | undefined {
	const slash = key.indexOf('/');
	if (slash <= 0 || slash === key.length - 1) return undefined;
	return { id: key.slice(0, slash), path: key.slice(slash + 1) };
}
