/**
 * Writes a table as delimited text: RFC 4180 quoting and line ends, UTF-8 with a byte order mark so
 * that Excel does not take it for its own code page, and every cell guarded against being run.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import { Pace, type ReadingWatch } from '../reading/pace.ts';
import { exportCancelled, type ExportProblem } from './export-problem.ts';
import type { ExportedFile, ExportTable } from './export-table.ts';
import { guard } from '../formula-guard.ts';
import { replacedNotes } from './replaced-characters.ts';

export type Delimiter = ',' | '\t';

/** The file's bytes; `unguard` on each cell gives the table back, lone surrogates excepted. */
export async function writeDelimited(
	table: ExportTable,
	delimiter: Delimiter,
	watch: ReadingWatch,
): Promise<Result<ExportedFile, ExportProblem>> {
	const pace = new Pace(watch);
	const lines = [delimitedLine(headersOf(table), delimiter)];
	for (const [index, row] of table.rows.entries()) {
		lines.push(delimitedLine(row, delimiter));
		if (!(await pace.step(index / table.rows.length, 'Writing rows')))
			return refused(exportCancelled);
	}
	const text = `\ufeff${lines.join('')}`;
	return ok({
		bytes: new TextEncoder().encode(text),
		notes: replacedNotes([table], loneSurrogates),
	});
}

/** One record with its line end. */
export function delimitedLine(cells: readonly string[], delimiter: Delimiter): string {
	const fields = cells.map((cell) => field(guard(cell)));
	// A lone empty field would be an empty line, which readers skip.
	return `${fields.length === 1 && fields[0] === '' ? '""' : fields.join(delimiter)}\r\n`;
}

function headersOf({ columns }: ExportTable): readonly string[] {
	return columns.map(({ header }) => header);
}

/** Quoted also for what another program may take for its separator or trim away. */
function field(text: string): string {
	return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 has no form for these. */
const loneSurrogates = /\p{Cs}/u;
