/** `content.xml`: the tables' cells, lists and filters (ODF 1.3 part 3, 9). */
import { newCellElement } from '../../write-back/opendocument/cell-element.ts';
import type { ExportColumn, ExportTable } from '../export-table.ts';
import { columnLook, freezesFirstColumn, look } from '../look.ts';
import type { ReadMe } from '../read-me.ts';
import { isSpreadsheetDate } from '../spreadsheet-date.ts';
import { xmlDeclaration, xmlText } from '../xml-text.ts';
import { automaticStyles, widthStyle } from './cell-styles.ts';
import { dropDownLists, listAttribute } from './drop-down-lists.ts';
import { rootStart } from './namespaces.ts';
import { rangeAddress } from './range-address.ts';

/** The part, one piece a row; `names` are the sheets' names, the Read me's last. */
export function* contentPart(
	tables: readonly ExportTable[],
	names: readonly string[],
	readMe: ReadMe,
): Generator<string> {
	yield xmlDeclaration + rootStart('document-content');
	yield automaticStyles([
		...tables.flatMap(({ columns }) => columns.map(({ widthCharacters }) => widthCharacters)),
		...look.readMeWidths,
	]);
	yield '<office:body><office:spreadsheet>';
	yield dropDownLists(tables, names);
	for (const [index, table] of tables.entries()) {
		yield* tableElement(table, index, names[index] ?? '');
	}
	yield* readMeElement(readMe, names.at(-1) ?? '');
	yield databaseRanges(tables, names);
	yield '</office:spreadsheet></office:body></office:document-content>';
}

function* tableElement(table: ExportTable, index: number, name: string): Generator<string> {
	const { columns, rows } = table;
	const range = rangeAddress(table, name);
	yield `<table:table table:name="${xmlText(name)}" table:style-name="table" table:print-ranges="${xmlText(range)}">`;
	yield columnElements(columns);
	const header = columns.map((column) => textCell(column.header, ' table:style-name="header"'));
	yield `<table:table-header-rows>${rowElement(header)}</table:table-header-rows>`;
	const lists = columns.map((column, at) => listAttribute(column, index, at));
	for (const row of rows) {
		yield rowElement(row.map((text, at) => cellElement(text, columns[at], lists[at] ?? '')));
	}
	yield '</table:table>';
}

function* readMeElement({ title, lines }: ReadMe, name: string): Generator<string> {
	yield `<table:table table:name="${xmlText(name)}" table:style-name="readMe">`;
	for (const width of look.readMeWidths) {
		yield `<table:table-column table:style-name="${widthStyle(width)}"/>`;
	}
	yield rowElement([textCell(title, ' table:style-name="heading"')]);
	yield rowElement([textCell('', '')]);
	for (const { label, text } of lines) {
		const cells = [
			textCell(label, ' table:style-name="label"'),
			textCell(text, ' table:style-name="remark"'),
		];
		yield rowElement(cells);
	}
	yield '</table:table>';
}

/** The first column repeats on every page across, as it stays in view on screen. */
function columnElements(columns: readonly ExportColumn[]): string {
	const [first, ...others] = columns.map(columnElement);
	if (!freezesFirstColumn(columns)) return [first, ...others].join('');
	return `<table:table-header-columns>${first}</table:table-header-columns>${others.join('')}`;
}

function columnElement({ kind, widthCharacters }: ExportColumn): string {
	return `<table:table-column table:style-name="${widthStyle(widthCharacters)}" table:default-cell-style-name="${columnLook(kind)}"/>`;
}

function rowElement(cells: readonly string[]): string {
	return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`;
}

function cellElement(text: string, column: ExportColumn | undefined, list: string): string {
	if (column?.kind.kind === 'date' && isSpreadsheetDate(text)) {
		return newCellElement('', { kind: 'isoDate', text });
	}
	return textCell(text, list);
}

/** A cell typed as text is never run; OpenDocument keeps formulas in an attribute of their own. */
function textCell(text: string, attributes: string): string {
	return newCellElement(attributes, text === '' ? { kind: 'empty' } : { kind: 'text', text });
}

/** A database range with filter buttons is what Calc calls an autofilter. */
function databaseRanges(tables: readonly ExportTable[], names: readonly string[]): string {
	const ranges = tables.map((table, index) => {
		const range = xmlText(rangeAddress(table, names[index] ?? ''));
		return `<table:database-range table:name="__Anonymous_Sheet_DB__${index}" table:target-range-address="${range}" table:display-filter-buttons="true"/>`;
	});
	return `<table:database-ranges>${ranges.join('')}</table:database-ranges>`;
}
