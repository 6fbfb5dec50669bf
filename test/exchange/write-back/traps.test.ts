/** Traps met in other people's workbooks that no other test of writing back is about. */
import { describe, expect, it } from 'vitest';
import { buildXlsx, sheetLink, type SheetFixture } from '../../support/ooxml-builder.ts';
import { everythingFile } from './files/everything.ts';
import { shapes } from './files/shapes.ts';
import { changedParts, edited, part, refusal, rowsOf, sheet1, writtenInto } from './written.ts';

const text = (cell: string, content: string): string =>
	`<c r="${cell}" t="inlineStr"><is><t>${content}</t></is></c>`;
const row = (number: number, ...texts: readonly string[]): string =>
	`<row r="${number}">${texts.map((one, at) => (one === '' ? '' : text(`${'ABCDEFG'.charAt(at)}${number}`, one))).join('')}</row>`;

function shape(name: string): (typeof shapes)[number] {
	const found = shapes.find((one) => one.name === name);
	if (!found) throw new Error(`There is no shape ${name}.`);
	return found;
}

describe('a workbook with comments, threads, lists, sparklines, a picture and links', () => {
	it('changes in the touched sheets and in what names and calculation need', async () => {
		const { original, changes } = shape('a matrix with everything in it');
		expect(changedParts(await writtenInto(original, changes))).toEqual([
			'xl/workbook.xml',
			sheet1,
			'xl/worksheets/sheet2.xml',
		]);
	});

	it('grows its filter, formats, list and print area; its sparkline and breaks stay', async () => {
		const { original, changes } = shape('a matrix with everything in it');
		const { bytes } = await writtenInto(original, changes);
		const tail = (xml: string): string => xml.slice(xml.indexOf('</sheetData>'));
		const before = tail(part(original, sheet1));
		expect(tail(part(bytes, sheet1))).toBe(
			before
				.replace('ref="A2:F6"', 'ref="A2:F7"')
				.replaceAll('sqref="C3:C6"', 'sqref="C3:C7"')
				.replace('<xm:sqref>D3:D6<', '<xm:sqref>D3:D7<'),
		);
		const names = part(bytes, 'xl/workbook.xml');
		expect(names).toContain('$A$2:$F$7');
		expect(names).toContain('$A$1:$F$7');
	});

	it('takes values into hidden and very hidden sheets, which stay hidden', async () => {
		const outcome = await writtenInto(everythingFile(), [
			{ sheet: 'Lists', cell: 'A9', value: 'x' },
			{ sheet: 'Keys', cell: 'A1', value: 'y' },
		]);
		expect(outcome.written).toHaveLength(2);
		expect(part(outcome.bytes, 'xl/workbook.xml')).toMatch(/state="hidden".*state="veryHidden"/);
	});
});

describe('a drop-down list', () => {
	const choices = (count: number): string =>
		Array.from({ length: count }, (_, at) => row(at + 1, `Choice ${at}`)).join('');
	const rule = (formula: string): string =>
		`<dataValidations><dataValidation type="list" sqref="B1:B9"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
	const newRule = `<extLst><ext xmlns:x14="a" xmlns:xm="b"><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>'My lists'!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B1:B3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
	const book = (after: string, count = 2): Uint8Array =>
		buildXlsx({
			names: '<definedName name="Choices">\'My lists\'!$A$1:$A$2</definedName>',
			sheets: [
				{ rows: row(1, 'a', 'Choice 0') + row(2, 'b') + row(3, 'c', 'Choice 1'), after },
				{ name: 'My lists', state: 'hidden', rows: choices(count) },
			],
		});
	const set = (value: string) => ({ sheet: 'Sheet1', cell: 'B2', value });

	it.each([
		['a range of another sheet', rule("'My lists'!$A$1:$A$2")],
		['a name of the workbook', rule('Choices')],
		['a range of another sheet, as Excel 2010 writes it', newRule],
	])('in %s is looked up there', async (_, after) => {
		expect(refusal(await writtenInto(book(after), [set('Other')])).text).toContain('“Choice 0”');
		expect((await writtenInto(book(after), [set('Choice 1')])).written).toHaveLength(1);
	});

	it('as Excel 2010 writes it grows with the rows', async () => {
		const rows = [['d', 'Choice 0']];
		const outcome = await writtenInto(book(newRule), [{ sheet: 'Sheet1', appendRows: rows }]);
		expect(part(outcome.bytes, sheet1)).toContain('<xm:sqref>B1:B4</xm:sqref>');
	});

	it('that is longer than anybody looks through refuses nothing', async () => {
		const original = book(rule("'My lists'!$A:$A"), 700);
		expect((await writtenInto(original, [set('Choice 699')])).written).toHaveLength(1);
	});
});

