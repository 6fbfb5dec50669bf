/** The worksheet of a table (ECMA-376 part 1, 18.3): a header that stays in view, filter, lists, print. */
import { cellReference } from '../../sheet.ts';
import type { ExportColumn, ExportTable } from '../export-table.ts';
import { columnLook, freezesFirstColumn } from '../look.ts';
import { isSpreadsheetDate, serialDay } from '../serial-day.ts';
import { xmlDeclaration } from '../xml-text.ts';
import { dropDownLists } from './drop-down-lists.ts';
import { pageSetup, type Footer } from './page-setup.ts';
import { rowHeight } from './row-height.ts';
import type { SharedStrings } from './shared-strings.ts';
import { formatIndex, type CellFormat } from './styles-part.ts';

export const worksheetStart =
	xmlDeclaration +
	'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** The A1 range of a table, header included. */
export function tableRange({ columns, rows }: ExportTable): string {
	return `A1:${cellReference(Math.max(columns.length, 1) - 1, rows.length + 1)}`;
}

/** The part, one piece a row. */
export function* worksheetPart(
	table: ExportTable,
	strings: SharedStrings,
	footer: Footer,
	selected: boolean,
): Generator<string> {
	const { columns, rows } = table;
	const formats = columns.map(({ kind }) => columnLook(kind));
	yield worksheetStart;
	yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
	yield `<dimension ref="${tableRange(table)}"/>`;
	yield sheetViews(columns, selected);
	yield '<sheetFormatPr defaultRowHeight="15"/>';
	yield columnsElement(columns, formats);
	yield '<sheetData>';
	yield headerRow(columns, strings);
	const widths = columns.map(({ widthCharacters }) => widthCharacters);
	for (const [index, row] of rows.entries()) {
		const number = index + 2;
		const cells = row.map((text, column) =>
			cell(column, number, text, formats[column] ?? 'text', strings),
		);
		yield rowElement(number, rowHeight(row, widths), cells);
	}
	yield '</sheetData>';
	yield `<autoFilter ref="${tableRange(table)}"/>`;
	yield dropDownLists(columns, rows.length);
	yield pageSetup(columns, footer);
	yield `<ignoredErrors><ignoredError sqref="${tableRange(table)}" numberStoredAsText="1"/></ignoredErrors>`;
	yield '</worksheet>';
}

/** Bold letters and the filter's button take room: the header is counted narrower, and has air. */
function headerRow(columns: readonly ExportColumn[], strings: SharedStrings): string {
	const headers = columns.map(({ header }) => header);
	const widths = columns.map(({ widthCharacters }) => Math.max(1, widthCharacters - 3));
	const cells = headers.map((header, index) => textCell(index, 1, header, 'header', strings));
	return rowElement(1, rowHeight(headers, widths) + 6, cells);
}

/** A cell of shared text; an empty one is left out, it takes its format from the column. */
export function textCell(
	column: number,
	row: number,
	text: string,
	format: CellFormat,
	strings: SharedStrings,
): string {
	if (text === '') return '';
	const style = formatIndex(format, text);
	return `<c r="${cellReference(column, row)}" s="${style}" t="s"><v>${strings.index(text)}</v></c>`;
}

/** Older Excel shows longer texts as `####` under the Text format. */
const longestTextFormat = 255;

function cell(
	column: number,
	row: number,
	text: string,
	format: CellFormat,
	strings: SharedStrings,
): string {
	if (format === 'date' && isSpreadsheetDate(text)) {
		return `<c r="${cellReference(column, row)}" s="${formatIndex('date')}"><v>${serialDay(text)}</v></c>`;
	}
	const shown = format === 'text' && text.length > longestTextFormat ? 'prose' : format;
	return textCell(column, row, text, shown, strings);
}

/** A row with its height in points. */
export function rowElement(number: number, height: number, cells: readonly string[]): string {
	return `<row r="${number}" ht="${height}">${cells.join('')}</row>`;
}

function sheetViews(columns: readonly ExportColumn[], selected: boolean): string {
	const left = freezesFirstColumn(columns) ? 1 : 0;
	const corner = cellReference(left, 2);
	const pane = left ? 'bottomRight' : 'bottomLeft';
	const split = left ? 'xSplit="1" ySplit="1"' : 'ySplit="1"';
	const others = left ? '<selection pane="topRight"/><selection pane="bottomLeft"/>' : '';
	return (
		`<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">` +
		`<pane ${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>${others}` +
		`<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
	);
}

/** Excel adds five pixels, at seven a character, and takes no column wider than 255. */
const padding = 0.7109375;
const widest = 254;

function columnsElement(columns: readonly ExportColumn[], formats: readonly CellFormat[]): string {
	const elements = columns.map(
		({ widthCharacters }, index) =>
			`<col min="${index + 1}" max="${index + 1}" width="${Math.min(widthCharacters, widest) + padding}" style="${formatIndex(formats[index] ?? 'text')}" customWidth="1"/>`,
	);
	return elements.length > 0 ? `<cols>${elements.join('')}</cols>` : '';
}
