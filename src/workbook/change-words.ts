/**
 * What an activity entry changed, in the words people read: one line for each column of each record,
 * the members put into and taken out of a set together.
 */
import { assessmentFields } from '../model/records/assessment.ts';
import type { Field } from '../model/records/field.ts';
import type { SharedView, ViewId } from '../model/records/shared-view.ts';
import type { ColumnId, OwnColumn } from '../model/records/own-column.ts';
import { scopeFields } from '../model/records/scope.ts';
import { termLabel } from '../model/records/vocabulary.ts';
import { isRegisterName, recordName, type RegisterRecord } from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';
import { valueWords as storedWords } from '../model/registers/value-words.ts';
import type { ActivityChange } from './activity.ts';
import { rowPath, splitPath } from './layout.ts';
import { settingName, settingWords } from './view-words.ts';

export interface ChangeWords {
	/** Tells the lines of one entry apart. */
	readonly key: string;
	readonly record: string;
	/** The id of the record of a register it was, where it was one that is still there. */
	readonly link: string | undefined;
	/** The key of a field, an own column's id, or `retired`. */
	readonly columnKey: string;
	readonly column: string;
	/** '' where the value was empty. */
	readonly before: string;
	readonly after: string;
}

/** Where names come from: the records as they stand now. */
export interface Names {
	/** A record of any register by its id. */
	readonly record: (id: string) => RegisterRecord | undefined;
	readonly column: (id: ColumnId) => OwnColumn | undefined;
	readonly view: (id: ViewId) => SharedView | undefined;
}

/** The lines of one entry's changes, in the order they were made. */
export function changeWords(
	changes: readonly ActivityChange[],
	names: Names,
): readonly ChangeWords[] {
	const lines = new Map<string, ActivityChange[]>();
	for (const change of changes) {
		const key = `${change.id}/${changedColumn(change)}`;
		lines.set(key, [...(lines.get(key) ?? []), change]);
	}
	return Array.from(lines, ([key, together]) => lineOf(key, together, names));
}

/** The column a change was in: the key of a field, or the id of an own column. */
export function changedColumn({ path }: ActivityChange): string {
	const { field, member } = splitPath(path);
	return field === 'own' && member !== undefined ? member : field;
}

function lineOf(key: string, together: readonly ActivityChange[], names: Names): ChangeWords {
	const first = together[0]!;
	const columnKey = changedColumn(first);
	const side = (which: 'before' | 'after'): string =>
		together
			.map((change) => valueWords(change, change[which], names))
			.filter(Boolean)
			.join(', ');
	return {
		key,
		record: nameOf(first, names),
		link: isRegisterName(first.table) ? names.record(first.id)?.id : undefined,
		columnKey,
		column: columnName(first, columnKey, names),
		before: side('before'),
		after: side('after'),
	};
}

function nameOf({ table, id }: ActivityChange, names: Names): string {
	if (isRegisterName(table)) return recordName(registers[table], names.record(id));
	switch (table) {
		case 'views':
			return names.view(id as ViewId)?.name ?? 'a view that is gone';
		case 'scope':
			return 'Scope';
		case 'assessments':
			return id;
		case 'acceptances':
			return 'Accepted warning';
		default:
			return names.column(id as ColumnId)?.name ?? 'a removed column';
	}
}

function columnName({ table, id, path }: ActivityChange, key: string, names: Names): string {
	if (table === 'views') {
		const register = names.view(id as ViewId)?.register ?? 'controls';
		return settingName(path) ?? labelOf(register, key, names);
	}
	if (table === 'scope' && key === 'reasons') return `Reason: ${reasonOf(path)}`;
	return labelOf(table, key, names);
}

function labelOf(table: ActivityChange['table'], key: string, names: Names): string {
	const field = fieldsOf(table).get(key);
	if (field) return field.label;
	if (key === rowPath) return 'In the workbook';
	if (key.startsWith('column:')) return names.column(key as ColumnId)?.name ?? 'A removed column';
	return key.charAt(0).toUpperCase() + key.slice(1);
}

function valueWords({ table, id, path }: ActivityChange, value: unknown, names: Names): string {
	if (table === 'views' && settingName(path)) {
		const register = names.view(id as ViewId)?.register ?? 'controls';
		return settingWords(path, value, (key) => labelOf(register, key, names));
	}
	const { field: key, member } = splitPath(path);
	if (key === 'retired') return retirementWords(value);
	const field = fieldsOf(table).get(key);
	const isDictionary = key === 'own' || key === 'reasons';
	if (member !== undefined && !isDictionary) {
		return value === true ? storedWords(field, member, names.record) : '';
	}
	if (value === true) return 'Yes';
	return typeof value === 'string' ? storedWords(field, value, names.record) : '';
}

/** The category that a reason in the scope is about. */
function reasonOf(path: string): string {
	return termLabel('category', splitPath(path).member ?? '').toLowerCase();
}

const fieldsByTable = new Map<string, ReadonlyMap<string, Field>>();

/** The described fields of a table; own columns, views and imports have none. */
function fieldsOf(table: ActivityChange['table']): ReadonlyMap<string, Field> {
	let fields = fieldsByTable.get(table);
	if (!fields) {
		const described: readonly Field[] = isRegisterName(table)
			? registers[table].fields
			: ({ scope: scopeFields, assessments: assessmentFields }[table] ?? []);
		fields = new Map(described.map((field) => [field.key, field]));
		fieldsByTable.set(table, fields);
	}
	return fields;
}

function retirementWords(mark: unknown): string {
	if (typeof mark !== 'object' || mark === null) return '';
	const reason = 'reason' in mark && typeof mark.reason === 'string' ? mark.reason : '';
	return reason || 'no reason given';
}
