/** Single cells: what they hold afterwards, and that everything around them stays as written. */
import { describe, expect, it } from 'vitest';
import { buildXlsx } from '../../support/ooxml-builder.ts';
import {
	changedParts,
	differences,
	edited,
	part,
	refusal,
	rowsOf,
	sheet1,
	writtenInto,
} from './written.ts';

const strings = ['<t>Owner</t>', '<r><rPr><b/></rPr><t>Rich</t></r><r><t> text</t></r>'];
const rows =
	'<row r="2" ht="30"><c r="A2" s="1" t="s"><v>0</v></c><!-- kept --><c r="B2" t="s"><v>1</v></c></row>';

describe('a cell that is set', () => {
	it('keeps its style, and everything around it keeps its bytes', async () => {
		const outcome = await edited({ sheet: { rows }, strings, formats: ['0.00'] }, { A2: 'New' });
		expect(rowsOf(outcome)).toBe(
			rows.replace('t="s"><v>0</v>', 't="inlineStr"><is><t>New</t></is>'),
		);
		expect(changedParts(outcome)).toEqual([sheet1]);
		expect(outcome.written).toEqual([
			{
				change: 0,
				sheet: 'Sheet1',
				cell: 'A2',
				before: 'Owner',
				after: 'New',
				why: 'edited',
				notes: [],
			},
		]);
	});

	it('gives up rich text only where it is edited, and leaves the shared strings alone', async () => {
		const twice = `${rows}<row r="3"><c r="B3" t="s"><v>1</v></c></row>`;
		const outcome = await edited({ sheet: { rows: twice }, strings }, { B2: 'Plain' });
		expect(changedParts(outcome)).toEqual([sheet1]);
		expect(await differences(outcome)).toEqual([
			{ sheet: 'Sheet1', cell: 'B2', before: 'Rich text', after: 'Plain', why: 'edited' },
		]);
	});

	it('is emptied and keeps its look', async () => {
		const outcome = await edited({ sheet: { rows }, strings, formats: ['0.00'] }, { A2: null });
		expect(rowsOf(outcome)).toContain('<c r="A2" s="1"/>');
	});

	it('changes not a byte where it already holds the value', async () => {
		const outcome = await edited(
			{ sheet: { rows }, strings },
			{ A2: 'Owner', B2: 'Rich text', C9: '' },
		);
		expect(outcome.bytes).toBe(outcome.original);
		expect(outcome.unchanged.map(({ cell }) => cell)).toEqual(['A2', 'B2', 'C9']);
	});

	it('is made where it is missing, in the order of columns and rows', async () => {
		const sparse = '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="9"/>';
		const outcome = await edited(
			{ sheet: { rows: sparse } },
			{ E2: 'e', A2: 'a', C2: 'c', A9: 'nine', B5: 'five', A12: 'twelve' },
		);
		const inline = (cell: string, text: string): string =>
			`<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
		expect(rowsOf(outcome)).toBe(
			`<row r="2">${inline('A2', 'a')}<c r="B2"><v>1</v></c>${inline('C2', 'c')}<c r="D2"><v>2</v></c>${inline('E2', 'e')}</row>` +
				`<row r="5">${inline('B5', 'five')}</row><row r="9">${inline('A9', 'nine')}</row><row r="12">${inline('A12', 'twelve')}</row>`,
		);
	});

	it('is found where rows and cells do not say their place', async () => {
		const bare = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
		const outcome = await edited({ sheet: { rows: bare } }, { B1: 20, A2: 30 });
		expect(rowsOf(outcome)).toBe(
			'<row><c><v>1</v></c><c><v>20</v></c></row><row><c><v>30</v></c></row>',
		);
	});

	it('opens a sheet that holds nothing yet', async () => {
		const outcome = await edited(
			{ sheet: {}, rewrite: (xml) => xml.replace('<sheetData></sheetData>', '<sheetData/>') },
			{ B2: 'first' },
		);
		expect(part(outcome.bytes, sheet1)).toContain(
			'<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>first</t></is></c></row></sheetData>',
		);
	});

	it('takes the style that its row or column has for cells to come', async () => {
		const sheet = {
			before: '<cols><col min="3" max="4" style="1"/></cols>',
			rows: '<row r="1" s="2" customFormat="1"><c r="A1"><v>1</v></c></row><row r="2"/>',
		};
		const outcome = await edited({ sheet, formats: ['0.0', '0.00'] }, { C1: 'row', C2: 'column' });
		expect(rowsOf(outcome)).toContain('<c r="C1" s="2" ');
		expect(rowsOf(outcome)).toContain('<c r="C2" s="1" ');
	});

	it('widens the dimension and the spans of its row by as much as it needs', async () => {
		const sheet = {
			before: '<dimension ref="B2:C3"/>',
			rows: '<row r="2" spans="2:3"><c r="B2"/></row>',
		};
		const outcome = await edited({ sheet }, { E2: 1, A7: 2 });
		expect(part(outcome.bytes, sheet1)).toContain('<dimension ref="A2:E7"/>');
		expect(rowsOf(outcome)).toContain('<row r="2" spans="2:5">');
	});

	it('loses the metadata of its old value, and keeps what programs add beside it', async () => {
		const cell = '<c r="A1" vm="1" cm="2" ph="1"><v>1</v><extLst><ext uri="x"/></extLst></c>';
		const outcome = await edited({ sheet: { rows: `<row r="1">${cell}</row>` } }, { A1: 2 });
		expect(rowsOf(outcome)).toBe(
			'<row r="1"><c r="A1" ph="1"><v>2</v><extLst><ext uri="x"/></extLst></c></row>',
		);
	});
});

describe('the ways XML is written', () => {
	it('names new elements with the prefix of the part', async () => {
		const rewrite = (xml: string, name: string): string =>
			name === sheet1
				? xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
				: xml;
		const sheet = { rows: '<row r="1"><c r="A1"><v>1</v></c></row>' };
		const outcome = await edited({ sheet, rewrite }, { A1: 'a', B1: 7, A2: true });
		expect(part(outcome.bytes, sheet1)).toContain(
			'<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1"><x:v>7</x:v></x:c></x:row>' +
				'<x:row r="2"><x:c r="A2" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData>',
		);
		expect((await differences(outcome)).map(({ after }) => after)).toEqual(['a', '7', 'TRUE']);
	});

	it('minds single quotes, blanks and ">" inside attributes', async () => {
		const rows = `<row  r='1' x='a>b'><c  r = 'A1'  t='s' note='>' ><v>0</v></c></row>`;
		const outcome = await edited({ sheet: { rows }, strings }, { A1: 5 });
		expect(rowsOf(outcome)).toBe(`<row  r='1' x='a>b'><c  r = 'A1' note='>' ><v>5</v></c></row>`);
	});

	it('writes into strict packages', async () => {
		const outcome = await edited(
			{ sheet: { rows: '<row r="1"><c r="A1" t="d"><v>2026-01-31</v></c></row>' }, strict: true },
			{ A1: { date: '2026-02-28' } },
		);
		expect(rowsOf(outcome)).toContain('<c r="A1" t="d"><v>2026-02-28</v></c>');
	});

	it('keeps UTF-16 and byte order marks', async () => {
		const utf16 = (xml: string): Uint8Array => {
			const text = `\ufeff${xml.replace('UTF-8', 'UTF-16')}`;
			return Uint8Array.from([...Array(2 * text.length).keys()], (at) => {
				const code = text.charCodeAt(at >> 1);
				return at % 2 === 0 ? code & 255 : code >> 8;
			});
		};
		const outcome = await edited(
			{
				sheet: { rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>ä€😀</t></is></c></row>' },
				rewrite: (xml, name) => (name === sheet1 ? utf16(xml) : `\ufeff${xml}`),
			},
			{ B1: 'ñ' },
		);
		expect((await differences(outcome)).map(({ cell, after }) => [cell, after])).toEqual([
			['B1', 'ñ'],
		]);
		expect(changedParts(outcome)).toEqual([sheet1]);
	});

	it('refuses a part with bytes that are not of its encoding', async () => {
		const latin = (xml: string): Uint8Array =>
			Uint8Array.from(xml, (character) => character.charCodeAt(0));
		const original = buildXlsx({
			sheets: [{ rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>é</t></is></c></row>' }],
			rewrite: (xml, name) => (name === sheet1 ? latin(xml) : xml),
		});
		await expect(
			writtenInto(original, [{ sheet: 'Sheet1', cell: 'B1', value: 1 }]),
		).rejects.toThrow('would change cells nobody touched');
	});
});

describe('a change that is refused', () => {
	it.each(['XFE1', 'A1048577', 'A0', 'B', '7', ''])(
		'names a cell off the sheet: %s',
		async (cell) => {
			const { kind, text } = refusal(await edited({ sheet: {} }, { [cell]: 'x' }));
			expect(kind).toBe('outOfBounds');
			expect(text).toMatch(/Give (?:one|a cell)/);
		},
	);

	it('names a sheet that is not there, and the ones that are', async () => {
		const original = buildXlsx({ sheets: [{ name: 'Controls' }] });
		const outcome = await writtenInto(original, [{ sheet: 'Control', cell: 'A1', value: 1 }]);
		expect(refusal(outcome)).toMatchObject({ kind: 'noSuchSheet', sheet: 'Control' });
		expect(refusal(outcome).text).toContain('“Controls”');
	});

	it('finds a sheet whatever the case of its name', async () => {
		const original = buildXlsx({ sheets: [{ name: 'Controls' }] });
		const outcome = await writtenInto(original, [{ sheet: 'CONTROLS', cell: 'A1', value: 1 }]);
		expect(outcome.written.map(({ sheet }) => sheet)).toEqual(['Controls']);
	});

	it('sets a cell that another change sets already', async () => {
		const outcome = await edited({ sheet: {} }, { A1: 'first', $A$1: 'second' });
		expect(refusal(outcome)).toMatchObject({ change: 1, kind: 'setTwice' });
		expect(outcome.written.map(({ after }) => after)).toEqual(['first']);
	});

	it('writes into a merge beside its first cell, which it names', async () => {
		const sheet = {
			rows: '<row r="1"><c r="A1"/></row>',
			after: `<mergeCells><mergeCell ref='A1:C2'/></mergeCells>`,
		};
		const outcome = await edited({ sheet }, { B2: 'x', A1: 'y' });
		expect(refusal(outcome)).toMatchObject({ kind: 'merged', cell: 'B2' });
		expect(refusal(outcome).text).toContain('Write to A1 instead');
		expect(outcome.written.map(({ cell }) => cell)).toEqual(['A1']);
	});

	it.each([
		['a row', '<row r="1"><c r="A1"/></row><row r="1"/>'],
		['a cell', '<row r="1"><c r="A1"/><c r="A1"/></row>'],
	])('meets %s that the file holds twice', async (_, rows) => {
		expect(refusal(await edited({ sheet: { rows } }, { A1: 1 })).kind).toBe('damagedSheet');
	});

	it('leaves the changes beside it', async () => {
		const outcome = await edited({ sheet: {} }, { A1: 'x'.repeat(32_768), B1: 'x'.repeat(32_767) });
		expect(refusal(outcome)).toMatchObject({ cell: 'A1', kind: 'textTooLong' });
		expect(outcome.written.map(({ cell }) => cell)).toEqual(['B1']);
	});
});

describe('a protected sheet', () => {
	const styles = (xml: string, name: string): string =>
		name === 'xl/styles.xml'
			? xml.replace('<xf numFmtId="164"/>', '<xf numFmtId="164"><protection locked="0"/></xf>')
			: xml;

	it('is written, and locked cells are said', async () => {
		const sheet = {
			rows: '<row r="1"><c r="A1"/><c r="B1" s="1"/></row>',
			after: '<sheetProtection sheet="1"/>',
		};
		const outcome = await edited({ sheet, formats: ['0'], rewrite: styles }, { A1: 1, B1: 2 });
		expect(outcome.written.map(({ notes }) => notes.length)).toEqual([1, 0]);
		expect(outcome.written[0]?.notes[0]).toContain('locks this cell');
	});
});
