/** Spreadsheets of 10,000 rows: reading, recognising and writing them. */
import * as XLSX from 'xlsx';
import { registerTable } from '../../src/exchange/fresh/register-table.ts';
import { everyColumn } from '../../src/exchange/register-columns.ts';
import { exportTables } from '../../src/exchange/fresh/export-workbook.ts';
import { readSpreadsheet } from '../../src/exchange/reading/read-spreadsheet.ts';
import { proposeWorkbook } from '../../src/exchange/recognise/propose-workbook.ts';
import type { ReadWorkbook } from '../../src/exchange/sheet.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { manyControls } from './many-controls.ts';
import { cpuOf, type BenchCase } from './measure.ts';

const meta = {
	workbook: 'Bench',
	scope: 'All controls',
	generatedAt: '2026-11-21T12:00:00.000Z',
	generatedBy: '',
	programVersion: '0',
};
const watch = { progress: () => undefined, aborted: () => false };

export async function exchangeBenches(): Promise<readonly BenchCase[]> {
	const { bytes, rows } = await exported(10_000);
	const read = await readOrThrow(bytes);
	return [
		{
			name: 'read an .xlsx of 10,000 controls',
			reference: 'SheetJS 0.20.3, dense',
			target: 0.25,
			unit: 'ms CPU',
			runs: 5,
			ours: cpuOf(() => readOrThrow(bytes)),
			theirs: cpuOf(() => XLSX.read(bytes, { dense: true })),
		},
		{
			name: 'recognise a sheet of 10,000 controls',
			reference: 'SheetJS 0.20.3 reading it, dense',
			target: 0.6,
			unit: 'ms CPU',
			runs: 5,
			ours: cpuOf(() => proposeWorkbook(read)),
			theirs: cpuOf(() => XLSX.read(bytes, { dense: true })),
		},
		{
			name: 'write an .xlsx of 10,000 controls, styled',
			reference: 'SheetJS 0.20.3 writing the same values, unstyled',
			target: 1.5,
			unit: 'ms CPU',
			runs: 3,
			ours: cpuOf(() => exported(10_000)),
			theirs: cpuOf(() => {
				const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])));
				XLSX.write(book, { type: 'array', compression: true });
			}),
		},
	];
}

async function exported(count: number): Promise<{
	readonly bytes: Uint8Array;
	readonly rows: readonly (readonly string[])[];
}> {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(count));
	const own = workbook.columns.all();
	const options = { title: 'Controls', includeRetired: false };
	const controls = workbook.controls.all();
	const columns = everyColumn('controls', controls, own);
	const table = registerTable('controls', controls, columns, own, options);
	const written = await exportTables([table], 'xlsx', meta, watch);
	if (!written.ok) throw new Error(written.problems.map(({ text }) => text).join(' '));
	return { bytes: written.value.bytes, rows: table.rows };
}

async function readOrThrow(bytes: Uint8Array): Promise<ReadWorkbook> {
	const read = await readSpreadsheet(bytes, 'many.xlsx', watch);
	if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join(' '));
	return read.value;
}
