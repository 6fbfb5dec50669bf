/** What can be done to one column of many controls at once. */
import { isSetKey } from '../../../model/records/control-fields.ts';
import type { Control } from '../../../model/records/control.ts';
import { cellFromText } from '../cells/cell-from-text.ts';
import type { CellValue } from '../cells/cell-values.ts';
import { cellMembers } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { countOf } from '../count-of.ts';
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
export function bulkModes({ key }: RegisterColumn): readonly BulkMode[] {
	return isSetKey(key) ? ['add', 'remove', 'set', 'empty'] : ['set', 'empty'];
}

/** Whether it says yet what is to be done. */
export function isComplete({ mode, value }: BulkChange): boolean {
	return mode === 'empty' || (typeof value === 'string' ? value.trim() !== '' : value.length > 0);
}

/**
 * What would change, in the order of `controls`; those that have it already are left out. `all` are
 * the workbook's controls, among which a control ID should stand once.
 */
export function bulkEdits(
	change: BulkChange,
	controls: readonly Control[],
	all: readonly Control[],
): readonly ProposedEdit[] {
	if (!isComplete(change)) return [];
	const edits = controls.flatMap(
		(control) => proposedEdit(control, change.column, valueAfter(change, control)) ?? [],
	);
	return withDuplicatesMarked(edits, all);
}

function valueAfter({ column, mode, value }: BulkChange, control: Control): CellValue {
	if (!isSetKey(column.key)) {
		return mode === 'empty' || typeof value !== 'string' ? '' : cellFromText(column, value);
	}
	const present = cellMembers(control, column.key);
	const named = typeof value === 'string' ? [] : value;
	if (mode === 'empty') return [];
	if (mode === 'add') return [...new Set([...present, ...named])];
	if (mode === 'remove') return present.filter((member) => !named.includes(member));
	return named;
}

/** 'Set owner of 12 controls', for undo, activity and the message. */
export function bulkLabel({ column, mode }: BulkChange, count: number): string {
	const verb = { set: 'Set', add: 'Add', remove: 'Remove', empty: 'Empty' }[mode];
	const joint = { set: 'of', add: 'to', remove: 'from', empty: 'of' }[mode];
	return `${verb} ${column.label.toLowerCase()} ${joint} ${countOf(count, 'control')}`;
}
