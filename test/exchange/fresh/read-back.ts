/** Reads written files back: with SheetJS as a second opinion, and with our own reader. */
import { read, type CellObject } from 'xlsx';
import type { ExportFormat, ExportTable } from '../../../src/exchange/fresh/export-table.ts';
import { exportTables } from '../../../src/exchange/fresh/export-workbook.ts';
import { readSpreadsheet } from '../../../src/exchange/reading/read-spreadsheet.ts';
import type { ReadWorkbook, Sheet } from '../../../src/exchange/sheet.ts';
import { meta, patient } from './a-table.ts';

/** The bytes of one table in a format. */
export async function written(table: ExportTable, format: ExportFormat): Promise<Uint8Array> {
	const file = await exportTables([table], format, meta, patient);
	if (!file.ok) throw new Error(file.problems.map(({ text }) => text).join(' '));
	return file.value.bytes;
}

/** The texts of the first sheet as SheetJS has them, dates as ISO, in the shape that was written. */
export function linesBySheetJs(
	bytes: Uint8Array,
	shape: readonly (readonly string[])[],
): readonly (readonly string[])[] {
	const isZip = bytes[0] === 0x50;
	const source = isZip ? bytes : new TextDecoder().decode(bytes);
	const how = { dense: true, raw: true, cellDates: true, UTC: true, FS: ',' };
	const book = read(source, { ...how, type: isZip ? 'array' : 'string' });
	const sheet = book.Sheets[book.SheetNames[0] ?? ''];
	const cells = sheet?.['!data'];
	if (!cells) throw new Error('SheetJS found no cells');
	return shape.map((line, row) => line.map((_, column) => asText(cells[row]?.[column])));
}

/** The workbook as our own reader sees it. */
export async function ourReading(bytes: Uint8Array, format: ExportFormat): Promise<ReadWorkbook> {
	const book = await readSpreadsheet(bytes, `export.${format}`, patient);
	if (!book.ok) throw new Error(book.problems.map(({ text }) => text).join(' '));
	return book.value;
}

/** The texts of a sheet in the shape of the lines that were written. */
export function linesOfSheet(
	sheet: Sheet | undefined,
	shape: readonly (readonly string[])[],
): readonly (readonly string[])[] {
	const rows = new Map(sheet?.rows.map((row) => [row.number, row]));
	return shape.map((line, index) =>
		line.map((_, column) => rows.get(index + 1)?.cells[column]?.text ?? ''),
	);
}

function asText(cell: CellObject | undefined): string {
	if (cell?.f !== undefined) throw new Error(`A formula was written: ${cell.f}`);
	if (cell?.v instanceof Date) return cell.v.toISOString().slice(0, 10);
	return String(cell?.v ?? '');
}
