/** What can be done to one column of many records at once. */
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import { cellFromText, knownMembers } from '../cells/cell-from-text.ts';
import type { CellValue } from '../cells/cell-values.ts';
import { cellMembers } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { countOfRecords } from '../count-of.ts';
import { proposedEdit, withDuplicatesMarked, type ProposedEdit } from '../preview/proposed-edit.ts';

/** `add` and `remove` are for columns that hold a set. */
export type BulkMode = 'set' | 'add' | 'remove' | 'empty';

export interface BulkChange {
	readonly column: RegisterColumn;
	readonly mode: BulkMode;
	/** As typed or chosen: a text, or the members of a set. */
	readonly value: CellValue;
}

/** The ways a column can be changed, the usual one first. */
export function bulkModes({ isSet }: RegisterColumn): readonly BulkMode[] {
	return isSet ? ['add', 'remove', 'set', 'empty'] : ['set', 'empty'];
}

/** Whether it says yet what is to be done. */
export function isComplete({ mode, value }: BulkChange): boolean {
	return mode === 'empty' || (typeof value === 'string' ? value.trim() !== '' : value.length > 0);
}

/**
 * What would change, in the order of `records`; those that have it already are left out. `all` are
 * the workbook's records, among which an id should stand once.
 */
export function bulkEdits(
	about: Register,
	change: BulkChange,
	records: readonly RegisterRecord[],
	all: readonly RegisterRecord[],
): readonly ProposedEdit[] {
	if (!isComplete(change)) return [];
	const edits = records.flatMap(
		(record) => proposedEdit(record, change.column, valueAfter(change, record)) ?? [],
	);
	return withDuplicatesMarked(about, edits, all);
}

function valueAfter({ column, mode, value }: BulkChange, record: RegisterRecord): CellValue {
	if (!column.isSet) {
		return mode === 'empty' || typeof value !== 'string' ? '' : cellFromText(column, value);
	}
	const present = cellMembers(record, column);
	const named = typeof value === 'string' ? [] : knownMembers(column, value);
	if (mode === 'empty') return [];
	if (mode === 'add') return [...new Set([...present, ...named])];
	if (mode === 'remove') return present.filter((member) => !named.includes(member));
	return named;
}

/** 'Set owner of 12 records', for undo, activity and the message. */
export function bulkLabel(about: Register, { column, mode }: BulkChange, count: number): string {
	const verb = { set: 'Set', add: 'Add', remove: 'Remove', empty: 'Empty' }[mode];
	const joint = { set: 'of', add: 'to', remove: 'from', empty: 'of' }[mode];
	return `${verb} ${column.label.toLowerCase()} ${joint} ${countOfRecords(count, about)}`;
}
