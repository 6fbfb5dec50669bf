/** What SheetJS and ExcelJS make of a file, as texts by place: `Sheet1!B7`. */
import ExcelJS from 'exceljs';
import * as XLSX from 'xlsx';

/** Texts as a person would read them; dates as YYYY-MM-DD. */
export type Shown = ReadonlyMap<string, string>;

export function bySheetJs(bytes: Uint8Array): Shown {
	const book = XLSX.read(bytes, { cellNF: true });
	const shown = new Map<string, string>();
	for (const name of book.SheetNames) {
		for (const [cell, content] of Object.entries(book.Sheets[name] ?? {})) {
			if (cell.startsWith('!')) continue;
			const { w, v } = content as XLSX.CellObject;
			shown.set(`${name}!${cell}`, (w ?? String(v ?? '')).replace(/\r\n?/g, '\n'));
		}
	}
	return shown;
}

export async function byExcelJs(bytes: Uint8Array): Promise<Shown> {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(Uint8Array.from(bytes).buffer);
	const shown = new Map<string, string>();
	for (const sheet of book.worksheets) {
		sheet.eachRow((row) => {
			row.eachCell((cell) => {
				// The cells a merge hides show the value of its first one there.
				if (cell.isMerged && cell.master !== cell) return;
				shown.set(`${sheet.name}!${cell.address}`, textOf(cell.value));
			});
		});
	}
	return shown;
}

function textOf(value: ExcelJS.CellValue | undefined): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	if (typeof value !== 'object') return String(value);
	if ('richText' in value) return value.richText.map(({ text }) => text).join('');
	if ('hyperlink' in value) return textOf(value.text);
	if ('error' in value) return value.error;
	return 'result' in value ? textOf(value.result) : '';
}
