/** Drop-down lists as content validations (ODF 1.3 part 3, 9.4.4): they warn about other words and take them. */
import type { ExportColumn, ExportTable } from '../export-table.ts';
import { xmlText } from '../xml-text.ts';
import { cellAddress } from './range-address.ts';

/** The element that holds the lists of all tables. */
export function dropDownLists(tables: readonly ExportTable[], names: readonly string[]): string {
	const lists = tables.flatMap(({ columns }, index) =>
		columns.map((column, at) => list(column, index, at, names[index] ?? '')),
	);
	const elements = lists.join('');
	return elements && `<table:content-validations>${elements}</table:content-validations>`;
}

/** What a cell of the column carries to offer its list; '' where it has none. */
export function listAttribute(column: ExportColumn, table: number, at: number): string {
	if (choicesOf(column).length === 0) return '';
	return ` table:content-validation-name="${listName(table, at)}"`;
}

function list(column: ExportColumn, table: number, at: number, sheet: string): string {
	const choices = choicesOf(column).map((choice) => `"${choice.replaceAll('"', '""')}"`);
	if (choices.length === 0) return '';
	const condition = xmlText(`of:cell-content-is-in-list(${choices.join(';')})`);
	const base = xmlText(cellAddress(sheet, at, 2));
	return (
		`<table:content-validation table:name="${listName(table, at)}" table:condition="${condition}" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${base}">` +
		'<table:error-message table:message-type="warning" table:display="true"><text:p>This is not one of the usual words.</text:p></table:error-message>' +
		'</table:content-validation>'
	);
}

function choicesOf({ kind }: ExportColumn): readonly string[] {
	return kind.kind === 'term' ? kind.choices : [];
}

function listName(table: number, column: number): string {
	return `list${table}-${column}`;
}
