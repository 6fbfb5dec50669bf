/** Other people's files, where there are any: WRITE_BACK_FOLDER=/path/to/folder npx vitest run folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../src/exchange/reading/read-spreadsheet.ts';
import { cellReference, type Sheet } from '../../../src/exchange/sheet.ts';
import { cellChanges } from '../../../src/exchange/write-back/cell-changes.ts';
import type { Change } from '../../../src/exchange/write-back/change.ts';
import { patient, workbookIn } from '../../support/sheet-reading.ts';
import { changedParts, writtenInto } from './written.ts';

const folder = process.env['WRITE_BACK_FOLDER'];
const names =
	folder === undefined ? [] : readdirSync(folder).filter((name) => /\.xls[xm]$/i.test(name));

/** What may differ beside the sheets: what dates, new rows and calculation need. */
const beside = /(?:workbook|styles|calcChain|table\d*|\[Content_Types\])\.xml$|\.rels$/i;

describe.skipIf(folder === undefined)('every .xlsx and .xlsm that opens is written back', () => {
	test.each(names)(
		'%s',
		async (name) => {
			const original = new Uint8Array(readFileSync(join(folder ?? '', name)));
			const before = await readSpreadsheet(original, name, patient);
			if (!before.ok || original[0] !== 0x50) return;
			expect((await writtenInto(original, [])).bytes).toBe(original);
			for (const sheet of before.value.sheets) {
				for (const change of changesFor(sheet)) {
					const outcome = await writtenInto(original, [change]);
					const after = await workbookIn(outcome.bytes);
					const found = cellChanges(before.value, after, outcome);
					expect(found.filter(({ why }) => why === 'unexplained')).toEqual([]);
					// A formula without a stored result looks the same to a reader once it has none.
					expect(found.length).toBeGreaterThanOrEqual(outcome.written.length);
					const sheets = new Set(
						[...outcome.written, ...outcome.recalculated].map((one) => one.sheet),
					);
					const parts = changedParts(outcome).filter((part) => !beside.test(part));
					expect(parts.length).toBe(sheets.size);
				}
			}
		},
		120_000,
	);
});

/** One edit in the middle of the sheet, and two rows at its end. */
function changesFor({ name, rows }: Sheet): Change[] {
	const row = rows[rows.length >> 1];
	const column = row?.cells.findIndex((cell) => cell && !cell.formula) ?? -1;
	const appended: Change = {
		sheet: name,
		appendRows: [['New 1', null, 'x'], ['New 2']],
		overValidation: true,
	};
	if (!row || column < 0) return [appended];
	const cell = cellReference(column, row.number);
	return [{ sheet: name, cell, value: 'Edited & <new>', overValidation: true }, appended];
}
