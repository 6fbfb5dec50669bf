/**
 * The formats we leave to SheetJS: .xls, .xlsb and XML of 2003. It is handed bytes that were
 * checked before, asked first to be strict, and its answer is copied cell by cell into plain
 * sheets: never through its ranges or objects keyed by what a file says.
 */
import {
	read,
	type CellObject,
	type ColInfo,
	type ParsingOptions,
	type WorkBook,
	type WorkSheet,
} from 'xlsx';
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ReadingNote, ReadWorkbook, Sheet, SpreadsheetFormat } from '../../sheet.ts';
import type { Pace } from '../pace.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import {
	cancelled,
	damaged,
	nothingInside,
	passwordProtected,
	type ReadingProblem,
} from '../reading-problem.ts';
import { RowCollector, type CellBudget } from '../row-collector.ts';
import { FormatTable, sheetCell } from './sheetjs-cell.ts';
import { parseRange } from '../ooxml/cell-range.ts';

const options: ParsingOptions = {
	type: 'array',
	dense: true,
	cellNF: true,
	cellStyles: true,
	cellHTML: false,
	raw: true,
};

const rowsBetweenSteps = 500;

export async function readWithSheetJs(
	bytes: Uint8Array,
	format: SpreadsheetFormat,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Result<ReadWorkbook, ReadingProblem>> {
	if (!(await pace.turn(0.1, 'Opening the file'))) return refused(cancelled);
	const opened = open(bytes);
	if (!opened.ok) return opened;
	const { workbook, notes } = opened.value;
	const budget: CellBudget = { left: limits.cells };
	const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
	const formats = new FormatTable(date1904);
	const sheets: Sheet[] = [];
	for (const [index, name] of workbook.SheetNames.slice(0, limits.sheets).entries()) {
		const goOn = await pace.step(
			0.6 + (0.4 * index) / workbook.SheetNames.length,
			`Reading “${name}”`,
		);
		if (!goOn) return refused(cancelled);
		const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
		if (!sheet || (sheet['!type'] && sheet['!type'] !== 'sheet')) {
			const text = sheet
				? 'This sheet is a chart or macro and holds no cells.'
				: 'This sheet could not be read.';
			notes.push({ sheet: name, cell: '', text });
			continue;
		}
		const collector = new RowCollector(name, limits, budget);
		if (!(await collectCells(sheet, collector, formats, pace, name))) return refused(cancelled);
		sheets.push(plainSheet(name, workbook, index, sheet, collector));
		notes.push(...collector.notes);
	}
	if (sheets.length === 0) {
		return refused(nothingInside('The workbook holds no worksheet that can be read.'));
	}
	return ok({ format, date1904, sheets, notes });
}

/** Strict first: only then does SheetJS say what it would otherwise skip in silence. */
function open(
	bytes: Uint8Array,
): Result<{ workbook: WorkBook; notes: ReadingNote[] }, ReadingProblem> {
	try {
		return ok({ workbook: read(bytes, { ...options, WTF: true }), notes: [] });
	} catch (strictError) {
		const skipped = message(strictError);
		if (/password|encrypt/i.test(skipped)) return refused(passwordProtected);
		try {
			const workbook = read(bytes, options);
			const text = `Parts of the file could not be understood and were skipped (${skipped}). Compare what came in with the file.`;
			return ok({ workbook, notes: [{ sheet: '', cell: '', text }] });
		} catch (error) {
			const reason = message(error);
			if (/password|encrypt/i.test(reason)) return refused(passwordProtected);
			return refused(damaged(`it cannot be read as a spreadsheet (${reason}).`));
		}
	}
}

async function collectCells(
	sheet: WorkSheet,
	collector: RowCollector,
	formats: FormatTable,
	pace: Pace,
	name: string,
): Promise<boolean> {
	const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
	let count = 0;
	// Sparse arrays: only the keys that exist are walked, whatever length they claim.
	for (const key of Object.keys(rows)) {
		const index = Number(key);
		const row = rows[index];
		if (!row) continue;
		collector.startRow(index + 1, sheet['!rows']?.[index]?.hidden === true);
		row.forEach((cell, column) => {
			const plain = cell && sheetCell(cell, formats);
			if (plain) collector.add(column, plain);
		});
		count += 1;
		if (collector.full) break;
		if (count % rowsBetweenSteps === 0 && !(await pace.step(0.8, `Reading “${name}”`)))
			return false;
	}
	return true;
}

function plainSheet(
	name: string,
	workbook: WorkBook,
	index: number,
	sheet: WorkSheet,
	collector: RowCollector,
): Sheet {
	const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0;
	const rows = collector.finish();
	const columns: readonly (ColInfo | undefined)[] = sheet['!cols'] ?? [];
	return {
		name,
		state: hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible',
		rows,
		columnCount: collector.columnCount,
		merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
			firstRow: s.r + 1,
			lastRow: e.r + 1,
			firstColumn: s.c,
			lastColumn: e.c,
		})),
		hiddenColumns: columns
			.slice(0, collector.columnCount)
			.flatMap((column, at) => (column?.hidden ? [at] : [])),
		tables: [],
		autoFilter: parseRange(sheet['!autofilter']?.ref ?? ''),
		validations: [],
		comments: countComments(sheet),
	};
}

function countComments(sheet: WorkSheet): number {
	const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
	let count = 0;
	for (const key of Object.keys(rows)) {
		for (const cell of rows[Number(key)] ?? []) if (cell?.c?.length) count += 1;
	}
	return count;
}

function message(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
