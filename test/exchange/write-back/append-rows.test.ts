/** Rows appended below a table: where they go, how they look, and what grows with them. */
import { describe, expect, it } from 'vitest';
import { buildXlsx } from '../../support/ooxml-builder.ts';
import { sheetIn } from '../../support/sheet-reading.ts';
import { appended, cell, places, row, table } from './appended.ts';
import { changedParts, part, refusal, rowsOf, sheet1, writtenInto } from './written.ts';

describe('where appended rows go', () => {
	it('is right below the last row', async () => {
		const outcome = await appended({ rows: table }, [['C-3', 'Three', 'Cy'], ['C-4']]);
		expect(places(outcome)).toEqual(['A4', 'B4', 'C4', 'A5']);
		expect(outcome.written[0]).toMatchObject({ before: '', after: 'C-3', why: 'appended' });
		expect((await sheetIn(outcome.bytes)).rows.map(({ number }) => number)).toEqual([
			1, 2, 3, 4, 5,
		]);
	});

	it('is row 1 of a sheet that holds nothing', async () => {
		expect(places(await appended({}, [['ID', 'Title']]))).toEqual(['A1', 'B1']);
	});

	it('is after the row the caller names', async () => {
		expect(places(await appended({ rows: table }, [['x']], { after: 6 }))).toEqual(['A7']);
		const between = await appended({ rows: table }, [['x']], { after: 2 });
		expect(refusal(between)).toMatchObject({ kind: 'rowsBelow' });
	});

	it('minds no styled row without values, not even the very last of the sheet', async () => {
		const rows = `${table}<row r="4" ht="40"><c r="A4" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`;
		const outcome = await appended({ rows }, [['C-3', 'Three']], { formats: ['@'] });
		expect(rowsOf(outcome)).toContain(
			`<row r="4" ht="40">${cell('A4', 'C-3', ' s="1"')}${cell('B4', 'Three')}</row>`,
		);
		expect(rowsOf(outcome)).toContain('<row r="1048576"><c r="A1048576" s="1"/></row>');
	});

	it('has room for many', async () => {
		const many = Array.from({ length: 20_000 }, (_, at) => [
			`C-${at}`,
			'Title',
			...Array<number>(8).fill(at),
		]);
		const outcome = await appended({ rows: table }, many);
		expect(outcome.written).toHaveLength(200_000);
	}, 60_000);

	it('is nowhere where the rows hold nothing', async () => {
		const outcome = await appended({ rows: table }, [[null, ''], []]);
		expect(outcome.unchanged).toEqual([{ change: 0, sheet: 'Sheet1', cell: '' }]);
		expect(outcome.bytes).toBe(outcome.original);
	});

	it('is refused past the end of the sheet', async () => {
		const rows = row(1_048_576, ['last']);
		expect(refusal(await appended({ rows }, [['x']])).kind).toBe('outOfBounds');
	});

	it.each([
		['totals', row(4, ['Total', '2'])],
		['a formula that adds up', '<row r="4"><c r="B4"><f>COUNTA(B2:B3)</f><v>2</v></c></row>'],
		['a sign-off', row(5, ['Prepared by: Ann']) + row(6, ['Date: today'])],
	])('is never below %s, which is named', async (_, below) => {
		const { kind, text } = refusal(await appended({ rows: table + below }, [['C-3']]));
		expect(kind).toBe('rowsBelow');
		expect(text).toMatch(/The table ends in row 3 .*Insert 1 row above row [45]/);
	});

	it('is in the blank rows above a sign-off, as far as they reach', async () => {
		const rows = `${table}<row r="4"/><row r="5"/>${row(7, ['Prepared by: Ann'])}`;
		expect(places(await appended({ rows }, [['C-3'], ['C-4']]))).toEqual(['A4', 'A5']);
		const three = refusal(await appended({ rows }, [['C-3'], ['C-4'], ['C-5']]));
		expect(three.text).toContain('“Prepared by: Ann”');
		expect(three.text).toContain('room for 2 rows only');
	});

	it('is in rows that hold the formulas of the table already', async () => {
		const formula = (number: number): string =>
			`<c r="D${number}"><f>IF(A${number}="","",1)</f><v>1</v></c>`;
		const rows = [2, 3]
			.map((n) => `<row r="${n}">${cell(`A${n}`, 'x')}${cell(`B${n}`, 'y')}${formula(n)}</row>`)
			.join('');
		const ready = `<row r="4">${formula(4)}</row><row r="5">${formula(5)}</row>`;
		const sheet = { rows: row(1, ['ID', 'Title', '', 'Ready']) + rows + ready };
		const outcome = await appended(sheet, [['C-3']]);
		expect(rowsOf(outcome)).toContain(
			`<row r="4">${cell('A4', 'C-3')}<c r="D4"><f>IF(A4="","",1)</f></c></row>`,
		);
		const over = await appended(sheet, [['C-3', null, null, 'no']]);
		expect(refusal(over)).toMatchObject({ kind: 'formula', cell: 'D4' });
	});

	it('is all or nothing', async () => {
		const outcome = await appended({ rows: table }, [['C-3'], ['x'.repeat(40_000)]]);
		expect(refusal(outcome)).toMatchObject({ kind: 'textTooLong', cell: 'A5' });
		expect(outcome.bytes).toBe(outcome.original);
	});
});