describe('an Excel table', () => {
	const sheetWith = (rows: string): SheetFixture => ({
		rows,
		links: sheetLink('table', '../tables/table1.xml'),
		parts: { 'xl/tables/table1.xml': '<table name="Controls" ref="A1:C3"/>' },
	});
	const rows = row(1, 'ID', 'Title', 'Note') + row(2, 'C-1', 'One') + row(3, 'C-2', 'Two');
	const append = { sheet: 'Sheet1', appendRows: [['C-3', 'Three']] };

	it('does not grow over what stands below a column that its last row leaves empty', async () => {
		const original = buildXlsx({ sheets: [sheetWith(rows + row(4, '', '', 'See below'))] });
		const { kind, text: words } = refusal(await writtenInto(original, [append]));
		expect(kind).toBe('rowsBelow');
		expect(words).toContain('“See below”');
	});

	it('minds neither a legend beside it nor its formulas', async () => {
		const legend = (number: number): string =>
			`<c r="F${number}"><f>A${number}</f><v>1</v></c><c r="G${number}" t="b"><v>1</v></c>`;
		const beside = rows
			.replace('</row><row r="3">', `${legend(2)}</row><row r="3">`)
			.replace(/<\/row>$/, `${legend(3)}</row><row r="4">${legend(4)}</row>`);
		const outcome = await writtenInto(buildXlsx({ sheets: [sheetWith(beside)] }), [append]);
		expect(rowsOf(outcome)).toContain(
			`<row r="4">${text('A4', 'C-3')}${text('B4', 'Three')}${legend(4).replace('<v>1</v></c><c r="G', '</c><c r="G')}</row>`,
		);
	});

	it('keeps its header equal to its column names: the header is not written over', async () => {
		const { original } = shape('an Excel table');
		const change = { sheet: 'Sheet1', cell: 'B1', value: 'Points' };
		const outcome = await writtenInto(original, [change]);
		expect(refusal(outcome).text).toContain('Rename the column in the spreadsheet program');
		expect(outcome.bytes).toBe(outcome.original);
	});
});

it('macros and their signature keep their bytes', async () => {
	const { original, changes } = shape('macros, signed');
	expect(changedParts(await writtenInto(original, changes))).toEqual([sheet1]);
});

it('a protected workbook is written, which is said once, and stays protected', async () => {
	const { original, changes } = shape('a protected sheet in a protected workbook');
	const outcome = await writtenInto(original, changes);
	expect(outcome.notes.filter((note) => note.includes('protected against changes'))).toHaveLength(
		1,
	);
	expect(outcome.written.every(({ notes }) => notes.some((note) => note.includes('locks')))).toBe(
		true,
	);
	expect(changedParts(outcome)).toEqual([sheet1]);
	expect((await writtenInto(original, [])).notes).toEqual([]);
});

it('a sheet without a dimension gets none', async () => {
	const outcome = await edited({ sheet: { rows: row(1, 'a') } }, { D9: 'x' });
	expect(part(outcome.bytes, sheet1)).not.toContain('dimension');
});

it('empty inline strings count as empty', async () => {
	const rows = '<row r="1"><c r="A1" t="inlineStr"><is/></c><c r="B1" t="inlineStr"/></row>';
	const outcome = await edited({ sheet: { rows } }, { A1: '', B1: 'x' });
	expect(rowsOf(outcome)).toBe(
		`<row r="1"><c r="A1" t="inlineStr"><is/></c>${text('B1', 'x')}</row>`,
	);
});

it('a text that several shared strings hold alike changes in its own cell only', async () => {
	const rows =
		'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>';
	const outcome = await edited(
		{ sheet: { rows }, strings: ['<t>Yes</t>', '<t>Yes</t>'] },
		{ A1: 'No', B1: 'Yes' },
	);
	expect(rowsOf(outcome)).toBe(
		`<row r="1">${text('A1', 'No')}<c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>`,
	);
	expect(changedParts(outcome)).toEqual([sheet1]);
});

it('a sheet without a part moves the names of the sheets after it', async () => {
	const original = buildXlsx({
		names: '<definedName name="_xlnm.Print_Area" localSheetId="1">Sheet1!$A$1:$B$1</definedName>',
		sheets: [{ rows: row(1, 'a', 'b') }],
		rewrite: (xml, name) =>
			name === 'xl/workbook.xml'
				? xml.replace('<sheets>', '<sheets><sheet name="Module1" sheetId="9" r:id=""/>')
				: xml,
	});
	const outcome = await writtenInto(original, [{ sheet: 'Sheet1', appendRows: [['c']] }]);
	expect(part(outcome.bytes, 'xl/workbook.xml')).toContain('Sheet1!$A$1:$B$2');
	const module = { sheet: 'Module1', cell: 'A1', value: 'x' };
	expect(refusal(await writtenInto(original, [module])).kind).toBe('noSuchSheet');
});

it('every part of a workbook may have prefixes: what is added gets them too', async () => {
	const prefixed = (xml: string, name: string): string =>
		name.startsWith('xl/') && !name.endsWith('.rels')
			? xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns="', 'xmlns:x="')
			: xml;
	const rows = `<row r="1">${text('A1', 'a')}<c r="B1"><f>A1</f><v>1</v></c></row>`;
	const outcome = await edited(
		{ sheet: { rows }, formats: ['0'], rewrite: prefixed },
		{
			A1: { date: '2026-11-21' },
		},
	);
	expect(part(outcome.bytes, 'xl/workbook.xml')).toContain('<x:calcPr fullCalcOnLoad="1"/>');
	expect(part(outcome.bytes, 'xl/styles.xml')).toContain('<x:xf numFmtId="14"');
	expect(part(outcome.bytes, sheet1)).toContain('<x:c r="B1"><x:f>A1</x:f></x:c>');
});
