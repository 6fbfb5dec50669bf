/**
 * Random damage: whatever the bytes, writing answers with a file that opens or a reason, and never
 * with a fault of its own.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../../src/exchange/reading/read-spreadsheet.ts';
import type { Change } from '../../../src/exchange/write-back/change.ts';
import { writeBack } from '../../../src/exchange/write-back/write-back.ts';
import { buildXlsx, sheetLink } from '../../support/ooxml-builder.ts';
import { patient } from '../../support/sheet-reading.ts';
import { buildOds, odsFiller, odsNumber, odsRow, odsText } from './files/ods.ts';

/** Each run writes a file and reads two: fewer of them, unless FC_RUNS asks for more. */
const numRuns = fc.readConfigureGlobal().numRuns ?? 80;

const table = 'xl/tables/table1.xml';
const fixture = {
	strings: ['<r><t>a</t></r><rPh><t>b</t></rPh>'],
	formats: ['yyyy-mm-dd'],
	names: '<definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$B$3</definedName>',
	sheets: [
		{
			before: '<dimension ref="A1:B3"/>',
			rows:
				'<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>' +
				'<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B1+1</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row>',
			after:
				'<mergeCells><mergeCell ref="D1:E2"/></mergeCells><dataValidations><dataValidation type="list" sqref="C1:C3"><formula1>"x,y"</formula1></dataValidation></dataValidations>',
			links: sheetLink('table', '../tables/table1.xml'),
			parts: { [table]: '<table name="T" ref="A1:B3"><autoFilter ref="A1:B3"/></table>' },
		},
	],
};
const changes: readonly Change[] = [
	{ sheet: 'Sheet1', cell: 'B1', value: { date: '2026-11-21' } },
	{ sheet: 'Sheet1', cell: 'A2', value: 'over', overFormula: true },
	{ sheet: 'Sheet1', cell: 'C1', value: 'x' },
	{ sheet: 'Sheet1', cell: 'F9', value: 3 },
	{ sheet: 'Sheet1', appendRows: [['n', 4]], after: 3 },
];

async function expectAnswer(original: Uint8Array, wanted = changes): Promise<void> {
	const copy = original.slice();
	const written = await writeBack(original, wanted);
	expect(original).toEqual(copy);
	if (!written.ok) {
		expect(written.problems[0]?.text).toMatch(/\.$/);
		expect(written.problems[0]?.text).not.toContain('writing into it failed');
		return;
	}
	for (const { text } of written.value.refused) expect(text).toMatch(/\.$/);
	const before = await readSpreadsheet(original, 'a.xlsx', patient);
	const after = await readSpreadsheet(written.value.bytes, 'a.xlsx', patient);
	expect(after.ok).toBe(before.ok);
}

test('bytes of the archive changed, cut or added', async () => {
	const whole = buildXlsx(fixture);
	const damage = fc.record({
		bytes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
		length: fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
	});
	await fc.assert(
		fc.asyncProperty(damage, async ({ bytes, length }) => {
			const damaged = whole.slice(0, length);
			for (const [at, value] of bytes) if (at < length) damaged[at] = value;
			await expectAnswer(damaged);
		}),
		{ numRuns },
	);
}, 60_000);

test('XML changed, cut or repeated inside a sound archive', async () => {
	const edit = fc.record({
		part: fc.constantFrom('xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/styles.xml', table),
		at: fc.nat(900),
		drop: fc.nat(40),
		insert: fc.string({ unit: fc.constantFrom(...Array.from('<>/="\'!-&;rcvtf1: ')) }),
	});
	await fc.assert(
		fc.asyncProperty(edit, async ({ part, at, drop, insert }) => {
			const rewrite = (xml: string, name: string): string =>
				name === part ? xml.slice(0, at) + insert + xml.slice(at + drop) : xml;
			await expectAnswer(buildXlsx({ ...fixture, rewrite }));
		}),
		{ numRuns: 2 * numRuns },
	);
}, 60_000);

test('XML of an .ods changed, cut or repeated', async () => {
	const whole = {
		rows:
			odsRow(
				odsText('ID') + odsText('Title') + odsNumber(3, ' table:formula="of:=SUM([.C2:.C9])"'),
			) +
			odsRow(odsText('C-1') + odsText('One') + odsNumber(1), ' table:number-rows-repeated="2"') +
			odsRow(
				'<table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/>',
				' table:style-name="ro1"',
			) +
			odsFiller(5),
		after:
			'<table:database-ranges><table:database-range table:target-range-address="Sheet1.A1:Sheet1.C3"/></table:database-ranges>',
	};
	const wanted: readonly Change[] = [
		{ sheet: 'Sheet1', cell: 'B2', value: 'x' },
		{ sheet: 'Sheet1', cell: 'C3', value: 7 },
		{ sheet: 'Sheet1', cell: 'D9', value: { date: '2026-11-21' } },
		{ sheet: 'Sheet1', appendRows: [['n', null, 4]], after: 4 },
	];
	const edit = fc.record({
		at: fc.integer({ min: 600, max: 2_400 }),
		drop: fc.nat(40),
		insert: fc.string({ unit: fc.constantFrom(...Array.from('<>/="\'!-&;table:cp1 ')) }),
	});
	await fc.assert(
		fc.asyncProperty(edit, async ({ at, drop, insert }) => {
			const change = (xml: string): string => xml.slice(0, at) + insert + xml.slice(at + drop);
			await expectAnswer(buildOds({ ...whole, change }), wanted);
		}),
		{ numRuns: 2 * numRuns },
	);
}, 60_000);
