/** Reads bytes in tests and unwraps the answer. */
import { readSpreadsheet } from '../../src/exchange/reading/read-spreadsheet.ts';
import type { ReadingLimits } from '../../src/exchange/reading/reading-limits.ts';
import type { ReadingProblem } from '../../src/exchange/reading/reading-problem.ts';
import type { ReadWorkbook, Sheet, SheetCell } from '../../src/exchange/sheet.ts';

/** A watch that never stops the reading. */
export const patient = { progress: () => undefined, aborted: () => false };

/** The workbook; fails the test where the file is refused. */
export async function workbookIn(
	bytes: Uint8Array,
	fileName = 'file.xlsx',
	limits?: ReadingLimits,
): Promise<ReadWorkbook> {
	const workbook = await readSpreadsheet(bytes, fileName, patient, limits);
	if (!workbook.ok) throw new Error(workbook.problems.map(({ text }) => text).join(' '));
	return workbook.value;
}

/** Its first sheet. */
export async function sheetIn(bytes: Uint8Array, fileName?: string): Promise<Sheet> {
	const [sheet] = (await workbookIn(bytes, fileName)).sheets;
	if (!sheet) throw new Error('The workbook has no sheet.');
	return sheet;
}

/** Why the file is refused; fails the test where it is read. */
export async function problemIn(
	bytes: Uint8Array,
	fileName = 'file.xlsx',
	limits?: ReadingLimits,
): Promise<ReadingProblem> {
	const workbook = await readSpreadsheet(bytes, fileName, patient, limits);
	if (workbook.ok || !workbook.problems[0]) throw new Error('The file was read.');
	return workbook.problems[0];
}

/** Texts by row, '' where there is no cell. */
export function texts(sheet: Sheet): string[][] {
	return sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
}

/** The cell of a 0-based column in the nth row that has cells. */
export function cellAt(sheet: Sheet, row: number, column: number): SheetCell | undefined {
	return sheet.rows[row]?.cells[column];
}

export function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

export function utf16(text: string, bigEndian = false): Uint8Array {
	const bytes = new Uint8Array(2 * text.length);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < text.length; at += 1)
		view.setUint16(2 * at, text.charCodeAt(at), !bigEndian);
	return bytes;
}
