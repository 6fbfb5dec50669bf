/**
 * The template of a table's worksheet (ECMA-376 part 1, 18.3): a header that stays in view, one blank
 * row as a model of how each column looks, filter, lists, print. The rows are filled in afterwards,
 * and every range grows with them.
 */
import { newCell } from '../../write-back/ooxml/cell-content.ts';
import { cellReference } from '../../sheet.ts';
import type { ExportColumn } from '../export-table.ts';
import { columnLook, freezesFirstColumn } from '../look.ts';
import { xmlDeclaration } from '../xml-text.ts';
import { dropDownLists } from './drop-down-lists.ts';
import { pageSetup, type Footer } from './page-setup.ts';
import { rowHeight } from './row-height.ts';
import type { SharedStrings } from './shared-strings.ts';
import { formatIndex, type CellFormat } from './styles-part.ts';

export const worksheetStart =
	xmlDeclaration +
	'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** The row that the filled rows stand in the place of, 1-based. */
export const modelRow = 2;

/** The A1 range of header and model. */
export function templateRange(columns: readonly ExportColumn[]): string {
	return `A1:${cellReference(Math.max(columns.length, 1) - 1, modelRow)}`;
}

/** The part. `selected`: the sheet is the one in view when the file is opened. */
export function sheetTemplate(
	columns: readonly ExportColumn[],
	strings: SharedStrings,
	footer: Footer,
	selected: boolean,
): string {
	const range = templateRange(columns);
	return (
		worksheetStart +
		'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
		`<dimension ref="${range}"/>${sheetViews(columns, selected)}` +
		`<sheetFormatPr defaultRowHeight="15"/>${columnsElement(columns)}` +
		`<sheetData>${headerRow(columns, strings)}${blankRow(columns)}</sheetData>` +
		`<autoFilter ref="${range}"/>${dropDownLists(columns)}${pageSetup(columns, footer)}` +
		`<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>` +
		'</worksheet>'
	);
}

/** Bold letters and the filter's button take room: the header is counted narrower, and has air. */
function headerRow(columns: readonly ExportColumn[], strings: SharedStrings): string {
	const headers = columns.map(({ header }) => header);
	const widths = columns.map(({ widthCharacters }) => Math.max(1, widthCharacters - 3));
	const cells = headers.map((header, index) => textCell(index, 1, header, 'header', strings));
	return rowElement(1, rowHeight(headers, widths) + 6, cells);
}

function blankRow(columns: readonly ExportColumn[]): string {
	const cells = columns.map(({ kind }, index) => {
		const style = formatIndex(columnLook(kind));
		return newCell(cellReference(index, modelRow), style, { kind: 'empty' }, '');
	});
	return rowElement(modelRow, 15, cells);
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
	const content = { kind: 'sharedText', index: strings.index(text) } as const;
	return newCell(cellReference(column, row), formatIndex(format, text), content, '');
}

/** A row with its height in points. */
export function rowElement(number: number, height: number, cells: readonly string[]): string {
	return `<row r="${number}" ht="${height}">${cells.join('')}</row>`;
}

function sheetViews(columns: readonly ExportColumn[], selected: boolean): string {
	const left = freezesFirstColumn(columns) ? 1 : 0;
	const corner = cellReference(left, modelRow);
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

function columnsElement(columns: readonly ExportColumn[]): string {
	const elements = columns.map(({ widthCharacters, kind }, index) => {
		const place = `min="${index + 1}" max="${index + 1}"`;
		const width = Math.min(widthCharacters, widest) + padding;
		return `<col ${place} width="${width}" style="${formatIndex(columnLook(kind))}" customWidth="1"/>`;
	});
	return elements.length > 0 ? `<cols>${elements.join('')}</cols>` : '';
}
