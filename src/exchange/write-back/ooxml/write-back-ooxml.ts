/**
 * Writes changes into an .xlsx or .xlsm package: sheet after sheet is planned and patched, then what
 * the workbook as a whole needs (names, styles, calculation). Every other part keeps its bytes.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { Pace } from '../../reading/pace.ts';
import { cancelled } from '../../reading/reading-problem.ts';
import type { ZipArchive } from '../../reading/ooxml/zip.ts';
import type { Change, WriteBack, WriteBackProblem } from '../change.ts';
import { appendRows } from './append-rows.ts';
import { openBook, type Book, type BookSheet } from './book.ts';
import { EditedPackage } from './edited-package.ts';
import { finishBook } from './finish-book.ts';
import { Report } from '../report.ts';
import { setCell } from './set-cell.ts';
import { openSheet, type SheetEdit } from './sheet-edit.ts';

/** The package in `original` with the changes; `part` is the name of its workbook part. */
export async function writeBackOoxml(
	original: Uint8Array,
	archive: ZipArchive,
	part: string,
	changes: readonly Change[],
	pace: Pace,
): Promise<Result<WriteBack, WriteBackProblem>> {
	const edited = new EditedPackage(original, archive);
	const distrusted = edited.check();
	if (distrusted) return refused(distrusted);
	if (!(await pace.turn(0.2, 'Looking for the cells'))) return refused(cancelled);
	const book = openBook(edited, part);
	if (!book.ok) return book;
	const report = new Report();
	const edits = planSheets(book.value, changes, report);
	if (!edits.ok) return edits;
	if (!(await pace.turn(0.5, 'Writing the cells'))) return refused(cancelled);
	const finished = finishBook(book.value, edits.value, report);
	if (!finished.ok) return finished;
	if (!(await pace.turn(0.8, 'Packing the file'))) return refused(cancelled);
	return ok(report.finish(edited.finish()));
}

function planSheets(
	book: Book,
	changes: readonly Change[],
	report: Report,
): Result<readonly SheetEdit[], WriteBackProblem> {
	const edits = new Map<BookSheet, SheetEdit>();
	for (const [index, change] of changes.entries()) {
		const sheet = book.sheet(change.sheet);
		if (!sheet) {
			const cell = 'cell' in change ? change.cell : '';
			report.refuse(index, change.sheet, cell, 'noSuchSheet', noSuchSheet(book, change.sheet));
			continue;
		}
		const known = edits.get(sheet);
		const opened = known ? ok(known) : openSheet(book, sheet);
		if (!opened.ok) return opened;
		edits.set(sheet, opened.value);
		if ('cell' in change) setCell(opened.value, change, index, report);
		else appendRows(opened.value, change, index, report);
	}
	return ok([...edits.values()]);
}

function noSuchSheet(book: Book, name: string): string {
	const names = book.sheets.slice(0, 10).map((sheet) => `“${sheet.name}”`);
	const more = book.sheets.length > 10 ? ` and ${book.sheets.length - 10} more` : '';
	return `The file has no worksheet “${name}”. It has ${names.join(', ')}${more}. Name one of these.`;
}
