/** A change of one cell that somebody is shown before it is made: before, after, and what is odd. */
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import { duplicateIds, uniqueId } from '../../../model/rules/value-problems.ts';
import type { RecordEdit } from '../../../workbook/commands/records/edit-records.ts';
import type { CellValue } from '../cells/cell-values.ts';
import { cellText, valueText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';

export interface ProposedEdit {
	/** Tells it from the others of one preview. */
	readonly key: string;
	readonly record: RegisterRecord;
	readonly column: RegisterColumn;
	readonly value: CellValue;
	/** In the words of the screen; '' where the cell is empty. */
	readonly before: string;
	readonly after: string;
	/** What would be odd about the new value; it is kept all the same (SPEC V-2). */
	readonly problem: string | undefined;
}

/** The change that gives a cell a value; undefined where it has it already. */
export function proposedEdit(
	record: RegisterRecord,
	column: RegisterColumn,
	value: CellValue,
): ProposedEdit | undefined {
	if (isSameValue(column.valueOf(record), value)) return undefined;
	return {
		key: `${record.id}/${column.key}`,
		record,
		column,
		value,
		before: cellText(record, column),
		after: valueText(value, column),
		problem: column.problemOf(value),
	};
}

/** The same changes, those of ids marked that would stand twice among `records` (V-3). */
export function withDuplicatesMarked(
	about: Register,
	edits: readonly ProposedEdit[],
	records: readonly RegisterRecord[],
): readonly ProposedEdit[] {
	const [idKey] = about.naming;
	const after = new Map(
		edits.flatMap(({ record, column, value }) =>
			column.key === idKey ? [[record.id, { ...record, [column.key]: value }]] : [],
		),
	);
	if (after.size === 0) return edits;
	const twice = duplicateIds(
		about,
		records.map((record) => after.get(record.id) ?? record),
	);
	return edits.map((edit) => {
		const changed = edit.column.key === idKey ? after.get(edit.record.id) : undefined;
		const id = changed && uniqueId(about, changed);
		if (!id || !twice.has(id)) return edit;
		return { ...edit, problem: `More than one ${about.one} would have the ID “${id}”.` };
	});
}

/** What a command takes. */
export function editsOf(edits: readonly ProposedEdit[]): readonly RecordEdit[] {
	return edits.map(({ record, column, value }) => ({
		record: record.id,
		column: column.key,
		value,
	}));
}

/** Sets are equal in any order. */
function isSameValue(a: CellValue, b: CellValue): boolean {
	if (typeof a === 'string' || typeof b === 'string') return a === b;
	return a.length === b.length && a.every((member) => b.includes(member));
}
