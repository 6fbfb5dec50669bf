/** What a cell holds after what is searched was replaced in it; typed values are read as if typed. */
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import { cellFromText, membersFromText } from '../cells/cell-from-text.ts';
import type { CellValue } from '../cells/cell-values.ts';
import { cellMembers, cellText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { proposedEdit, withDuplicatesMarked, type ProposedEdit } from '../preview/proposed-edit.ts';
import type { FindQuery } from './find-query.ts';
import { textMarks } from './text-marks.ts';

/** The value with every match replaced: in the words of the screen, then read back as typed. */
export function replacedValue(
	record: RegisterRecord,
	column: RegisterColumn,
	query: FindQuery,
	replacement: string,
): CellValue {
	const replaced = (words: string): string =>
		textMarks(words, query)
			.map(({ text, found }) => (found ? replacement : text))
			.join('');
	if (!column.isSet) return cellFromText(column, replaced(cellText(record, column)));
	const members = cellMembers(record, column).flatMap((member) => {
		const words = column.wordsOf(member);
		const after = replaced(words);
		return after === words ? member : membersFromText(column, after);
	});
	return [...new Set(members)];
}

export interface FoundCell {
	readonly record: RegisterRecord;
	readonly column: RegisterColumn;
}

/** What replacing in these cells would change. `all` are the workbook's records. */
export function replacements(
	cells: readonly FoundCell[],
	query: FindQuery,
	replacement: string,
	about: Register,
	all: readonly RegisterRecord[],
): readonly ProposedEdit[] {
	const edits = cells.flatMap(({ record, column }) => {
		const value = replacedValue(record, column, query, replacement);
		return proposedEdit(record, column, value) ?? [];
	});
	return withDuplicatesMarked(about, edits, all);
}
