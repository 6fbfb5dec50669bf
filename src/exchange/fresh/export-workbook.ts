/** Writes tables as a file of the format asked for: the one way in to fresh exports. */
import { assertNever } from '../../base/assert-never.ts';
import { refused, type Result } from '../../base/result.ts';
import { Pace, type ReadingWatch } from '../reading/pace.ts';
import { writeDelimited } from './csv-writer.ts';
import { exportCancelled, type ExportProblem } from './export-problem.ts';
import type { ExportedFile, ExportFormat, ExportMeta, ExportTable } from './export-table.ts';
import { writeOds } from './ods/ods-writer.ts';
import { writeXlsx } from './xlsx/xlsx-writer.ts';

/**
 * The file's bytes with notes on what it could not hold, or why there is none. Runs in a worker and
 * in Node; gives other tasks a turn now and then, so that `watch.aborted` can come true.
 */
export async function exportTables(
	tables: readonly ExportTable[],
	format: ExportFormat,
	meta: ExportMeta,
	watch: ReadingWatch,
): Promise<Result<ExportedFile, ExportProblem>> {
	const [first, ...others] = tables.filter(({ columns }) => columns.length > 0);
	if (!first) {
		const text = 'There is no column to export. Show at least one and try again.';
		return refused({ kind: 'nothingToExport', text });
	}
	const pace = new Pace(watch);
	if (!(await pace.turn(0, 'Writing'))) return refused(exportCancelled);
	switch (format) {
		case 'xlsx':
			return writeXlsx([first, ...others], meta, watch);
		case 'ods':
			return writeOds([first, ...others], meta, watch);
		case 'csv':
		case 'tsv': {
			if (others.length === 0) return writeDelimited(first, format === 'csv' ? ',' : '\t', watch);
			const text = 'A text file holds one table. Choose one, or export .xlsx or .ods.';
			return refused({ kind: 'oneTableOnly', text });
		}
		default:
			return assertNever(format);
	}
}
