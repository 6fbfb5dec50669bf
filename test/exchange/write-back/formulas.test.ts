/** Formulas: kept, replaced knowingly, and never left with a figure that is out of date. */
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

const rows =
	'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><f>B1+1</f><v>3</v></c><c r="D1"><f>D9</f><v>4</v></c></row>';

describe('a formula', () => {
	it('is kept unless the change says otherwise', async () => {
		const outcome = await edited({ sheet: { rows } }, { B1: 7 });
		expect(refusal(outcome)).toMatchObject({ kind: 'formula', cell: 'B1' });
		expect(outcome.bytes).toBe(outcome.original);
	});

	it('is replaced by a value knowingly', async () => {
		const outcome = await edited({ sheet: { rows } }, { B1: 7 }, { overFormula: true });
		expect(rowsOf(outcome)).toContain('<c r="B1"><v>7</v></c>');
		expect(outcome.written).toMatchObject([{ before: '2', after: '7' }]);
	});

	it.each([
		['array', '<f t="array" ref="A1:A2">B1:B2</f>', 'A2', 'an array formula that fills A1:A2'],
		[
			'data table',
			'<f t="dataTable" ref="A1:B2" dt2D="1"/>',
			'B2',
			'a data table that fills A1:B2',
		],
		['shared', '<f t="shared" si="0" ref="A1:A2">B1</f>', 'A1', 'Other cells take their formula'],
	])(
		'of the kind %s that fills other cells is kept at any rate',
		async (_, formula, cell, words) => {
			const follower = formula.includes('shared') ? '<f t="shared" si="0"/>' : '';
			const all = `<row r="1"><c r="A1">${formula}<v>1</v></c></row><row r="2"><c r="A2">${follower}<v>1</v></c></row>`;
			const outcome = await edited({ sheet: { rows: all } }, { [cell]: 5 }, { overFormula: true });
			expect(refusal(outcome).text).toContain(words);
		},
	);

	it('that follows a shared one is replaced, the others keep theirs', async () => {
		const all =
			'<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A3">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>';
		const outcome = await edited({ sheet: { rows: all } }, { A2: 5 }, { overFormula: true });
		expect((await differences(outcome)).map(({ cell }) => cell)).toEqual(['A2']);
	});
});

