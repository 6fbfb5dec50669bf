/** What people call the subject of a thread, a suggestion or a sign-off: “Frequency of AC-01”. */
import type { Field } from '../records/field.ts';
import type { ColumnId, OwnColumn } from '../records/own-column.ts';
import { recordName, type RegisterRecord } from '../registers/register.ts';
import { registerOfId } from '../registers/registers.ts';
import { columnIdOf } from './signed-content.ts';
import type { CellSubject, Subject } from './subject.ts';

export interface SubjectNames {
	/** A record of any register by its id. */
	readonly record: (id: string) => RegisterRecord | undefined;
	readonly column: (id: ColumnId) => Pick<OwnColumn, 'name'> | undefined;
}

/** As it stands within a sentence. */
export function subjectWords(subject: Subject, names: SubjectNames): string {
	switch (subject.kind) {
		case 'workbook':
			return 'the workbook';
		case 'criterion':
			return subject.criterion;
		case 'record':
			return nameOf(subject.record, names);
		case 'test':
			return `the test of ${nameOf(subject.record, names)}`;
		case 'cell':
			return `${cellLabel(subject, names)} of ${nameOf(subject.record, names)}`;
	}
}

/** What a cell's column is called. */
export function cellLabel(subject: CellSubject, { column }: SubjectNames): string {
	const own = columnIdOf(subject.field);
	if (own !== undefined) return column(own)?.name ?? 'a removed column';
	return fieldOf(subject)?.label ?? subject.field;
}

/** The field of a register that a cell is in; undefined for an own column. */
export function fieldOf({ record, field }: CellSubject): Field | undefined {
	return registerOfId(record)?.fields.find(({ key }) => key === field);
}

function nameOf(id: string, { record }: SubjectNames): string {
	const register = registerOfId(id);
	return register ? recordName(register, record(id)) : 'something that is not here';
}
