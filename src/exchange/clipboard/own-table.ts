/**
 * Our own HTML table on the clipboard: what Excel, LibreOffice and Google Sheets need to keep texts
 * as they are, and read back here character by character.
 */
import { isCalendarDate } from '../../base/calendar-date.ts';
import { guard, unguard } from '../formula-guard.ts';

/** Marks the table as ours. */
const mark = 'data-readiness-workbook';

/** Excel's text format, and LibreOffice's: both keep leading zeros and run no formula. */
const asText = ` sdnum="1033;0;@" style="mso-number-format:'\\@';white-space:pre-wrap"`;

/** Without this Excel begins a new row at each line break. */
const lineBreak = '<br style="mso-data-placement:same-cell">';

/**
 * What Google Sheets, which knows no text format in HTML, would run at once. Only these carry the
 * apostrophe, which Excel shows; other guarded starts are plain text to all three programs.
 */
const formula = /^'*[=+\uff1d\uff0b]/;
const guardedFormula = /^'+[=+\uff1d\uff0b]/;

/** A calendar date is the one cell without the text format: other programs may make it a date. */
export function writeOwnTable(table: readonly (readonly string[])[]): string {
	const rows = table.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('');
	return `<table ${mark}><tbody>${rows}</tbody></table>`;
}

/** The cells of an own table, line breaks as `\n`; undefined where the HTML holds none. */
export function ownTable(html: string): readonly (readonly string[])[] | undefined {
	const start = html.indexOf(`<table ${mark}`);
	if (start < 0) return undefined;
	const rows = html.slice(start).matchAll(/<tr>(.*?)<\/tr>/gs);
	return Array.from(rows, ([, cells = '']) =>
		Array.from(cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs), ([, content = '']) => textOf(content)),
	);
}

function cellOf(text: string): string {
	const safe = formula.test(text) ? guard(text) : text;
	const escaped = safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return `<td${isCalendarDate(text) ? '' : asText}>${escaped.replace(/\r\n?|\n/g, lineBreak)}</td>`;
}

function textOf(content: string): string {
	const text = content
		.replace(/<br[^>]*>/g, '\n')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
	return guardedFormula.test(text) ? unguard(text) : text;
}
