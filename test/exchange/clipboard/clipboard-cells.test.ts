import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboard, writeClipboard } from '../../../src/exchange/clipboard/clipboard-cells.ts';
import {
	excelMac,
	excelWindows,
	googleSheets,
	googleSheetsCell,
	libreOffice,
} from './program-clipboards.ts';

const anyText = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.string({
		unit: fc.constantFrom('"', '\t', '\n', '\r', ' ', '\u00a0', 'a', '=', "'", '0', '<', '&', ';'),
	}),
	fc.constantFrom(
		'',
		'=1+1',
		"'=1",
		"''+",
		'<br>',
		'</td>',
		'&lt;',
		'&amp;lt;',
		'2026-11-21',
		'###',
	),
);

const anyTable = fc
	.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
	.chain(([height, width]) =>
		fc.array(fc.array(anyText, { minLength: width, maxLength: width }), {
			minLength: height,
			maxLength: height,
		}),
	);

const withPlainBreaks = (table: readonly (readonly string[])[]) =>
	table.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')));

describe('copy, then paste, gives any text back, line breaks in one form', () => {
	it('through both forms', () => {
		fc.assert(
			fc.property(anyTable, (table) => {
				expect(readClipboard(writeClipboard(table))).toEqual(withPlainBreaks(table));
			}),
		);
	});

	it('through the text alone, in Windows line breaks', () => {
		fc.assert(
			fc.property(anyTable, (table) => {
				const text = writeClipboard(table).text.replace(/\r\n?|\n/g, '\r\n');
				expect(readClipboard({ text, html: '' })).toEqual(withPlainBreaks(table));
			}),
		);
	});

	it('through the HTML alone, as the browser wraps it', () => {
		fc.assert(
			fc.property(anyTable, (table) => {
				const html = `<html>\r\n<body>\r\n<!--StartFragment-->${writeClipboard(table).html}<!--EndFragment-->\r\n</body>\r\n</html>`;
				expect(readClipboard({ text: '', html })).toEqual(withPlainBreaks(table));
			}),
		);
	});
});

describe('what is written for other programs', () => {
	it('keeps leading zeros and line breaks in one cell', () => {
		const { text, html } = writeClipboard([
			['007', 'a\nb'],
			['<&>', 'tab\there'],
		]);
		expect(text).toBe('007\t"a\nb"\r\n<&>\t"tab\there"');
		expect(html).toContain(`mso-number-format:'\\@';white-space:pre-wrap">007</td>`);
		expect(html).toContain('sdnum="1033;0;@"');
		// Without the style Excel would begin a new row there.
		expect(html).toContain('a<br style="mso-data-placement:same-cell">b');
		expect(html).toContain('&lt;&amp;&gt;');
	});

	it('runs no formula: an apostrophe in the text, in the HTML only where Google Sheets would run it', () => {
		const { text, html } = writeClipboard([['=1+1', '- first', '@all']]);
		expect(text).toBe("'=1+1\t'- first\t'@all");
		expect(html).toContain(">'=1+1</td>");
		expect(html).toContain('>- first</td>');
	});

	it('leaves dates to be read as dates', () => {
		expect(writeClipboard([['2026-11-21']]).html).toContain('<td>2026-11-21</td>');
	});
});

describe('what other programs put on the clipboard', () => {
	it.each([
		['Excel for Windows', excelWindows],
		['Excel for Mac', excelMac],
		['Google Sheets', googleSheets],
		['a single cell of Google Sheets', googleSheetsCell],
		['LibreOffice Calc', libreOffice],
	])('reads %s', (_, { text, html, cells }) => {
		expect(readClipboard({ text, html })).toEqual(cells);
	});

	it.each([
		['Google Sheets', googleSheets],
		['LibreOffice Calc', libreOffice],
	])('reads the text of %s where its HTML is missing', (_, { text, cells }) => {
		expect(readClipboard({ text, html: '' })).toEqual(cells);
	});

	it('reads the text of Excel for Mac, whose lines end as on old Macs', () => {
		expect(readClipboard({ text: excelMac.text, html: '' })).toEqual(excelMac.cells);
	});

	it('reads plain text, rows of any length made even', () => {
		expect(readClipboard({ text: 'a\tb\nc\n', html: '<p>no table</p>' })).toEqual([
			['a', 'b'],
			['c', ''],
		]);
	});
});

it('finds nothing on an empty clipboard', () => {
	expect(readClipboard({ text: '', html: '' })).toEqual([]);
});
