import { expect, test } from 'vitest';
import { readPasted, type PastedCells } from '../../../src/exchange/reading/read-pasted.ts';
import type { Sheet } from '../../../src/exchange/sheet.ts';
import { texts } from '../../support/sheet-reading.ts';

function pastedSheet(pasted: Partial<PastedCells>): Sheet {
	const workbook = readPasted({ html: '', text: '', ...pasted });
	if (!workbook.ok || !workbook.value.sheets[0]) throw new Error('Nothing was read.');
	expect(workbook.value.format).toBe('pasted');
	return workbook.value.sheets[0];
}

test('text with tabs, cells with line breaks in quotes', () => {
	expect(texts(pastedSheet({ text: 'ID\tTitle\r\nCC6.1\t"two\nlines"\r\n' }))).toEqual([
		['ID', 'Title'],
		['CC6.1', 'two\nlines'],
	]);
});

test('the HTML of Excel: white space, breaks, references, spans, hidden rows', () => {
	const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {content: "<td>";}</style></head><body>
<!--StartFragment--><table border=0>
 <col width=64>
 <tr height=20><td colspan=2 class=xl65>Control
  matrix</td><td>C</td></tr>
 <tr style='display:none'><td rowspan="2">CC6.1</td><td>a<br style='mso-data-placement:same-cell;'>
  b</td><td x:num="7.2">7.20</td></tr>
 <tr><td>&lt;&amp;&#8211;&nbsp;&eacute;</td><td></td></tr>
</table><!--EndFragment--></body></html>`;
	const sheet = pastedSheet({ html, text: 'ignored' });
	expect(texts(sheet)).toEqual([
		['Control matrix', '', 'C'],
		['CC6.1', 'a\nb', '7.20'],
		['', '<&– é'],
	]);
	expect(sheet.merges).toEqual([
		{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 },
		{ firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
	]);
	expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
});

test('HTML without a table gives way to the text', () => {
	expect(texts(pastedSheet({ html: '<p>a b</p>', text: 'a\tb' }))).toEqual([['a', 'b']]);
});

test.each([
	'<table><tr><td>a<td>b<tr><td>c',
	'<td>a</td>',
	'<table><tr><td title="1 > 0">a</td></tr>',
	'<table',
	'<'.repeat(99),
])('tolerates %s', (html) => {
	expect(() => readPasted({ html, text: 'x' })).not.toThrow();
});

test('quotes that never close take no longer than their length', () => {
	const html = '<table><tr><td>a</td></tr></table>' + '<a "<b \'x'.repeat(100_000);
	expect(texts(pastedSheet({ html }))).toEqual([['a']]);
});

test('nothing pasted is said', () => {
	const workbook = readPasted({ html: '', text: ' '.trim() });
	expect(workbook.ok).toBe(false);
});
