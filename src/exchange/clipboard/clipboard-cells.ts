/**
 * Cells on the clipboard as spreadsheet programs put them there: text with tabs, quoted as Excel
 * does, and an HTML table beside it. Needs no spreadsheet library, so it runs on the page.
 */
import { isCalendarDate } from '../../base/calendar-date.ts';
import { delimitedRecords } from '../reading/delimited/delimited-records.ts';
import { readHtml } from '../reading/html/read-html.ts';
import { readingLimits } from '../reading/reading-limits.ts';

/** The two forms a clipboard holds; an absent one is ''. */
export interface ClipboardForms {
	readonly text: string;
	readonly html: string;
}

/** Marks our own HTML, whose text form gives every cell back as it was. */
const mark = 'data-readiness-workbook';

/**
 * Both forms of a table. Cells carry the text format of Excel (`mso-number-format`) and LibreOffice
 * (`sdnum`), so that these keep leading zeros and run no formula; calendar dates may become dates.
 */
export function writeClipboard(table: readonly (readonly string[])[]): ClipboardForms {
	const text = table.map((row) => row.map(quoted).join('\t')).join('\r\n');
	const rows = table.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
	return { text, html: `<table ${mark}><tbody>${rows}</tbody></table>` };
}

/**
 * The cells of a clipboard, rows of equal length; none where it holds nothing. HTML goes first,
 * since other programs leave quotes in their text ambiguous. Line breaks become `\n`.
 */
export function readClipboard({ text, html }: ClipboardForms): readonly (readonly string[])[] {
	const isOurs = html.includes(mark);
	return (isOurs ? undefined : tableOf(html)) ?? evened(recordsOf(text));
}

/** RFC 4180 quoting where Excel quotes as well, and where a reader would take a quote for its own. */
function quoted(text: string): string {
	return /[\t\r\n]|^ *"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function htmlCell(text: string): string {
	const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	const lines = escaped.replace(/\r\n?|\n/g, '<br>');
	const format = isCalendarDate(text)
		? ''
		: ` sdnum="1033;0;@" style="mso-number-format:'\\@';white-space:pre-wrap"`;
	return `<td${format}>${lines}</td>`;
}

/** The first table; undefined where there is none. */
function tableOf(html: string): readonly (readonly string[])[] | undefined {
	if (!/<table/i.test(html)) return undefined;
	const [sheet] = readHtml(html, readingLimits).sheets;
	if (!sheet) return undefined;
	// Rows without a value are left out by the reader; here they take their place.
	const height = Math.max(0, ...sheet.rows.map(({ number }) => number));
	const table = Array.from({ length: height }, () => new Array<string>(sheet.columnCount).fill(''));
	for (const { number, cells } of sheet.rows) {
		cells.forEach((cell, column) => {
			const row = table[number - 1];
			if (row && cell) row[column] = cell.text;
		});
	}
	return table;
}

function recordsOf(text: string): readonly (readonly string[])[] {
	return [...delimitedRecords(text, '\t')].map((record) =>
		record.map((field) => field.replace(/\r\n?/g, '\n')),
	);
}

function evened(records: readonly (readonly string[])[]): readonly (readonly string[])[] {
	const width = Math.max(0, ...records.map(({ length }) => length));
	return records.map((record) => [...record, ...new Array<string>(width - record.length).fill('')]);
}
