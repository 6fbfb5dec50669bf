/** Editing values of controls: text fields, members of sets, own columns. One gesture, one command. */
import { ok, refused, type Result } from '../../base/result.ts';
import {
	controlField,
	isControlFieldKey,
	isSetKey,
	type ControlFieldKey,
	type ControlSetKey,
} from '../../model/records/control-fields.ts';
import type { Control, ControlId } from '../../model/records/control.ts';
import { controlName } from '../../model/records/control-name.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { CommandDefinition, CommandProblem } from '../command.ts';
import { memberPath } from '../layout.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';

/** A column of the matrix: a field of every control or one of the workbook's own columns. */
export type ControlColumn = ControlFieldKey | ColumnId;

/** A cell and what it shall hold: text, or all members of a set. */
export interface CellEdit {
	readonly control: ControlId;
	readonly column: ControlColumn;
	readonly value: string | readonly string[];
}

export interface EditControls {
	readonly edits: readonly CellEdit[];
	/** What the gesture was, where 'Edit …' would say too little: 'Paste 12 cells'. */
	readonly label?: string;
}

/** Sets the given cells. Sets are compared with what stands and written per member (law 3). */
export const editControls: CommandDefinition<EditControls> = {
	name: 'editControls',
	plan: ({ edits, label }, { workbook }) => {
		const problems: CommandProblem[] = [];
		const writes: Write[] = [];
		for (const edit of edits) {
			const planned = planEdit(workbook, edit);
			if (planned.ok) writes.push(...planned.value);
			else problems.push(...planned.problems);
		}
		if (problems.length) return refused(...problems);
		const [first] = edits;
		return ok({
			writes,
			label: label ?? labelOf(workbook, edits),
			...(first ? { place: { record: first.control, field: first.column } } : {}),
		});
	},
};

/** The words for a column of the matrix. */
export function columnName(workbook: Workbook, column: ControlColumn): string {
	if (isControlFieldKey(column)) return controlField(column).label;
	return workbook.columns.get(column)?.name ?? 'a removed column';
}

function planEdit(
	workbook: Workbook,
	{ control: id, column, value }: CellEdit,
): Result<readonly Write[], CommandProblem> {
	const control = workbook.controls.get(id);
	if (!control) {
		return refused({
			record: id,
			field: column,
			text: 'This control is no longer in the workbook, so the value was not saved. Undo may bring it back.',
		});
	}
	if (isSetKey(column)) return ok(planSet(control, column, membersOf(value)));
	if (typeof value !== 'string') {
		const name = columnName(workbook, column);
		return refused({ record: id, field: column, text: `${name} takes one text, not a list.` });
	}
	if (isControlFieldKey(column)) return ok([edited(id, column, control[column], value)]);
	return ok([edited(id, memberPath('own', column), control.own[column] ?? '', value)]);
}

function planSet(control: Control, field: ControlSetKey, wanted: readonly string[]): Write[] {
	const present = control[field];
	const taken = present.filter((member) => !wanted.includes(member));
	const added = wanted.filter((member) => !present.includes(member));
	return [
		...taken.map((member) => edited(control.id, memberPath(field, member), true, false)),
		...added.map((member) => edited(control.id, memberPath(field, member), false, true)),
	];
}

function membersOf(value: string | readonly string[]): readonly string[] {
	const members = typeof value === 'string' ? value.split(/[,;\n]/) : value;
	return [...new Set(members.map((member) => member.trim()).filter(Boolean))];
}

function edited(id: string, path: string, before: unknown, after: unknown): Write {
	return { kind: 'edit', table: 'controls', id, path, before, after };
}

function labelOf(workbook: Workbook, edits: readonly CellEdit[]): string {
	const [first] = edits;
	if (!first) return 'Edit nothing';
	const names = [...new Set(edits.map((edit) => columnName(workbook, edit.column)))];
	const columns = names.length === 1 ? (names[0] ?? '').toLowerCase() : `${names.length} columns`;
	const controls = new Set(edits.map((edit) => edit.control));
	if (controls.size > 1) return `Edit ${columns} of ${controls.size} controls`;
	return `Edit ${columns} of ${controlName(workbook.controls.get(first.control))}`;
}
