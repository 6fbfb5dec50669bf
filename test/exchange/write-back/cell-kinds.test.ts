/** A value takes the kind its cell has: numbers, text, numbers stored as text, dates, booleans. */
import { describe, expect, it } from 'vitest';
import { sheetIn } from '../../support/sheet-reading.ts';
import type { CellInput } from '../../../src/exchange/write-back/change.ts';
import { edited, part, refusal, rowsOf, sheet1 } from './written.ts';

const formats = ['0.00', '@', 'yyyy-mm-dd', '0%', '#,##0.00'];
const strings = ['<t>n/a</t>', '<t>007</t>', '<t>2026-01-31</t>', '<t>Owner</t>'];

/** What a cell of this XML holds after the value, without the `r` attribute. */
async function after(cell: string, value: CellInput, date1904 = false): Promise<string> {
	const rows = `<row r="1"><c r="A1" ${cell}</row>`;
	const outcome = await edited({ sheet: { rows }, formats, strings, date1904 }, { A1: value });
	return /<c r="A1" ?(.*)<\/row>/.exec(rowsOf(outcome))?.[1] ?? '';
}

const text = (content: string): string => `t="inlineStr"><is><t>${content}</t></is></c>`;

describe('a cell that holds a number', () => {
	it.each([
		['s="1"><v>3</v></c>', 12.5, 's="1"><v>12.5</v></c>'],
		['s="1"><v>3</v></c>', '12.5', 's="1"><v>12.5</v></c>'],
		['><v>3</v></c>', '-7', '><v>-7</v></c>'],
		['s="5"><v>3</v></c>', '1,500.00', 's="5"><v>1500</v></c>'],
		['s="4"><v>0.5</v></c>', '35%', 's="4"><v>0.35</v></c>'],
		['><v>3</v></c>', -0, '><v>0</v></c>'],
		['><v>3</v></c>', 1e21, '><v>1e+21</v></c>'],
	])('%s stays one for %j', async (cell, value, expected) => {
		expect(await after(cell, value)).toBe(expected);
	});

	it.each(['007', '1,50', '12345678901234567', 'about 3', '1e5', '0x10'])(
		'takes %j as the text it is, and says what that may break',
		async (value) => {
			const rows = '<row r="1"><c r="A1" s="1"><v>3</v></c></row>';
			const outcome = await edited({ sheet: { rows }, formats }, { A1: value });
			expect(rowsOf(outcome)).toContain(`<t>${value}</t>`);
			expect(outcome.written[0]?.notes[0]).toContain('formulas that read it may show an error');
		},
	);

	it.each([NaN, Infinity])('refuses %d', async (value) => {
		const rows = '<row r="1"><c r="A1"><v>3</v></c></row>';
		expect(refusal(await edited({ sheet: { rows } }, { A1: value })).kind).toBe('notAValue');
	});
});