describe('results that went out of date', () => {
	it('are taken out along the chain of formulas, the others stay', async () => {
		const outcome = await edited({ sheet: { rows } }, { A1: 10 });
		expect(rowsOf(outcome)).toBe(
			'<row r="1"><c r="A1"><v>10</v></c><c r="B1"><f>A1*2</f></c><c r="C1"><f>B1+1</f></c><c r="D1"><f>D9</f><v>4</v></c></row>',
		);
		expect(outcome.recalculated.map(({ cell }) => cell)).toEqual(['B1', 'C1']);
	});

	it('are taken out on other sheets, by names, tables, ranges and arrays', async () => {
		const formula = (cell: string, text: string): string =>
			`<c r="${cell}" t="str"><f>${text}</f><v>old</v></c>`;
		const original = buildXlsx({
			names:
				'<definedName name="Scores">Data!$A$1:$A$3</definedName><definedName name="Other">Data!$C$1</definedName>',
			sheets: [
				{ name: 'Data', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
				{
					name: 'Sums',
					rows: `<row r="1">${formula('A1', 'SUM(Scores)')}${formula('B1', 'Data!A:A')}${formula('C1', "'data'!$A$1")}${formula('D1', 'Other')}${formula('E1', 'INDIRECT("x")')}${formula('F1', '"Data!A1"')}${formula('G1', '[1]Data!A1')}</row><row r="2"><c r="A2"><f t="array" ref="A2:B2">Data!A1:B1</f><v>1</v></c><c r="B2"><v>2</v></c></row>`,
				},
			],
		});
		const outcome = await writtenInto(original, [{ sheet: 'Data', cell: 'A1', value: 5 }]);
		expect(outcome.recalculated.map(({ cell }) => cell)).toEqual([
			'A1',
			'B1',
			'C1',
			'E1',
			'A2',
			'B2',
		]);
		expect(changedParts(outcome)).toEqual(['xl/workbook.xml', sheet1, 'xl/worksheets/sheet2.xml']);
	});

	it('leave the workbook asking to be worked out anew', async () => {
		const calculated = (xml: string, name: string): string =>
			name === 'xl/workbook.xml'
				? xml.replace('</workbook>', '<calcPr calcId="191029"/><extLst/></workbook>')
				: xml;
		const own = await edited({ sheet: { rows }, rewrite: calculated }, { A1: 10 });
		expect(part(own.bytes, 'xl/workbook.xml')).toContain(
			'<calcPr calcId="191029" fullCalcOnLoad="1"/><extLst/>',
		);
		const none = await edited(
			{ sheet: { rows }, names: '<definedName name="N">1</definedName>' },
			{ A1: 10 },
		);
		expect(part(none.bytes, 'xl/workbook.xml')).toContain(
			'</definedNames><calcPr fullCalcOnLoad="1"/>',
		);
	});

	it('of a formula that claims the whole sheet are not walked through: the file is refused', async () => {
		const array =
			'<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">Sheet2!A1:Z9</f><v>1</v></c></row>';
		const original = buildXlsx({ sheets: [{ rows: array }, { rows }] });
		const change = { sheet: 'Sheet2', cell: 'A1', value: 5 };
		await expect(writtenInto(original, [change])).rejects.toThrow(
			'more cells than a file may bring',
		);
	});

	it('do not exist in a workbook without formulas, whose other parts stay', async () => {
		const plain = '<row r="1"><c r="A1"><v>1</v></c></row>';
		expect(changedParts(await edited({ sheet: { rows: plain } }, { A1: 10 }))).toEqual([sheet1]);
	});
});

describe('the calculation chain', () => {
	const chained =
		(entries: string) =>
		(xml: string, name: string): string => {
			if (name === '[Content_Types].xml')
				return xml.replace(
					'</Types>',
					'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
				);
			if (name === 'xl/_rels/workbook.xml.rels')
				return xml.replace(
					'</Relationships>',
					'<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
				);
			return name === 'xl/calcChain.xml' ? `<calcChain xmlns="x">${entries}</calcChain>` : xml;
		};
	const fixture = (entries: string) => ({
		sheet: { rows, parts: { 'xl/calcChain.xml': '' } },
		rewrite: chained(entries),
	});

	it('loses exactly the cell whose formula is gone', async () => {
		const outcome = await edited(
			fixture('<c r="C1" i="1"/><c r="B1"/><c r="D1" l="1"/>'),
			{ B1: 7 },
			{ overFormula: true },
		);
		expect(part(outcome.bytes, 'xl/calcChain.xml')).toBe(
			'<calcChain xmlns="x"><c r="C1" i="1"/><c r="D1" l="1"/></calcChain>',
		);
	});

	it('hands the sheet on to the entry that took it from the one that went', async () => {
		const outcome = await edited(
			fixture('<c r="B1" i="2"/><c r="B1" i="1"/><c r="C1"/><c r="D1"/>'),
			{ B1: 7 },
			{ overFormula: true },
		);
		expect(part(outcome.bytes, 'xl/calcChain.xml')).toContain(
			'<c r="B1" i="2"/><c r="C1" i="1"/><c r="D1"/>',
		);
	});

	it('goes with its content type and relationship when it is empty', async () => {
		const outcome = await edited(fixture('<c r="B1" i="1"/>'), { B1: 7 }, { overFormula: true });
		expect(changedParts(outcome)).toEqual([
			'[Content_Types].xml',
			'xl/workbook.xml',
			'xl/_rels/workbook.xml.rels',
			sheet1,
			'xl/calcChain.xml',
		]);
		for (const name of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
			expect(part(outcome.bytes, name)).not.toContain('calcChain');
			expect(part(outcome.bytes, name)).toContain('sheet1.xml');
		}
	});

	it('stays as it is while no formula comes or goes', async () => {
		const outcome = await edited(fixture('<c r="B1" i="1"/>'), { A1: 7 });
		expect(changedParts(outcome)).toEqual(['xl/workbook.xml', sheet1]);
	});
});
