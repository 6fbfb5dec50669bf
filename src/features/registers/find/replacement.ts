/** What a cell holds after what is searched was replaced in it; typed values are read as if typed. */
import { isSetKey } from '../../../model/records/control-fields.ts';
import type { Control } from '../../../model/records/control.ts';
import { cellFromText } from '../cells/cell-from-text.ts';
import { membersFromText, type CellValue } from '../cells/cell-values.ts';
import { cellMembers, cellText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { proposedEdit, withDuplicatesMarked, type ProposedEdit } from '../preview/proposed-edit.ts';
import type { FindQuery } from './find-query.ts';
import { textMarks } from './text-marks.ts';

/** The value with every match replaced: in the words of the screen, then read back as typed. */
export function replacedValue(
	control: Control,
	column: RegisterColumn,
	query: FindQuery,
	replacement: string,
): CellValue {
	const replaced = (words: string): string =>
		textMarks(words, query)
			.map(({ text, found }) => (found ? replacement : text))
			.join('');
	if (!isSetKey(column.key)) return cellFromText(column, replaced(cellText(control, column)));
	return membersFromText(cellMembers(control, column.key).map(replaced).join(','));
}

export interface FoundCell {
	readonly control: Control;
	readonly column: RegisterColumn;
}

/** What replacing in these cells would change. `all` are the workbook's controls. */
export function replacements(
	cells: readonly FoundCell[],
	query: FindQuery,
	replacement: string,
	all: readonly Control[],
): readonly ProposedEdit[] {
	const edits = cells.flatMap(({ control, column }) => {
		const value = replacedValue(control, column, query, replacement);
		return proposedEdit(control, column, value) ?? [];
	});
	return withDuplicatesMarked(edits, all);
}