describe('a cell that holds text', () => {
	it.each([
		['t="s"><v>3</v></c>', '12', text('12')],
		['t="s"><v>1</v></c>', 8, text('8')],
		['s="2" t="s"><v>1</v></c>', '008', `s="2" ${text('008')}`],
		['s="2"/>', 8, `s="2" ${text('8')}`],
		['s="2"/>', true, `s="2" ${text('TRUE')}`],
		['s="2"/>', { date: '2026-11-21' }, `s="2" ${text('2026-11-21')}`],
		['t="s"><v>2</v></c>', { date: '2026-11-21' }, text('2026-11-21')],
		['t="s"><v>0</v></c>', 8, '><v>8</v></c>'],
		['s="1" t="s"><v>0</v></c>', '8.5', 's="1"><v>8.5</v></c>'],
		['t="inlineStr"><is><t>a</t></is></c>', 'b', text('b')],
		['t="str"><v>a</v></c>', 'b', text('b')],
	])('%s takes %j', async (cell, value, expected) => {
		expect(await after(cell, value)).toBe(expected);
	});

	it.each([
		['<a> & "b"', '&lt;a&gt; &amp; "b"', ''],
		[' blanks ', ' blanks ', ' xml:space="preserve"'],
		['two\r\nlines', 'two\nlines', ' xml:space="preserve"'],
		['bell\u0007', 'bell_x0007_', ''],
		['_x0041_', '_x005F_x0041_', ''],
		['half \ud800', 'half _xD800_', ''],
	])('comes back from the file as it was: %j', async (value, written, space) => {
		const outcome = await edited({ sheet: {} }, { A1: value });
		expect(rowsOf(outcome)).toContain(`<t${space}>${written}</t>`);
		const sheet = await sheetIn(outcome.bytes);
		expect(sheet.rows[0]?.cells[0]?.text).toBe(value.replace('\r\n', '\n'));
	});

	it('holds a formula as text, never as a formula', async () => {
		const sheet = await sheetIn((await edited({ sheet: {} }, { A1: '=1+1' })).bytes);
		expect(sheet.rows[0]?.cells[0]).toEqual({ kind: 'text', text: '=1+1' });
	});
});

describe('dates', () => {
	it.each([
		[false, '46347'],
		[true, '44885'],
	])('are serials of the date system of the file (1904: %s)', async (date1904, serial) => {
		const cell = 's="3"><v>1</v></c>';
		const expected = `s="3"><v>${serial}</v></c>`;
		expect(await after(cell, { date: '2026-11-21' }, date1904)).toBe(expected);
		expect(await after(cell, '2026-11-21', date1904)).toBe(expected);
	});

	it('keep their time', async () => {
		expect(await after('s="3"/>', { date: '2026-11-21T18:00' })).toBe('s="3"><v>46347.75</v></c>');
	});

	it('bring a date style only to cells that have none, and one for all cells of a look', async () => {
		const rows = '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/><c r="C1" s="3"/></row>';
		const date = { date: '2026-11-21' };
		const outcome = await edited({ sheet: { rows }, formats }, { A1: date, B1: date, C1: date });
		expect(rowsOf(outcome).match(/s="\d+"/g)).toEqual(['s="6"', 's="6"', 's="3"']);
		expect(part(outcome.bytes, 'xl/styles.xml')).toContain(
			'<xf numFmtId="168"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>',
		);
		expect((await sheetIn(outcome.bytes)).rows[0]?.cells.map((cell) => cell?.text)).toEqual(
			Array(3).fill('2026-11-21'),
		);
	});

	it('take a style of the file that is the same but for the date, where there is one', async () => {
		const styles = (xml: string, name: string): string =>
			name === 'xl/styles.xml'
				? xml
						.replace('<cellXfs>', '<cellXfs count="6">')
						.replace('numFmtId="168"/>', 'numFmtId="14" fontId="2" applyNumberFormat="1"/>')
						.replace('<xf numFmtId="164"/>', '<xf numFmtId="164" fontId="2"/>')
				: xml;
		const rows = '<row r="1"><c r="A1" s="1"/><c r="B1" s="4"/></row>';
		const date = { date: '2026-11-21' };
		const fixture = { sheet: { rows }, formats, rewrite: styles };
		const outcome = await edited(fixture, { A1: date });
		expect(rowsOf(outcome)).toContain('<c r="A1" s="5"><v>46347</v></c>');
		const added = part((await edited(fixture, { B1: date })).bytes, 'xl/styles.xml');
		expect(added).toContain('<cellXfs count="7">');
	});

	it('are text in a workbook without styles, and before its first day', async () => {
		const parts = (all: readonly { name: string; content: string | Uint8Array }[]) =>
			all.filter(({ name }) => name !== 'xl/styles.xml');
		const bare = await edited({ sheet: {}, parts }, { A1: { date: '2026-11-21' } });
		expect(rowsOf(bare)).toContain('<t>2026-11-21</t>');
		const early = await edited({ sheet: {}, date1904: true }, { A1: { date: '1903-12-31' } });
		expect(rowsOf(early)).toContain('<t>1903-12-31</t>');
		expect([bare, early].map(({ written }) => written[0]?.notes.length)).toEqual([1, 1]);
	});

	it.each(['2026-02-30', '21/11/2026', 'soon', ''])(
		'are refused where they are none: %s',
		async (date) => {
			const outcome = await edited({ sheet: {} }, { A1: { date } });
			expect(refusal(outcome)).toMatchObject({ kind: 'notAValue' });
			expect(refusal(outcome).text).toContain('YYYY-MM-DD');
		},
	);
});

