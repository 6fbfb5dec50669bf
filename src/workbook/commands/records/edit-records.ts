/** Editing values of a register's records: texts, members of sets, own columns. One gesture, one command. */
import { grouped } from '../../../base/counted.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import { isSetKind } from '../../../model/records/field.ts';
import {
	recordName,
	valueAt,
	type Register,
	type RegisterName,
	type RegisterRecord,
} from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';
import type { CommandDefinition, CommandProblem, Plan } from '../../command.ts';
import { memberPath } from '../../layout.ts';
import type { Workbook } from '../../workbook.ts';
import type { Write } from '../../write.ts';

/** A cell and what it shall hold: text, or all members of a set. */
export interface RecordEdit {
	readonly record: string;
	/** A field's key, or the id of an own column. */
	readonly column: string;
	readonly value: string | readonly string[];
}

export interface EditRecords {
	readonly register: RegisterName;
	readonly edits: readonly RecordEdit[];
	/** What the gesture was, where 'Edit …' would say too little: 'Paste 12 cells'. */
	readonly label?: string;
}

/** Sets the given cells. Sets are compared with what stands and written per member (law 3). */
export const editRecords: CommandDefinition<EditRecords> = {
	name: 'editRecords',
	plan: (input, { workbook }) => planEdits(workbook, input),
};

/** The plan of `editRecords`, for commands that edit among other things. */
export function planEdits(
	workbook: Workbook,
	{ register: name, edits, label }: EditRecords,
): Result<Plan, CommandProblem> {
	const register = registers[name];
	const problems: CommandProblem[] = [];
	const writes: Write[] = [];
	for (const edit of edits) {
		const planned = planEdit(workbook, register, edit);
		if (planned.ok) writes.push(...planned.value);
		else problems.push(...planned.problems);
	}
	if (problems.length) return refused(...problems);
	const [first] = edits;
	return ok({
		writes,
		label: label ?? labelOf(workbook, register, edits),
		...(first ? { place: { record: first.record, field: first.column } } : {}),
	});
}

/** The words for a column of a register. */
export function columnName(workbook: Workbook, { fields }: Register, column: string): string {
	const described = fields.find(({ key }) => key === column);
	return described?.label ?? workbook.columns.get(column)?.name ?? 'a removed column';
}

function planEdit(
	workbook: Workbook,
	register: Register,
	{ record: id, column, value }: RecordEdit,
): Result<readonly Write[], CommandProblem> {
	const record: RegisterRecord | undefined = workbook.registers.of(register.name).get(id);
	if (!record) {
		return refused({
			record: id,
			field: column,
			text: `This ${register.one} is no longer in the workbook, so the value was not saved. Undo may bring it back.`,
		});
	}
	const described = register.fields.find(({ key }) => key === column);
	if (!described && !column.startsWith('column:')) {
		return refused({ record: id, field: column, text: `There is no column “${column}” here.` });
	}
	if (described && isSetKind(described.value)) {
		return ok(planSet(register, record, column, membersOf(value)));
	}
	if (typeof value !== 'string') {
		const name = columnName(workbook, register, column);
		return refused({ record: id, field: column, text: `${name} takes one text, not a list.` });
	}
	const path = described ? column : memberPath('own', column);
	return ok([edited(register, id, path, valueAt(record, column), value)]);
}

function planSet(
	register: Register,
	record: RegisterRecord,
	field: string,
	wanted: readonly string[],
): Write[] {
	const held = valueAt(record, field);
	const present = typeof held === 'string' ? [] : held;
	const taken = present.filter((member) => !wanted.includes(member));
	const added = wanted.filter((member) => !present.includes(member));
	return [
		...taken.map((member) => edited(register, record.id, memberPath(field, member), true, false)),
		...added.map((member) => edited(register, record.id, memberPath(field, member), false, true)),
	];
}

function membersOf(value: string | readonly string[]): readonly string[] {
	const members = typeof value === 'string' ? value.split(/[,;\n]/) : value;
	return [...new Set(members.map((member) => member.trim()).filter(Boolean))];
}

function edited(
	{ name: table }: Register,
	id: string,
	path: string,
	before: unknown,
	after: unknown,
): Write {
	return { kind: 'edit', table, id, path, before, after };
}

function labelOf(workbook: Workbook, register: Register, edits: readonly RecordEdit[]): string {
	const [first] = edits;
	if (!first) return 'Edit nothing';
	const names = [...new Set(edits.map(({ column }) => columnName(workbook, register, column)))];
	const columns = names.length === 1 ? (names[0] ?? '').toLowerCase() : `${names.length} columns`;
	const records = new Set(edits.map(({ record }) => record));
	if (records.size > 1) return `Edit ${columns} of ${grouped(records.size)} ${register.many}`;
	const record: RegisterRecord | undefined = workbook.registers.of(register.name).get(first.record);
	return `Edit ${columns} of ${recordName(register, record)}`;
}
