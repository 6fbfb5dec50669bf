import { describe, expect, test } from 'vitest';
import { utils, write, type BookType } from 'xlsx';
import { sheetIn, texts, utf8, workbookIn } from '../../support/sheet-reading.ts';

/** A small workbook as SheetJS writes it in one of its formats. */
function written(bookType: BookType): Uint8Array {
	const sheet = utils.aoa_to_sheet([
		['ID', 'Score', 'Due', 'Done'],
		['CC6.1', 7.2, 45_000, true],
		[],
		['=text', 12, 45_001.5, false],
	]);
	Object.assign(sheet['B2'] as object, { z: '0.00' });
	Object.assign(sheet['C2'] as object, { z: 'yyyy-mm-dd' });
	Object.assign(sheet['C4'] as object, { z: 'yyyy-mm-dd hh:mm' });
	sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 4, c: 0 } }];
	const workbook = utils.book_new();
	utils.book_append_sheet(workbook, sheet, 'Controls');
	utils.book_append_sheet(workbook, utils.aoa_to_sheet([['x']]), 'Hidden');
	workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
	return new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}

describe.each<[BookType, string, string]>([
	['biff8', 'xls', 'a.xls'],
	['xlsb', 'xlsb', 'a.xlsb'],
	['xlml', 'xls', 'a.xls'],
])('%s', (bookType, format, name) => {
	test('brings the same cells as any other format', async () => {
		const workbook = await workbookIn(written(bookType), name);
		expect(workbook.format).toBe(format);
		const [sheet, hidden] = workbook.sheets;
		expect([sheet?.state, hidden?.state]).toEqual(['visible', 'hidden']);
		expect(sheet?.merges).toEqual([{ firstRow: 4, lastRow: 5, firstColumn: 0, lastColumn: 0 }]);
		expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 2, 4]);
		expect(sheet && texts(sheet)).toEqual([
			['ID', 'Score', 'Due', 'Done'],
			['CC6.1', '7.20', '2023-03-15', 'TRUE'],
			['=text', '12', '2023-03-16T12:00', 'FALSE'],
		]);
	});
});

test('a web page under the name .xls: every table is a sheet, every cell its text', async () => {
	const page =
		'<html><body><table><tr><th>ID</th><th>Date</th></tr><tr><td>007</td><td>1/2/2026</td></tr></table><table><tr><td>x</td></tr></table></body></html>';
	const { format, sheets, notes } = await workbookIn(utf8(page), 'export.xls');
	expect(format).toBe('xls');
	expect(sheets.map(texts)).toEqual([
		[
			['ID', 'Date'],
			['007', '1/2/2026'],
		],
		[['x']],
	]);
	expect(notes[0]?.text).toMatch(/^The file is a web page with tables/);
});

test('text that only looks like XML stays text', async () => {
	expect(texts(await sheetIn(utf8('<b>,x\n1,2\n'), 'a.csv'))).toEqual([
		['<b>', 'x'],
		['1', '2'],
	]);
});