describe('booleans', () => {
	it.each([
		['t="b"><v>0</v></c>', true, 't="b"><v>1</v></c>'],
		['t="b"><v>1</v></c>', 'false', 't="b"><v>0</v></c>'],
		['t="b"><v>1</v></c>', 'Yes', text('Yes')],
		['><v>1</v></c>', false, 't="b"><v>0</v></c>'],
	])('%s takes %j', async (cell, value, expected) => {
		expect(await after(cell, value)).toBe(expected);
	});
});

describe('a drop-down list', () => {
	const list = (place: string, formula: string): string =>
		`<dataValidations count="1"><dataValidation type="list" sqref="${place}"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
	const rows = '<row r="1"><c r="A1" t="s"><v>3</v></c></row>';

	it.each([
		['written out', list('A1:A9', '"Yes, No"')],
		['in cells of the sheet', list('A1:A9', '$C$1:$C$2')],
		[
			'of the 2010 extension',
			'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="x" xmlns:xm="m"><x14:dataValidation type="list"><x14:formula1><xm:f>$C$1:$C$2</xm:f></x14:formula1><xm:sqref>A1:A9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
		],
	])('%s refuses what it does not offer', async (_, after) => {
		const choices =
			'<row r="1"><c r="A1"/><c r="C1" t="inlineStr"><is><t>Yes</t></is></c></row><row r="2"><c r="C2" t="inlineStr"><is><t>No</t></is></c></row>';
		const fixture = { sheet: { rows: choices, after } };
		const outcome = await edited(fixture, { A1: 'Perhaps', A2: 'No', B1: 'Perhaps' });
		expect(refusal(outcome)).toMatchObject({ kind: 'validation', cell: 'A1' });
		expect(refusal(outcome).text).toContain('it offers “Yes”, “No”');
		expect(outcome.written.map(({ cell }) => cell)).toEqual(['A2', 'B1']);
		const forced = await edited(fixture, { A1: 'Perhaps' }, { overValidation: true });
		expect(forced.written.map(({ after: shown }) => shown)).toEqual(['Perhaps']);
	});

	it('knows a number of its choices by its value, however the cell shows it', async () => {
		const sheet = { rows: '<row r="1"><c r="A1" s="1"/></row>', after: list('A1', '"1,2,3"') };
		const outcome = await edited({ sheet, formats }, { A1: 2 });
		expect(outcome.written.map(({ after }) => after)).toEqual(['2.00']);
		expect(refusal(await edited({ sheet, formats }, { A1: 4 })).kind).toBe('validation');
	});

	it('lets a cell be emptied', async () => {
		const sheet = { rows, after: list('A1', '"Yes,No"') };
		expect((await edited({ sheet, strings }, { A1: null })).refused).toEqual([]);
	});
});

it('leaves the part of the sheet whole but for its cells', async () => {
	const sheet = {
		before: '<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><sheetViews/>',
		rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
		after: '<printOptions/><pageMargins left="0.7"/><legacyDrawing r:id="rId9"/>',
	};
	const outcome = await edited({ sheet }, { A1: 2 });
	expect(part(outcome.bytes, sheet1)).toBe(
		part(outcome.original, sheet1).replace('<v>1</v>', '<v>2</v>'),
	);
});
