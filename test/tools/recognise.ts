/**
 * Runs the product's recogniser in Node: `npm run --silent recognise -- FILE…` prints one JSON
 * object a line for each sheet. A file that cannot be read is named on standard error.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SheetProposal, ColumnSubject } from '../../src/exchange/proposal/proposal.ts';
import { readSpreadsheet } from '../../src/exchange/reading/read-spreadsheet.ts';
import { proposeWorkbook } from '../../src/exchange/recognise/propose-workbook.ts';
import { columnLetters } from '../../src/exchange/sheet.ts';

const watch = { progress: () => undefined, aborted: () => false };

for (const path of process.argv.slice(2)) await recognise(path);

async function recognise(path: string): Promise<void> {
	const bytes = readBytes(path);
	if (!bytes) return;
	const workbook = await readSpreadsheet(bytes, basename(path), watch);
	if (!workbook.ok) {
		complain(path, workbook.problems.map((problem) => problem.text).join(' '));
		return;
	}
	for (const proposal of proposeWorkbook(workbook.value, basename(path))) {
		process.stdout.write(`${JSON.stringify(describe(basename(path), proposal))}\n`);
	}
}

function describe(file: string, proposal: SheetProposal): object {
	return {
		file,
		sheet: proposal.sheet,
		headerRow: proposal.headerRows.at(-1) ?? 0,
		columns: proposal.columns.map((column) => ({
			col: columnLetters(column.index),
			header: column.header,
			field: fieldName(column.about),
			confidence: column.guess.confidence,
			reason: column.guess.reason,
		})),
		dataRows: proposal.dataRows.length,
		leftOut: proposal.leftOut.length,
		criteria: proposal.criteria,
		kind: proposal.kind,
		confidence: proposal.kindGuess.confidence,
	};
}

/** The output's names are fewer than ours: ids of any framework are criteria there. */
function fieldName(subject: ColumnSubject): string {
	if (subject === 'references') return 'criteria';
	if (subject === 'type' || subject === 'nature') return 'controlType';
	return subject;
}

function readBytes(path: string): Uint8Array | undefined {
	try {
		return readFileSync(path);
	} catch (error) {
		complain(path, error instanceof Error ? error.message : String(error));
		return undefined;
	}
}

function complain(path: string, text: string): void {
	process.stderr.write(`${basename(path)}: ${text}\n`);
}
