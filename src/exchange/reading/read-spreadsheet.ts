/**
 * Reads any spreadsheet file: finds out by its content what it is and hands it to the reader of
 * that format. Runs in a worker or in Node; never throws, never trusts what a file claims.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import type { ReadWorkbook } from '../sheet.ts';
import { readDelimited } from './delimited/read-delimited.ts';
import { decodeText, type DecodedText } from './delimited/text-encoding.ts';
import { extension, fileFormat, foreignFormat, isEncryptedPackage } from './file-format.ts';
import { readHtml } from './html/read-html.ts';
import { readOpenDocument } from './opendocument/read-opendocument.ts';
import { Pace, type ReadingWatch } from './pace.ts';
import { readingLimits, type ReadingLimits } from './reading-limits.ts';
import {
	cancelled,
	damaged,
	nothingInside,
	passwordProtected,
	type ReadingProblem,
} from './reading-problem.ts';
import { readZippedSpreadsheet } from './read-zipped.ts';
import { readWithSheetJs } from './sheetjs/read-with-sheetjs.ts';

type Reading = Result<ReadWorkbook, ReadingProblem>;

/** The workbook in `bytes`, or why it cannot be read. `fileName` is only a hint. */
export async function readSpreadsheet(
	bytes: Uint8Array,
	fileName: string,
	watch: ReadingWatch,
	limits: ReadingLimits = readingLimits,
): Promise<Reading> {
	if (bytes.length > limits.fileBytes) return refused(tooLarge(bytes.length, limits));
	if (watch.aborted()) return refused(cancelled);
	try {
		const workbook = await readByContent(bytes, fileName, new Pace(watch), limits);
		if (workbook.ok) watch.progress(1, 'Read');
		return workbook;
	} catch (error) {
		// Only memory or a fault of ours gets here; the person still gets a reason and a next step.
		const reason = error instanceof Error ? error.message : String(error);
		return refused(damaged(`reading it failed (${reason}).`));
	}
}

async function readByContent(
	bytes: Uint8Array,
	fileName: string,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const format = fileFormat(bytes);
	switch (format) {
		case 'nothing':
			return refused(nothingInside('The file is empty.'));
		case 'zip':
			return readZippedSpreadsheet(bytes, pace, limits);
		case 'oleCompound':
			if (isEncryptedPackage(bytes)) return refused(passwordProtected);
			return readWithSheetJs(bytes, 'xls', pace, limits);
		case 'bareBiff':
			return readWithSheetJs(bytes, 'xls', pace, limits);
		case 'text':
			return readText(bytes, fileName, pace, limits);
	}
}

/** Delimited text, or one of the text formats that go by .xls: HTML, XML of 2003, SYLK. */
async function readText(
	bytes: Uint8Array,
	fileName: string,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const known = foreignFormat(bytes);
	if (known) return refused(notASpreadsheet(`The file is ${known}`));
	const decoded = decodeText(bytes);
	if (!decoded) return refused(notASpreadsheet('The file holds neither a spreadsheet nor text'));
	const start = decoded.text.slice(0, 2_000).trimStart();
	if (/^<(?:!doctype\s+html|html|head|body|table|meta|style)\b/i.test(start)) {
		return readHtmlFile(decoded, limits);
	}
	if (
		/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)?(?:<\?mso-application[^>]*\?>\s*)?<(?:\w+:)?(?:Workbook|document)\b/.test(
			start,
		)
	) {
		return start.includes('office:document')
			? readOpenDocument(decoded.text, pace, limits)
			: readWithSheetJs(bytes, 'xls', pace, limits);
	}
	if (/^<\?xml\b/.test(start)) {
		return refused(notASpreadsheet('The file is XML, but no spreadsheet'));
	}
	if (isJson(decoded.text)) return refused(notASpreadsheet('The file is JSON data'));
	if (start.startsWith('ID;P')) return readWithSheetJs(bytes, 'xls', pace, limits);
	return readDelimited(decoded, extension(fileName) === 'tsv' ? '\t' : ',', pace, limits);
}

function readHtmlFile({ text }: DecodedText, limits: ReadingLimits): Reading {
	const { sheets, notes } = readHtml(text, limits);
	if (sheets.length === 0) {
		return refused(notASpreadsheet('The file is a web page without a table'));
	}
	const what =
		'The file is a web page with tables, as some programs save under the name .xls; each table became a sheet.';
	return ok({
		format: 'xls',
		date1904: false,
		sheets,
		notes: [{ sheet: '', cell: '', text: what }, ...notes],
	});
}

/** Looked for only where the text ends as JSON does: a table may begin with a bracket too. */
function isJson(text: string): boolean {
	const ends = text.charAt(0) + text.trimEnd().slice(-1);
	if (ends !== '{}' && ends !== '[]') return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		// Not JSON after all: the caller goes on to read a table.
		return false;
	}
}

function notASpreadsheet(what: string): ReadingProblem {
	return {
		kind: 'notASpreadsheet',
		text: `${what}. Choose an .xlsx, .xlsm, .xlsb, .xls, .ods, .csv or .tsv file.`,
	};
}

function tooLarge(length: number, limits: ReadingLimits): ReadingProblem {
	const [size, most] = [length, limits.fileBytes].map((bytes) => Math.ceil(bytes / 2 ** 20));
	return {
		kind: 'tooLarge',
		text: `The file has ${size} MB; up to ${most} MB are read. Copy the sheets you need into a new workbook and bring that in.`,
	};
}