describe('how appended rows look', () => {
	it('is like the row above: height, row style, cell styles, also of blank cells', async () => {
		const last = `<row r="3" spans="1:3" ht="45" customHeight="1" hidden="1"><c r="A3" s="1" t="inlineStr"><is><t>C-2</t></is></c><c r="B3" s="2"/><c r="C3"><v>1</v></c></row>`;
		const rows = row(1, ['ID', 'Title', 'Owner']) + row(2, ['C-1', 'One', 'Ann']) + last;
		const outcome = await appended({ rows }, [['C-3', null, 5]], { formats: ['@', '0'] });
		expect(rowsOf(outcome)).toContain(
			`<row r="4" spans="1:3" ht="45" customHeight="1">${cell('A4', 'C-3', ' s="1"')}<c r="B4" s="2"/><c r="C4"><v>5</v></c></row>`,
		);
	});

	it('keeps the spans of its row true', async () => {
		const rows = row(1, ['ID']) + row(2, ['C-1'], ' spans="1:1"');
		expect(rowsOf(await appended({ rows }, [['C-2', 'Two']]))).toContain('<row r="3" spans="1:2">');
	});

	it('is not that of a header', async () => {
		const rows = '<row r="1" ht="60"><c r="A1" s="1" t="inlineStr"><is><t>ID</t></is></c></row>';
		const outcome = await appended({ rows }, [['C-1']], { formats: ['@'] });
		expect(rowsOf(outcome)).toContain(`<row r="2">${cell('A2', 'C-1')}</row>`);
	});

	it('keeps the kind of the column: numbers, dates, numbers stored as text', async () => {
		const data = [2, 3].map(
			(n) =>
				`<row r="${n}"><c r="A${n}"><v>1</v></c><c r="B${n}" s="1"><v>46000</v></c>${cell(`C${n}`, '007')}</row>`,
		);
		const outcome = await appended(
			{ rows: row(1, ['No', 'Due', 'Code']) + data.join('') },
			[['12', '2026-11-21', 8]],
			{ formats: ['yyyy-mm-dd'] },
		);
		expect(rowsOf(outcome)).toContain(
			`<row r="4"><c r="A4"><v>12</v></c><c r="B4" s="1"><v>46347</v></c>${cell('C4', '8')}</row>`,
		);
	});

	it('carries on formulas that are those of their columns, and says which are not', async () => {
		const data = [2, 3].map(
			(n) =>
				`<row r="${n}">${cell(`A${n}`, 'x')}<c r="B${n}"><f>A${n}&amp;$F$1</f><v>1</v></c><c r="C${n}"><f>SUM(A2:A${n})*${n * n}</f><v>1</v></c></row>`,
		);
		const outcome = await appended({ rows: row(1, ['a', 'b', 'c']) + data.join('') }, [
			['y'],
			['z'],
		]);
		expect(rowsOf(outcome)).toContain(`${cell('A4', 'y')}<c r="B4"><f>A4&amp;$F$1</f></c></row>`);
		expect(rowsOf(outcome)).toContain(`${cell('A5', 'z')}<c r="B5"><f>A5&amp;$F$1</f></c></row>`);
		expect(outcome.written.filter(({ why }) => why === 'formulaContinued')).toMatchObject([
			{ cell: 'B4', after: '=A4&$F$1' },
			{ cell: 'B5', after: '=A5&$F$1' },
		]);
		expect(outcome.notes.filter((note) => note.includes('was not carried'))).toMatchObject([
			expect.stringContaining('the formula of column C'),
		]);
		expect(part(outcome.bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
	});
});

describe('formulas that read the table down to its last row', () => {
	it('are left as they are, and said', async () => {
		const sums =
			'<row r="1"><c r="A1"><f>COUNTA(Sheet1!A2:A3)</f><v>2</v></c><c r="B1"><f>COUNTA(Sheet1!A:A)</f><v>3</v></c></row>';
		const original = buildXlsx({ sheets: [{ rows: table }, { rows: sums }] });
		const outcome = await writtenInto(original, [{ sheet: 'Sheet1', appendRows: [['C-3']] }]);
		expect(outcome.notes).toEqual([
			'The formula in A1 of “Sheet2” reads “Sheet1” down to row 3 and not the rows appended below it. Where these should count, widen the range in the spreadsheet program.',
		]);
		expect(outcome.recalculated).toEqual([{ sheet: 'Sheet2', cell: 'B1' }]);
	});
});

describe('what grows with the data', () => {
	it('is every range that covered the last row, and no other', async () => {
		const after = [
			'<autoFilter ref="A1:C3"/>',
			'<mergeCells count="1"><mergeCell ref="H1:H2"/></mergeCells>',
			'<conditionalFormatting sqref="A2:A3 E2:E3"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>',
			'<dataValidations count="3"><dataValidation type="whole" sqref="B2:B3 B2"/><dataValidation type="whole" sqref="C1:C1048576"/><dataValidation type="whole" sqref="A2:A100"/></dataValidations>',
			'<extLst><ext><x14:conditionalFormattings xmlns:x14="x" xmlns:xm="m"><x14:conditionalFormatting><xm:sqref>C2:C3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings><x14:sparklineGroups><x14:sparkline><xm:f>A1:B1</xm:f><xm:sqref>C3</xm:sqref></x14:sparkline></x14:sparklineGroups></ext></extLst>',
		].join('');
		const before = '<dimension ref="A1:C3"/>';
		const outcome = await appended({ rows: table, before, after }, [['C-3'], ['C-4']]);
		const xml = part(outcome.bytes, sheet1);
		const now = after
			.replace('ref="A1:C3"', 'ref="A1:C5"')
			.replace('sqref="A2:A3 E2:E3"', 'sqref="A2:A5 E2:E3"')
			.replace('sqref="B2:B3 B2"', 'sqref="B2:B5 B2"')
			.replace('<xm:sqref>C2:C3<', '<xm:sqref>C2:C5<');
		expect(xml).toContain('<dimension ref="A1:C5"/>');
		expect(xml.slice(xml.indexOf('</sheetData>'))).toBe(`</sheetData>${now}</worksheet>`);
	});

	it('is the print area and the filter range of the sheet, also of one with blanks in its name', async () => {
		const name = (of: string, id: number, formula: string): string =>
			`<definedName name="${of}" localSheetId="${id}">${formula}</definedName>`;
		const names =
			name('_xlnm.Print_Area', 0, "'My sheet'!$A$1:$C$3,'My sheet'!$F$1:$F$2") +
			name('_xlnm._FilterDatabase', 0, "'My sheet'!$A$1:$C$3") +
			name('_xlnm.Print_Titles', 0, "'My sheet'!$1:$1") +
			'<definedName name="Everything">\'My sheet\'!$A$1:$C$3</definedName>';
		const outcome = await appended({ name: 'My sheet', rows: table }, [['C-3']], { names });
		expect(part(outcome.bytes, 'xl/workbook.xml')).toContain(
			names
				.replace("'My sheet'!$A$1:$C$3,", "'My sheet'!$A$1:$C$4,")
				.replace(`0">'My sheet'!$A$1:$C$3<`, `0">'My sheet'!$A$1:$C$4<`)
				.replace(
					`localSheetId="0">'My sheet'!$A$1:$C$3<`,
					`localSheetId="0">'My sheet'!$A$1:$C$4<`,
				),
		);
		expect(changedParts(outcome)).toEqual(['xl/workbook.xml', sheet1]);
	});
});
