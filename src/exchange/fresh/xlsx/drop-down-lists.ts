/** Drop-down lists as data validations (ECMA-376 part 1, 18.3.1.32): they warn about other words and take them. */
import { lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import { columnLetters } from '../../sheet.ts';
import type { ExportColumn } from '../export-table.ts';
import { xmlText } from '../xml-text.ts';

/** Excel's limit for a list written into the validation itself. */
const longestList = 255;

/**
 * The element for the term columns, down to the end of the sheet, so that rows added by hand have the
 * lists too; one that cannot be written inline has no drop-down.
 */
export function dropDownLists(columns: readonly ExportColumn[]): string {
	const validations = columns.flatMap(({ header, kind }, index) => {
		if (kind.kind !== 'term') return [];
		const list = kind.choices.join(',');
		const inline =
			list.length <= longestList && kind.choices.every((choice) => !/[,"]/.test(choice));
		if (!inline || list === '') return [];
		const letters = columnLetters(index);
		const title = xmlText(header.slice(0, 32));
		return [
			`<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="${title}" error="This is not one of the usual words." sqref="${letters}2:${letters}${lastSheetRow}"><formula1>"${xmlText(list)}"</formula1></dataValidation>`,
		];
	});
	if (validations.length === 0) return '';
	return `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`;
}
