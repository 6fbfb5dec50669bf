/**
 * The values of a record by path, as people see them: defaults filled in, sets by their members. What
 * changed between two readings of a record is told in the same paths that edits have.
 */
import { canonicalJson } from '../base/canonical-json.ts';
import { wellFormed } from '../base/well-formed.ts';
import type { ActivityChange } from './activity.ts';
import { memberPath, splitPath, type EditPath, type RecordMapName } from './layout.ts';
import type { AnyTable } from './table.ts';

/** A record as a table reads it, or what stands there where it cannot be read. */
export type ReadRecord = Readonly<Record<string, unknown>>;

/** Where a record stands and which file it came from is no value of it. */
const noValues: ReadonlySet<string> = new Set(['id', 'order', 'source']);
/** A view's settings stand side by side with its name, each an edit of its own. */
const settingsField = 'settings';
const dictionaries: ReadonlySet<string> = new Set(['own', 'reasons']);

/** True for what a path says of a record: not its place, not its source. */
export function isValuePath(path: EditPath): boolean {
	return !noValues.has(splitPath(path).field);
}

/** Every record of a table by its id, those that cannot be read as they stand. */
export function recordsOfTable(table: AnyTable): ReadonlyMap<string, ReadRecord> {
	const records = new Map<string, ReadRecord>();
	for (const record of table.all()) records.set(record.id, record as object as ReadRecord);
	for (const { id, raw } of table.unreadable()) {
		records.set(id, isPlain(raw) ? raw : { value: raw });
	}
	return records;
}

/** The value of a record at a path: a set's member is true or absent. */
export function valueOf(record: object | undefined, path: EditPath): unknown {
	if (!record) return undefined;
	const { field, member } = splitPath(path);
	const values = record as ReadRecord;
	const settings = values[settingsField];
	const held = !Object.hasOwn(values, field) && isPlain(settings) ? settings[field] : values[field];
	if (member === undefined) return held;
	if (Array.isArray(held)) return held.includes(member);
	return isPlain(held) ? held[member] : undefined;
}

/** The values in which two readings of a record differ. */
export function differences(
	table: RecordMapName,
	id: string,
	before: ReadRecord,
	after: ReadRecord,
): readonly ActivityChange[] {
	const changes: ActivityChange[] = [];
	const add = (path: EditPath, one: unknown, other: unknown): void => {
		if (!isSameValue(one, other)) changes.push({ table, id, path, before: one, after: other });
	};
	for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
		const [one, other] = [before[field], after[field]];
		if (noValues.has(field) || one === other) continue;
		if (field === settingsField) {
			for (const key of keysOf(one, other)) add(key, entryOf(one, key), entryOf(other, key));
		} else if (dictionaries.has(field)) {
			for (const key of keysOf(one, other)) {
				add(memberPath(field, key), entryOf(one, key), entryOf(other, key));
			}
		} else if (Array.isArray(one) || Array.isArray(other)) {
			const [held, holds] = [membersOf(one), membersOf(other)];
			for (const member of new Set([...held, ...holds])) {
				add(memberPath(field, member), held.has(member), holds.has(member));
			}
		} else add(field, one, other);
	}
	return changes;
}

/** True for the same value, and for two ways of saying that there is none. */
export function isSameValue(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
	return canonicalJson(wellFormed(one)) === canonicalJson(wellFormed(other));
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '' || value === false) return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}

function membersOf(set: unknown): ReadonlySet<string> {
	return new Set(Array.isArray(set) ? set.map(String) : []);
}

function keysOf(one: unknown, other: unknown): ReadonlySet<string> {
	return new Set([one, other].flatMap((each) => (isPlain(each) ? Object.keys(each) : [])));
}

function entryOf(dictionary: unknown, key: string): unknown {
	return isPlain(dictionary) ? dictionary[key] : undefined;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
