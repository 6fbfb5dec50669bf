/** Delimited text (.csv, .tsv and kin) as a workbook of one sheet; every cell stays the text it is. */
import { ok, refused, type Result } from '../../../base/result.ts';
import { unguard } from '../../formula-guard.ts';
import type { ReadingNote, ReadWorkbook, Sheet } from '../../sheet.ts';
import type { Pace } from '../pace.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { cancelled, nothingInside, type ReadingProblem } from '../reading-problem.ts';
import { RowCollector } from '../row-collector.ts';
import { delimitedRecords } from './delimited-records.ts';
import { findSeparator, namedSeparator, separatorNames, type Separator } from './separator.ts';
import type { DecodedText } from './text-encoding.ts';

const sheetName = 'Sheet1';
const rowsBetweenSteps = 500;

/**
 * Rows are numbered as a spreadsheet program shows them: by record, blank lines counted. An
 * apostrophe that keeps a text from running as a formula is not part of the text, and goes.
 */
export async function readDelimited(
	decoded: DecodedText,
	hint: Separator,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Result<ReadWorkbook, ReadingProblem>> {
	const named = namedSeparator(decoded.text);
	const text = named ? decoded.text.slice(named.start) : decoded.text;
	const separator = named?.separator ?? findSeparator(text, hint);
	const collector = new RowCollector(sheetName, limits, { left: limits.cells });
	let number = 0;
	let read = 0;
	for (const record of delimitedRecords(text, separator)) {
		number += 1;
		for (const field of record) read += field.length + 1;
		addRecord(collector, number, record.map(unguard));
		if (collector.full) break;
		if (number % rowsBetweenSteps > 0) continue;
		if (!(await pace.step(read / text.length, 'Reading lines'))) return refused(cancelled);
	}
	const sheet = textSheet(sheetName, collector);
	if (sheet.rows.length === 0) {
		return refused(nothingInside('The file is empty: there is no text in it.'));
	}
	return ok({
		format: separator === '\t' ? 'tsv' : 'csv',
		date1904: false,
		sheets: [sheet],
		notes: [detected(decoded, separator), ...collector.notes],
	});
}

/** Puts the non-empty fields of a record into the collector as text cells. */
export function addRecord(
	collector: RowCollector,
	number: number,
	record: readonly string[],
	hidden = false,
): void {
	collector.startRow(number, hidden);
	record.forEach((text, column) => {
		if (text !== '') collector.add(column, { kind: 'text', text });
	});
}

/** A visible sheet of nothing but the collected cells. */
export function textSheet(name: string, collector: RowCollector): Sheet {
	return {
		name,
		state: 'visible',
		rows: collector.finish(),
		columnCount: collector.columnCount,
		merges: [],
		hiddenColumns: [],
		tables: [],
		autoFilter: undefined,
		validations: [],
		comments: 0,
	};
}

function detected({ encoding, guessed }: DecodedText, separator: Separator): ReadingNote {
	const how = `Read as ${encoding} text separated by ${separatorNames[separator]}.`;
	const doubt =
		' The file does not say its encoding: if letters with accents look wrong, save it as UTF-8.';
	return { sheet: '', cell: '', text: guessed ? how + doubt : how };
}
