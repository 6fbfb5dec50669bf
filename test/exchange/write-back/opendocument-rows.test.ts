/** Rows appended to OpenDocument tables: where they go, how they look, and what grows with them. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../../src/exchange/write-back/change.ts';
import { sheetIn, texts } from '../../support/sheet-reading.ts';
import { buildOds, odsFiller, odsNumber, odsRow, odsText, type OdsFixture } from './files/ods.ts';
import { changedParts, differences, refusal, writtenInto, type Outcome } from './written.ts';

const header = odsRow(odsText('ID') + odsText('Title'));
const table =
	header + odsRow(odsText('C-1') + odsText('One')) + odsRow(odsText('C-2') + odsText('Two'));

function appended(
	fixture: OdsFixture | string,
	rows: readonly (readonly CellInput[])[],
	after?: number,
): Promise<Outcome> {
	const original = buildOds(typeof fixture === 'string' ? { rows: fixture } : fixture);
	const change = { sheet: 'Sheet1', appendRows: rows };
	return writtenInto(original, [after === undefined ? change : { ...change, after }], 'file.ods');
}

function contentOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(unzipSync(bytes)['content.xml']);
}

const places = ({ written }: Outcome): string[] => written.map(({ cell }) => cell);

describe('where rows appended to an .ods go', () => {
	it.each([
		['the last row of the file', table],
		['the blank rows that fill the sheet', table + odsFiller(4)],
		['blank rows', `${table}<table:table-row table:number-rows-repeated="9"/>`],
	])('is below the table, before or into %s', async (_, rows) => {
		const outcome = await appended(rows, [['C-3', 'Three'], ['C-4']]);
		expect(places(outcome)).toEqual(['A4', 'B4', 'A5']);
		expect(texts(await sheetIn(outcome.bytes, 'f.ods')).slice(2)).toEqual([
			['C-2', 'Two'],
			['C-3', 'Three'],
			['C-4'],
		]);
		expect(changedParts(outcome)).toEqual(['content.xml']);
		const found = await differences(outcome);
		expect(found.map(({ cell }) => cell)).toEqual(['A4', 'B4', 'A5']);
	});

	it('leaves as many rows in the sheet as there were', async () => {
		const { bytes } = await appended(table + odsFiller(4), [['C-3'], ['C-4']]);
		expect(contentOf(bytes)).toContain(odsFiller(6));
	});

	it('is below a run of equal rows, one element in the file', async () => {
		const run = odsRow(odsText('same') + odsText('same'), ' table:number-rows-repeated="3"');
		expect(places(await appended(header + run, [['C-3']]))).toEqual(['A5']);
	});

	it('is row 1 of a sheet that holds nothing, and after the row the caller names', async () => {
		expect(places(await appended(odsFiller(1), [['ID', 'Title']]))).toEqual(['A1', 'B1']);
		expect(places(await appended(table, [['x']], 6))).toEqual(['A7']);
		expect(refusal(await appended(table, [['x']], 2)).kind).toBe('rowsBelow');
		expect(refusal(await appended(table, [['x']], -1)).kind).toBe('outOfBounds');
	});

	it('is never below a sign-off, but in the blank rows above it', async () => {
		const blank = '<table:table-row table:number-rows-repeated="2"/>';
		const rows = table + blank + odsRow(odsText('Prepared by: Ann'));
		expect(places(await appended(rows, [['C-3']]))).toEqual(['A4']);
		const more = refusal(await appended(rows, [['C-3'], ['C-4']]));
		expect(more.kind).toBe('rowsBelow');
		expect(more.text).toContain('“Prepared by: Ann”');
	});

	it('is refused past the end of the sheet, and all or nothing', async () => {
		const full = odsRow(odsText('x'), ' table:number-rows-repeated="1048576"');
		expect(refusal(await appended(full, [['y']])).kind).toBe('outOfBounds');
		const long = await appended(table, [['C-3'], ['x'.repeat(40_000)]]);
		expect(refusal(long)).toMatchObject({ kind: 'textTooLong', cell: 'A5' });
		expect(long.bytes).toBe(long.original);
	});

	it('is one place for one change', async () => {
		const change = { sheet: 'Sheet1', appendRows: [['x']] };
		const outcome = await writtenInto(buildOds({ rows: table }), [change, change]);
		expect(refusal(outcome)).toMatchObject({ change: 1, kind: 'setTwice' });
	});
});

describe('how rows appended to an .ods look', () => {
	it('is like the row above: style, cell styles and rules, never its comment or its hiding', async () => {
		const last = odsRow(
			`<table:table-cell table:style-name="ce1" office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>C-2</text:p></table:table-cell><table:table-cell table:style-name="ce2" table:content-validation-name="v"/>${odsNumber(1)}`,
			' table:style-name="ro2" table:visibility="filter"',
		);
		const before =
			'<table:content-validations><table:content-validation table:name="v" table:condition="of:cell-content-is-in-list(&quot;Yes&quot;;&quot;No&quot;)"/></table:content-validations>';
		const outcome = await appended({ rows: header + last + odsFiller(3), before }, [
			['C-3', null, 5],
		]);
		expect(contentOf(outcome.bytes)).toContain(
			odsRow(
				`${odsText('C-3', ' table:style-name="ce1"')}<table:table-cell table:style-name="ce2" table:content-validation-name="v"/>${odsNumber(5)}`,
				' table:style-name="ro2"',
			),
		);
		const wrong = await appended({ rows: header + last, before }, [['C-3', 'Perhaps']]);
		expect(refusal(wrong)).toMatchObject({ kind: 'validation', cell: 'B3' });
	});

	it('is that of a row made ready for it', async () => {
		const ready = odsRow(
			'<table:table-cell table:style-name="own" table:number-columns-repeated="2"/>',
		);
		const { bytes } = await appended(table + ready, [['C-3']]);
		expect(contentOf(bytes)).toContain(
			odsRow(
				`${odsText('C-3', ' table:style-name="own"')}<table:table-cell table:style-name="own"/>`,
			),
		);
	});

	it('keeps cells merged from side to side, and no merge that reaches down', async () => {
		const wide =
			'<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>w</text:p></table:table-cell><table:covered-table-cell/>';
		const outcome = await appended(header + odsRow(wide), [['new']]);
		expect(contentOf(outcome.bytes)).toContain(
			odsRow(`${odsText('new', ' table:number-columns-spanned="2"')}<table:covered-table-cell/>`),
		);
		expect(refusal(await appended(header + odsRow(wide), [['a', 'b']])).kind).toBe('merged');
	});

	it('carries on formulas of their columns, and says which are not', async () => {
		const formula = (of: string): string => odsNumber(1, ` table:formula="of:=${of}"`);
		const data = [2, 3].map((n) =>
			odsRow(
				odsText('x') +
					formula(`[.A${n}]&amp;[.$F$1]&amp;&quot;[.A1]&quot;&amp;[$'A.A1'.B${n}]`) +
					formula(`[.A2]*${n * n}`),
			),
		);
		const outcome = await appended(header + data.join(''), [['y'], ['z']]);
		const carried = outcome.written.filter(({ why }) => why === 'formulaContinued');
		expect(carried.map(({ cell }) => cell)).toEqual(['B4', 'B5']);
		expect(contentOf(outcome.bytes)).toContain(
			`<table:table-cell table:formula="of:=[.A5]&amp;[.$F$1]&amp;&quot;[.A1]&quot;&amp;[$'A.A1'.B5]"/>`,
		);
		expect(outcome.notes.filter((note) => note.includes('was not carried'))).toMatchObject([
			expect.stringContaining('the formula of column C'),
		]);
	});
});

describe('what grows with rows appended to an .ods', () => {
	const database = (range: string): string =>
		`<table:database-ranges><table:database-range table:name="f" table:target-range-address="${range}" table:display-filter-buttons="true"/></table:database-ranges>`;

	it.each([
		['Sheet1.A1:Sheet1.B3', 'Sheet1.A1:Sheet1.B5'],
		['$Sheet1.$A$1:.$B$3', '$Sheet1.$A$1:.$B$5'],
		["$'Sheet1'.A1:.B3", "$'Sheet1'.A1:.B5"],
		['Other.A1:Other.B3', 'Other.A1:Other.B3'],
		['Sheet1.A1:Sheet1.B2', 'Sheet1.A1:Sheet1.B2'],
		['Sheet1.A1:Sheet1.B1048576', 'Sheet1.A1:Sheet1.B1048576'],
	])('its filter over %s', async (before, expected) => {
		const outcome = await appended({ rows: table, after: database(before) }, [['C-3'], ['C-4']]);
		expect(contentOf(outcome.bytes)).toContain(database(expected));
	});

	it('its named ranges, print ranges and conditional formats', async () => {
		const names = (last: number): string =>
			`<table:named-expressions><table:named-range table:name="n" table:base-cell-address="$Sheet1.$A$1" table:cell-range-address="$Sheet1.$A$2:.$A$${last}"/></table:named-expressions>`;
		const formats = (last: number): string =>
			`<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Sheet1.B2:Sheet1.B${last} Sheet1.D2:Sheet1.D${last}"/></calcext:conditional-formats>`;
		const print = (last: number): string => ` table:print-ranges="Sheet1.A1:Sheet1.B${last}"`;
		const outcome = await appended(
			{ rows: table, inside: formats(3), after: names(3), attributes: print(3) },
			[['C-3', 'Three']],
		);
		const xml = contentOf(outcome.bytes);
		expect(xml).toContain(names(4));
		expect(xml).toContain(print(4));
		expect(xml).toContain('Sheet1.B2:Sheet1.B4 Sheet1.D2:Sheet1.D3');
	});

	it('takes results of formulas that read a range by its name out with it', async () => {
		const count = odsNumber(2, ' table:formula="of:=COUNTA([.E9])+COUNTA(Ids)"');
		const other = odsNumber(2, ' table:formula="of:=COUNTA([.A2:.A3])"');
		const rows = table.replace(/<\/table:table-row>/, `${count}${other}</table:table-row>`);
		const after =
			'<table:named-expressions><table:named-range table:name="Ids" table:cell-range-address="$Sheet1.$A$2:.$A$3"/></table:named-expressions>';
		const outcome = await appended({ rows, after }, [['C-3']]);
		expect(outcome.recalculated.map(({ cell }) => cell)).toEqual(['C1']);
		expect(outcome.notes).toMatchObject([expect.stringContaining('D1 of “Sheet1” reads')]);
	});
});
