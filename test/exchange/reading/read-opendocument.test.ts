import { expect, test } from 'vitest';
import { readingLimits } from '../../../src/exchange/reading/reading-limits.ts';
import { buildZip } from '../../support/ooxml-zip.ts';
import { problemIn, sheetIn, texts, utf8, workbookIn } from '../../support/sheet-reading.ts';

const content = (tables: string, before = ''): string =>
	`<?xml version="1.0"?><office:document-content><office:automatic-styles>${before}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

function ods(tables: string, before?: string): Uint8Array {
	return buildZip([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
		{ name: 'content.xml', content: content(tables, before) },
	]);
}

const table = (rows: string): string => `<table:table table:name="T">${rows}</table:table>`;
const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;

test('values are shown as the file shows them, dates as ISO', async () => {
	const cells =
		'<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b<text:span>c</text:span></text:p><text:p>d</text:p></table:table-cell>' +
		'<table:table-cell office:value-type="float" office:value="7.2"><text:p>7.20</text:p></table:table-cell>' +
		'<table:table-cell office:value-type="float" office:value="123456789012"><text:p>1.23E+11</text:p></table:table-cell>' +
		'<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>' +
		'<table:table-cell office:value-type="date" office:date-value="2026-11-21T10:30:00"><text:p>21.11.26</text:p></table:table-cell>' +
		'<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>' +
		'<table:table-cell table:formula="of:=SUM([.A1:.B1])" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>' +
		'<table:table-cell><office:annotation><text:p>note</text:p></office:annotation></table:table-cell>';
	const sheet = await sheetIn(ods(table(row(cells))));
	expect(sheet.rows[0]?.cells).toEqual([
		{ kind: 'text', text: 'a  bc\nd' },
		{ kind: 'number', text: '7.20', value: 7.2 },
		{ kind: 'number', text: '123456789012', value: 123456789012 },
		{ kind: 'number', text: '50%', value: 0.5 },
		{ kind: 'date', text: '2026-11-21T10:30', value: 46347.4375 },
		{ kind: 'boolean', text: 'TRUE', value: true },
		{ kind: 'number', text: '3', value: 3, formula: 'SUM(A1:B1)', cached: true },
	]);
	expect(sheet.comments).toBe(1);
});

test('repeats are counted out, empty ones only counted', async () => {
	const text =
		'<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>';
	const sheet = await sheetIn(
		ods(
			table(
				row(
					`<table:table-cell table:number-columns-repeated="3"/>${text}<table:table-cell table:number-columns-repeated="16379"/>`,
				) +
					'<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>' +
					`<table:table-row table:number-rows-repeated="2" table:visibility="filter">${text}</table:table-row>` +
					'<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
			),
		),
	);
	expect(sheet.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
		[1, false],
		[6, true],
		[7, true],
	]);
	expect(texts(sheet)).toEqual([
		['', '', '', 'x', 'x'],
		['x', 'x'],
		['x', 'x'],
	]);
	expect(sheet.columnCount).toBe(5);
});

test('a billion repeated cells are trimmed, and that is said', async () => {
	const cell =
		'<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>';
	const bytes = ods(
		table(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`),
	);
	const { sheets, notes } = await workbookIn(bytes, 'a.ods', { ...readingLimits, cells: 5_000 });
	expect(sheets[0]?.rows).toHaveLength(5);
	expect(notes.map(({ text }) => text)).toContain(
		'The sheet is too large to take in whole; cells from A6 on are left out: a file may bring 5,000 cells. Split it and bring in the parts.',
	);
});

test('hidden sheets and columns, merges and filters', async () => {
	const { sheets } = await workbookIn(
		ods(
			'<table:table table:name="My sheet" table:style-name="ta2"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="16382"/>' +
				`${row('<table:table-cell office:value-type="string" table:number-columns-spanned="3" table:number-rows-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/>')}</table:table>` +
				`<table:table table:name="B"><table:table-column/>${row('<table:table-cell office:value-type="string" table:number-columns-repeated="4"><text:p>x</text:p></table:table-cell>')}</table:table>` +
				'<table:database-ranges><table:database-range table:display-filter-buttons="true" table:target-range-address="$\'My sheet\'.$A$1:$\'My sheet\'.$C$9"/></table:database-ranges>',
			'<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
		),
	);
	expect(sheets.map(({ name, state }) => [name, state])).toEqual([
		['My sheet', 'hidden'],
		['B', 'visible'],
	]);
	expect(sheets[0]?.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2 }]);
	expect(sheets[0]?.autoFilter).toEqual({ firstRow: 1, lastRow: 9, firstColumn: 0, lastColumn: 2 });
	expect(sheets[0]?.hiddenColumns).toEqual([]);
});

test('a flat document is read as well', async () => {
	const flat = content(
		table(
			row('<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'),
		),
	).replaceAll('document-content', 'document');
	expect(texts(await sheetIn(utf8(flat), 'a.fods'))).toEqual([['x']]);
});

test('an encrypted document and one that is no spreadsheet are refused', async () => {
	const encrypted = buildZip([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
		{
			name: 'META-INF/manifest.xml',
			content:
				'<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
		},
		{ name: 'content.xml', content: 'sealed' },
	]);
	expect((await problemIn(encrypted)).kind).toBe('passwordProtected');
	const letter = buildZip([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
	]);
	expect((await problemIn(letter)).text).toMatch(
		/^The file is an OpenDocument file, but no spreadsheet\./,
	);
});
