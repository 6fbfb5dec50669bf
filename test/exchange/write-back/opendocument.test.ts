/** OpenDocument spreadsheets: single cells set, everything else of the document as it was. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SetCell } from '../../../src/exchange/write-back/change.ts';
import { buildZip } from '../../support/ooxml-zip.ts';
import {
	changedParts,
	differences,
	problemOf,
	refusal,
	writtenInto,
	type Outcome,
} from './written.ts';

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';

function document(rows: string, around = '', tableAttributes = ''): Uint8Array {
	const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"><office:body><office:spreadsheet>${around}<table:table table:name="Sheet1"${tableAttributes}><table:table-column table:number-columns-repeated="5"/>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
	return buildZip([
		{ name: 'mimetype', content: mimetype, stored: true },
		{ name: 'content.xml', content },
		{ name: 'styles.xml', content: '<styles/>' },
	]);
}

function set(
	rows: string,
	cells: Readonly<Record<string, SetCell['value']>>,
	options: Partial<SetCell> & { readonly around?: string; readonly attributes?: string } = {},
): Promise<Outcome> {
	const { around, attributes, ...rest } = options;
	const changes = Object.entries(cells).map(([cell, value]) => ({
		sheet: 'Sheet1',
		cell,
		value,
		...rest,
	}));
	return writtenInto(document(rows, around, attributes), changes, 'file.ods');
}

function rowsOf({ bytes }: Outcome): string {
	const xml = new TextDecoder().decode(unzipSync(bytes)['content.xml']);
	return /<table:table-row.*<\/table:table-row>|<table:table-row[^>]*\/>/s.exec(xml)?.[0] ?? '';
}

const row = (content: string): string => `<table:table-row>${content}</table:table-row>`;
const text = (content: string, attributes = ''): string =>
	`<table:table-cell${attributes} office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
const number = (value: number, attributes = ''): string =>
	`<table:table-cell${attributes} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;

describe('a cell of an .ods', () => {
	it('is set where it stands; its style, its rule and its comment stay', async () => {
		const cell =
			'<table:table-cell table:style-name="ce1" office:value-type="float" office:value="1" calcext:value-type="float"><office:annotation><text:p>kept</text:p></office:annotation><text:p>1,0</text:p></table:table-cell>';
		const outcome = await set(row(text('a') + cell), { B1: 'now' });
		expect(rowsOf(outcome)).toBe(
			row(
				`${text('a')}<table:table-cell table:style-name="ce1" office:value-type="string"><office:annotation><text:p>kept</text:p></office:annotation><text:p>now</text:p></table:table-cell>`,
			),
		);
		expect(changedParts(outcome)).toEqual(['content.xml']);
	});

	it.each([
		[
			number(1),
			5,
			'<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>',
		],
		[
			number(1),
			'5.5',
			'<table:table-cell office:value-type="float" office:value="5.5"><text:p>5.5</text:p></table:table-cell>',
		],
		[text('007'), 8, text('8')],
		[
			text('a'),
			true,
			'<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>',
		],
		[
			'<table:table-cell office:value-type="date" office:date-value="2026-01-31"><text:p>31/01/26</text:p></table:table-cell>',
			'2026-11-21',
			'<table:table-cell office:value-type="date" office:date-value="2026-11-21"><text:p>2026-11-21</text:p></table:table-cell>',
		],
		[
			'<table:table-cell office:value-type="percentage" office:value="0.1"><text:p>10%</text:p></table:table-cell>',
			0.5,
			'<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>0.5</text:p></table:table-cell>',
		],
		[text('a'), null, '<table:table-cell/>'],
		[
			text('a'),
			'two\nlines &',
			'<table:table-cell office:value-type="string"><text:p>two</text:p><text:p>lines &amp;</text:p></table:table-cell>',
		],
	])('takes the kind it has: %s with %j', async (cell, value, expected) => {
		expect(rowsOf(await set(row(cell), { A1: value }))).toBe(row(expected));
	});

	it('is taken out of a run of cells and of a run of rows', async () => {
		const rows =
			'<table:table-row table:style-name="ro1" table:number-rows-repeated="9"><table:table-cell table:style-name="c" table:number-columns-repeated="4"/></table:table-row>';
		const outcome = await set(rows, { B3: 'x', C5: 'y', F9: 'z' });
		expect((await differences(outcome)).map(({ cell, after }) => [cell, after])).toEqual([
			['B3', 'x'],
			['C5', 'y'],
			['F9', 'z'],
		]);
		const blank = (times: number): string =>
			`<table:table-row table:style-name="ro1"${times > 1 ? ` table:number-rows-repeated="${times}"` : ''}><table:table-cell table:style-name="c" table:number-columns-repeated="4"/></table:table-row>`;
		expect(
			rowsOf(outcome).startsWith(
				`${blank(2)}<table:table-row table:style-name="ro1"><table:table-cell table:style-name="c"/>${text('x', ' table:style-name="c"')}<table:table-cell table:style-name="c" table:number-columns-repeated="2"/></table:table-row>${blank(1)}`,
			),
		).toBe(true);
	});

	it('is made past the last row and cell', async () => {
		const outcome = await set(row(text('a')), { C1: 'c', B4: 'b' });
		expect(rowsOf(outcome)).toBe(
			`${row(`${text('a')}<table:table-cell/>${text('c')}`)}<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>${row(`<table:table-cell/>${text('b')}`)}`,
		);
	});

	it('keeps its formula unless told, and results that read it are taken out', async () => {
		const formula = (of: string): string => number(7, ` table:formula="of:=${of}"`);
		const rows = row(number(1) + formula('[.A1]*2') + formula('SUM([.B1:.B9])') + formula('[.E1]'));
		expect(refusal(await set(rows, { B1: 5 })).kind).toBe('formula');
		const outcome = await set(rows, { A1: 3 });
		expect(outcome.recalculated.map(({ cell }) => cell)).toEqual(['B1', 'C1']);
		expect(rowsOf(outcome)).toContain('<table:table-cell table:formula="of:=[.A1]*2"/>');
		expect(rowsOf(outcome)).toContain(formula('[.E1]'));
		const over = await set(rows, { B1: 5 }, { overFormula: true });
		expect(rowsOf(over)).toContain(number(5));
	});

	it('under a merge or in an array formula is refused', async () => {
		const rows =
			row(`<table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/>`) +
			row(
				`<table:table-cell table:formula="of:=[.A1]" table:number-matrix-rows-spanned="1" table:number-matrix-columns-spanned="2"/>${number(1)}`,
			);
		const outcome = await set(rows, { B1: 'x', B2: 'y' });
		expect(
			outcome.refused.map(({ kind, text: words }) => [kind, /A[12]/.exec(words)?.[0]]),
		).toEqual([
			['merged', 'A1'],
			['formula', 'A2'],
		]);
	});

	it('minds a drop-down list that is written out, and says that a sheet is protected', async () => {
		const around =
			'<table:content-validations><table:content-validation table:name="v" table:condition="of:cell-content-is-in-list(&quot;Yes&quot;;&quot;No&quot;)"/></table:content-validations>';
		const rows = row('<table:table-cell table:content-validation-name="v"/>');
		const outcome = await set(rows, { A1: 'Perhaps' }, { around });
		expect(refusal(outcome).text).toContain('it offers “Yes”, “No”');
		const allowed = await set(
			rows,
			{ A1: 'No' },
			{ around, attributes: ' table:protected="true"' },
		);
		expect(allowed.written[0]?.notes[0]).toContain('protected');
	});

	it('is left as it is where nothing changes, byte for byte', async () => {
		const outcome = await set(row(text('a')), { A1: 'a' });
		expect(outcome.bytes).toBe(outcome.original);
	});
});

describe('an .ods is refused', () => {
	it.each([
		['no such sheet', { sheet: 'Other', cell: 'A1', value: 1 }, 'noSuchSheet'],
		['no such cell', { sheet: 'Sheet1', cell: 'A0', value: 1 }, 'outOfBounds'],
	])('a change to %s', async (_, change, kind) => {
		expect(refusal(await writtenInto(document(row(text('a'))), [change])).kind).toBe(kind);
	});

	it('whole where it is encrypted or no spreadsheet', async () => {
		const parts = (type: string, manifest: string): Uint8Array =>
			buildZip([
				{ name: 'mimetype', content: type, stored: true },
				{ name: 'content.xml', content: '<a/>' },
				{ name: 'META-INF/manifest.xml', content: manifest },
			]);
		expect((await problemOf(parts(mimetype, '<m><encryption-data/></m>'))).kind).toBe(
			'passwordProtected',
		);
		expect((await problemOf(parts('application/vnd.oasis.opendocument.text', '<m/>'))).kind).toBe(
			'notASpreadsheet',
		);
	});
});
