/**
 * Cells on the clipboard as spreadsheet programs put them there: text with tabs, quoted as Excel
 * does, and an HTML table beside it. Needs no spreadsheet library, so it runs on the page.
 */
import { guard, unguard } from '../formula-guard.ts';
import { delimitedRecords } from '../reading/delimited/delimited-records.ts';
import { htmlTables } from '../reading/html/html-tables.ts';
import { ownTable, writeOwnTable } from './own-table.ts';

/** The two forms a clipboard holds; an absent one is ''. */
export interface ClipboardForms {
	readonly text: string;
	readonly html: string;
}

type Table = readonly (readonly string[])[];

/** Both forms of a table. In the text every cell is guarded against being run, as in an export. */
export function writeClipboard(table: Table): ClipboardForms {
	const lines = table.map((row) => row.map((cell) => quoted(guard(cell))).join('\t'));
	// A last line of one empty cell is a line only with its end.
	const end = lines.at(-1) === '' ? '\r\n' : '';
	return { text: lines.join('\r\n') + end, html: writeOwnTable(table) };
}

/**
 * The cells of a clipboard, rows of equal length; none where it holds nothing. HTML goes first,
 * since other programs leave quotes in their text ambiguous. Line breaks become `\n`.
 */
export function readClipboard({ text, html }: ClipboardForms): Table {
	const own = ownTable(html);
	if (own) return own;
	const records = evened(recordsOf(text));
	const table = tableOf(html);
	return table ? withHiddenNumbers(table, records) : records;
}

/** RFC 4180 quoting where Excel quotes as well, and where a reader would take a quote for its own. */
function quoted(text: string): string {
	return /[\t\r\n]|^ *"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The first table; undefined where there is none. */
function tableOf(html: string): Table | undefined {
	const rows = htmlTables(html)[0]?.rows;
	return rows && evened(rows.map(({ cells }) => cells.map((cell) => cell ?? '')));
}

/**
 * Excel writes ##### for a number or date that its column is too narrow for, in the HTML only: the
 * text beside it has the value (dream-num/univer, pull request 6539).
 */
function withHiddenNumbers(table: Table, records: Table): Table {
	return table.map((row, rowIndex) =>
		row.map((cell, index) => (/^#{2,}$/.test(cell) ? (records[rowIndex]?.[index] ?? cell) : cell)),
	);
}

function recordsOf(text: string): Table {
	return [...delimitedRecords(text, '\t')].map((record) =>
		record.map((field) => unguard(field.replace(/\r\n?/g, '\n'))),
	);
}

function evened(records: Table): Table {
	const width = Math.max(0, ...records.map(({ length }) => length));
	return records.map((record) => [...record, ...new Array<string>(width - record.length).fill('')]);
}
