import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboard, writeClipboard } from '../../../src/exchange/clipboard/clipboard-cells.ts';

const anyTable = fc
	.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
	.chain(([height, width]) =>
		fc.array(
			fc.array(
				fc.oneof(
					fc.string({ unit: 'grapheme' }),
					fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', ' ', 'a', '=', "'", '0') }),
				),
				{ minLength: width, maxLength: width },
			),
			{ minLength: height, maxLength: height },
		),
	);

const withPlainBreaks = (table: readonly (readonly string[])[]) =>
	table.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')));

describe('copy, then paste', () => {
	it('gives any text back, line breaks in one form', () => {
		fc.assert(
			fc.property(anyTable, (table) => {
				expect(readClipboard(writeClipboard(table))).toEqual(withPlainBreaks(table));
			}),
		);
	});

	it('gives it back as well where only the text form arrives, in Windows line breaks', () => {
		fc.assert(
			fc.property(anyTable, (table) => {
				const text = writeClipboard(table).text.replace(/\r\n?|\n/g, '\r\n');
				expect(readClipboard({ text, html: '' })).toEqual(withPlainBreaks(table));
			}),
		);
	});
});

it('writes text that Excel and LibreOffice keep: zeros, no formula, line breaks in one cell', () => {
	const { text, html } = writeClipboard([
		['007', '=1+1'],
		['a\nb', '<&>'],
	]);
	expect(text).toBe('007\t=1+1\r\n"a\nb"\t<&>');
	expect(html).toContain(`mso-number-format:'\\@';white-space:pre-wrap">007</td>`);
	expect(html).toContain('sdnum="1033;0;@"');
	expect(html).toContain('a<br>b');
	expect(html).toContain('&lt;&amp;&gt;');
});

it('leaves dates to be read as dates', () => {
	expect(writeClipboard([['2026-11-21']]).html).toContain('<td>2026-11-21</td>');
});

describe('what other programs put on the clipboard', () => {
	// Excel for Windows 16: conditional comments, a fragment between markers, classes with number
	// formats, <br> with mso-data-placement, empty cells as <td></td>.
	const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--br {mso-data-placement:same-cell;}
.xl65 {mso-number-format:"\\@";}--></style></head><body link=blue>
<table border=0 cellpadding=0 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=64>
 <tr height=20>
  <td height=20 class=xl65 width=64>007</td>
  <td width=64>Two<br>
    lines</td>
 </tr>
 <tr height=20>
  <td height=20></td>
  <td>"quoted" text</td>
 </tr>
<!--EndFragment-->
</table></body></html>`;

	it('reads the HTML of Excel, empty cells and ambiguous quotes included', () => {
		const text = '007\t"Two\nlines"\r\n\t"quoted" text\r\n';
		expect(readClipboard({ text, html: excel })).toEqual([
			['007', 'Two\nlines'],
			['', '"quoted" text'],
		]);
	});

	// Google Sheets: google-sheets-html-origin around the table, values in data-sheets-value.
	it('reads the HTML of Google Sheets', () => {
		const html = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;AC-1&quot;}">AC-1</td><td>One<br/>two</td></tr></tbody></table>`;
		expect(readClipboard({ text: 'AC-1\t"One\ntwo"', html })).toEqual([['AC-1', 'One\ntwo']]);
	});

	// LibreOffice Calc 7: numbers in sdval, their formats in sdnum.
	it('reads the HTML of LibreOffice', () => {
		const html = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><meta name="generator" content="LibreOffice 7.6.4.1 (Linux)"/></head><body><table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup><tr><td height="17" align="left" valign=bottom sdnum="1033;0;@">007</td><td align="right" valign=bottom sdval="12" sdnum="1033;">12</td></tr></table></body></html>`;
		expect(readClipboard({ text: '007\t12', html })).toEqual([['007', '12']]);
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
