/** The rows of a table as they are filled into its template. */
import { isoToSerial } from '../../reading/serial-date.ts';
import type { FilledCell, FilledRow } from '../../write-back/ooxml/filled-sheet.ts';
import type { ExportTable } from '../export-table.ts';
import { columnLook } from '../look.ts';
import { isSpreadsheetDate } from '../spreadsheet-date.ts';
import { rowHeight } from './row-height.ts';
import type { SharedStrings } from './shared-strings.ts';
import { formatIndex, type CellFormat } from './styles-part.ts';

/** One at a time, each as high as its texts. */
export function* tableRows(
	{ columns, rows }: ExportTable,
	strings: SharedStrings,
): Generator<FilledRow> {
	const looks = columns.map(({ kind }) => columnLook(kind));
	const widths = columns.map(({ widthCharacters }) => widthCharacters);
	for (const row of rows) {
		yield {
			height: rowHeight(row, widths),
			cells: row.map((text, column) => filledCell(text, looks[column] ?? 'text', strings)),
		};
	}
}

/** Older Excel shows longer texts as `####` under the Text format. */
const longestTextFormat = 255;

function filledCell(
	text: string,
	look: CellFormat,
	strings: SharedStrings,
): FilledCell | undefined {
	if (text === '') return undefined;
	const day = look === 'date' && isSpreadsheetDate(text) ? isoToSerial(text, false) : undefined;
	if (day !== undefined) return { content: { kind: 'number', value: day } };
	const shown = look === 'text' && text.length > longestTextFormat ? 'prose' : look;
	const content = { kind: 'sharedText', index: strings.index(text) } as const;
	return { content, style: formatIndex(shown, text) };
}
