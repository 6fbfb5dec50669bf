/**
 * Cells copied from a spreadsheet program: the HTML table it puts on the clipboard, else the text
 * with tabs. Needs no spreadsheet library, so a page may call it without a worker.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import type { ReadWorkbook } from '../sheet.ts';
import { delimitedRecords } from './delimited/delimited-records.ts';
import { addRecord, textSheet } from './delimited/read-delimited.ts';
import { findSeparator } from './delimited/separator.ts';
import { readHtml } from './html/read-html.ts';
import { readingLimits, type ReadingLimits } from './reading-limits.ts';
import type { ReadingProblem } from './reading-problem.ts';
import { RowCollector } from './row-collector.ts';

/** The two forms a clipboard offers; an absent one is ''. */
export interface PastedCells {
	readonly html: string;
	readonly text: string;
}

const sheetName = 'Pasted cells';

/** The pasted cells as a workbook of one sheet; merges and line breaks survive in the HTML form. */
export function readPasted(
	pasted: PastedCells,
	limits: ReadingLimits = readingLimits,
): Result<ReadWorkbook, ReadingProblem> {
	if (pasted.html.length + pasted.text.length > limits.fileBytes) {
		return refused({
			kind: 'tooLarge',
			text: 'More was pasted than can be read at once. Save the sheet as a file and bring that in.',
		});
	}
	const { sheets, notes } = readHtml(pasted.html, limits);
	const [table] = sheets;
	if (table) {
		const named = notes.map((note) => ({ ...note, sheet: note.sheet && sheetName }));
		return ok({
			format: 'pasted',
			date1904: false,
			sheets: [{ ...table, name: sheetName }],
			notes: named,
		});
	}
	const collector = new RowCollector(sheetName, limits, { left: limits.cells });
	let number = 0;
	for (const record of delimitedRecords(pasted.text, findSeparator(pasted.text, '\t'))) {
		number += 1;
		addRecord(collector, number, record);
		if (collector.full) break;
	}
	const sheet = textSheet(sheetName, collector);
	if (sheet.rows.length === 0) {
		return refused({
			kind: 'nothingInside',
			text: 'Nothing was pasted. Copy the cells, headers included, and paste again.',
		});
	}
	return ok({ format: 'pasted', date1904: false, sheets: [sheet], notes: collector.notes });
}
