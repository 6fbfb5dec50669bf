/**
 * A spreadsheet program opens what was written back: new values, old values, and formulas worked out
 * anew. Needs `soffice` on the PATH (apt-get install libreoffice-calc); skipped, and said, without.
 */
import { afterAll, expect, test } from 'vitest';
import { buildXlsx, sheetLink } from '../../support/ooxml-builder.ts';
import { buildOds, odsFiller, odsNumber, odsRow, odsText } from './files/ods.ts';
import { hasOffice, Office } from './judges/office.ts';
import { writtenInto } from './written.ts';

if (!hasOffice) {
	console.warn('NOT PROVEN: soffice is not on the PATH, so no spreadsheet program opens the file');
}

const office = new Office();
afterAll(() => office.close());

/** The rows of a sheet, their texts joined by commas, as LibreOffice shows the file before and after. */
function shown(
	sheet: string,
	extension: string,
	before: Uint8Array,
	after: Uint8Array,
): string[][] {
	office.put(`${extension}Before`, extension, before);
	office.put(`${extension}After`, extension, after);
	office.open();
	return ['Before', 'After'].map((which) => {
		const lines = new Map<string, string[]>();
		for (const [place, content] of office.shown(`${extension}${which}`)) {
			const row = place.startsWith(`${sheet}!`) ? (/\d+$/.exec(place)?.[0] ?? '') : '';
			if (row !== '') lines.set(row, [...(lines.get(row) ?? []), content]);
		}
		return [...lines.values()].map((texts) => texts.join(','));
	});
}

const text = (cell: string, content: string): string =>
	`<c r="${cell}" t="inlineStr"><is><t>${content}</t></is></c>`;
const dataRow = (n: number, due: number, score: number): string =>
	`<row r="${n}">${text(`A${n}`, `C-${n}`)}<c r="B${n}" s="1"><v>${due}</v></c><c r="C${n}"><v>${score}</v></c><c r="D${n}"><f>C${n}*10</f><v>${score * 10}</v></c></row>`;
const header = ['ID', 'Due', 'Score', 'Ten'].map((name, at) => text(`${'ABCD'.charAt(at)}1`, name));

test.skipIf(!hasOffice)(
	'LibreOffice shows the new values, the old ones, and what formulas make of them',
	async () => {
		const total = '<c r="F1"><f>SUM(C:C)</f><v>3</v></c>';
		const original = buildXlsx({
			formats: ['yyyy\\-mm\\-dd'],
			names:
				'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Controls!$A$1:$D$3</definedName>',
			sheets: [
				{
					name: 'Controls',
					before: '<dimension ref="A1:F3"/>',
					rows: `<row r="1">${header.join('')}${total}</row>${dataRow(2, 46_000, 1)}${dataRow(3, 46_001, 2)}`,
					after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
					links: sheetLink('table', '../tables/table1.xml').replace(/Id="rId\d+"/, 'Id="rId1"'),
					parts: {
						'xl/tables/table1.xml':
							'<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:D3"><autoFilter ref="A1:D3"/><tableColumns count="4"><tableColumn id="1" name="ID"/><tableColumn id="2" name="Due"/><tableColumn id="3" name="Score"/><tableColumn id="4" name="Ten"/></tableColumns></table>',
					},
				},
			],
		});
		const outcome = await writtenInto(original, [
			{ sheet: 'Controls', cell: 'A2', value: 'Größe <&> "x"' },
			{ sheet: 'Controls', cell: 'C3', value: 20 },
			{ sheet: 'Controls', appendRows: [['C-4', { date: '2026-11-21' }, '7']] },
		]);
		expect(outcome.refused).toEqual([]);
		expect(shown('Controls', 'xlsx', original, outcome.bytes)).toEqual([
			['ID,Due,Score,Ten,,3', 'C-2,2025-12-09,1,10,,', 'C-3,2025-12-10,2,20,,'],
			[
				'ID,Due,Score,Ten,,28',
				'Größe <&> "x",2025-12-09,1,10,,',
				'C-3,2025-12-10,20,200,,',
				'C-4,2026-11-21,7,70,,',
			],
		]);
	},
	120_000,
);

test.skipIf(!hasOffice)(
	'LibreOffice shows the rows appended to an .ods, and works its formulas out',
	async () => {
		const day = (value: string): string =>
			`<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${value}"><text:p>${value}</text:p></table:table-cell>`;
		const data = [2, 3].map((n) =>
			odsRow(
				`${odsText(`C-${n}`)}${day(`2025-12-0${n}`)}${odsNumber(n)}${odsNumber(10 * n, ` table:formula="of:=[.C${n}]*10"`)}`,
			),
		);
		const total = odsNumber(50, ' table:formula="of:=SUM([.D2:.D100])"');
		const heads = ['ID', 'Due', 'Score', 'Ten'].map((head) => odsText(head)).join('');
		const original = buildOds({
			styles:
				'<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/>',
			rows: odsRow(heads + total) + data.join('') + odsFiller(4),
			after:
				'<table:database-ranges><table:database-range table:name="f" table:target-range-address="Sheet1.A1:Sheet1.D3" table:display-filter-buttons="true"/></table:database-ranges>',
		});
		const outcome = await writtenInto(
			original,
			[
				{ sheet: 'Sheet1', cell: 'C3', value: 30 },
				{ sheet: 'Sheet1', appendRows: [['C-4', '2026-11-21', 4], ['C-5 <&>']] },
			],
			'file.ods',
		);
		expect(outcome.refused).toEqual([]);
		expect(shown('Sheet1', 'ods', original, outcome.bytes)).toEqual([
			['ID,Due,Score,Ten,50', 'C-2,2025-12-02,2,20,', 'C-3,2025-12-03,3,30,'],
			[
				'ID,Due,Score,Ten,360',
				'C-2,2025-12-02,2,20,',
				'C-3,2025-12-03,30,300,',
				'C-4,2026-11-21,4,40,',
				'C-5 <&>,,,0,',
			],
		]);
	},
	120_000,
);
