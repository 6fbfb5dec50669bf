/**
 * Writes changes into delimited text (.csv, .tsv and kin) in the file's own separator, encoding,
 * quoting and line ends; what is not changed keeps its bytes. Rows are numbered by record.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { Change, WriteBack, WriteBackProblem } from '../change.ts';
import { Report } from '../report.ts';
import { DelimitedEdit, textOf } from './delimited-edit.ts';
import { encodedText } from './text-encoder.ts';

/** The file with the changes; `fileName` is only a hint at its separator. */
export function writeBackDelimited(
	original: Uint8Array,
	changes: readonly Change[],
	fileName: string,
): Result<WriteBack, WriteBackProblem> {
	const file = encodedText(original);
	if (file === undefined) {
		return refused({
			kind: 'notASpreadsheet',
			text: 'The file holds neither a spreadsheet nor text. Choose an .xlsx, .xlsm, .csv or .tsv file.',
		});
	}
	if (file === 'damaged') {
		return refused({
			kind: 'damaged',
			text: 'The file holds bytes that are of no one encoding, and writing it would change fields nobody touched. Save it as UTF-8 in the program it comes from, and use that copy.',
		});
	}
	const table = new DelimitedEdit(file.text, fileName);
	const report = new Report();
	for (const [index, change] of changes.entries()) {
		const texts = 'cell' in change ? [textOf(change.value)] : change.appendRows.flat().map(textOf);
		const unknown = texts.map((text) => file.encode(text)).find((bytes) => 'unknown' in bytes);
		if (unknown && 'unknown' in unknown) {
			const cell = 'cell' in change ? change.cell : '';
			const text = `“${unknown.unknown}” has no form in the encoding of the file (${file.encoding}). Leave it out, or save the file as UTF-8 first.`;
			report.refuse(index, change.sheet, cell, 'encoding', text);
		} else if ('cell' in change) table.set(change, index, report);
		else table.append(change, index, report);
	}
	const text = table.finish();
	const bytes = text === file.text ? original : file.encode(text);
	return 'unknown' in bytes
		? refused({
				kind: 'damaged',
				text: 'The changes have no form in the encoding of the file. Save it as UTF-8 first.',
			})
		: ok(report.finish(bytes));
}
