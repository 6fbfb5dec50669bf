/** Random damage: whatever the bytes, reading answers with a workbook or a reason. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../../src/exchange/reading/read-spreadsheet.ts';
import { buildXlsx } from '../../support/ooxml-builder.ts';
import { patient } from '../../support/sheet-reading.ts';

const rows =
	'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>' +
	'<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B1+1</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row>';
const fixture = {
	strings: ['<r><t>a</t></r><rPh><t>b</t></rPh>'],
	formats: ['yyyy-mm-dd'],
	sheets: [{ rows, after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }],
};

async function expectAnswer(bytes: Uint8Array): Promise<void> {
	const workbook = await readSpreadsheet(bytes, 'a.xlsx', patient);
	if (workbook.ok) expect(workbook.value.sheets.length).toBeGreaterThan(0);
	else expect(workbook.problems[0]?.text).toMatch(/\.$/);
	expect(Object.keys(Object.prototype)).toEqual([]);
}

test('bytes of the archive changed, cut or added', async () => {
	const whole = buildXlsx(fixture);
	const damage = fc.record({
		changes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
		length: fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
	});
	await fc.assert(
		fc.asyncProperty(damage, async ({ changes, length }) => {
			const bytes = whole.slice();
			for (const [at, value] of changes) bytes[at] = value;
			await expectAnswer(bytes.subarray(0, length));
		}),
		{ numRuns: 300 },
	);
});

test('XML changed, cut or repeated inside a sound archive', async () => {
	const edit = fc.record({
		part: fc.constantFrom(
			'xl/worksheets/sheet1.xml',
			'xl/workbook.xml',
			'xl/sharedStrings.xml',
			'xl/styles.xml',
			'_rels/.rels',
		),
		at: fc.nat(400),
		drop: fc.nat(40),
		insert: fc.string({ unit: fc.constantFrom(...Array.from('<>/="\'!-&;rcvt1 ')) }),
	});
	await fc.assert(
		fc.asyncProperty(edit, async ({ part, at, drop, insert }) => {
			const rewrite = (xml: string, name: string): string =>
				name === part ? xml.slice(0, at) + insert + xml.slice(at + drop) : xml;
			await expectAnswer(buildXlsx({ ...fixture, rewrite }));
		}),
		{ numRuns: 300 },
	);
});

test('bytes of nothing in particular', async () => {
	const starts = [
		'',
		'PK\x03\x04',
		'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
		'<?xml version="1.0"?><Workbook>',
		'<table>',
		'\x09\x08\x10\x00',
	];
	const start = fc
		.constantFrom(...starts)
		.map((text) => Array.from(text, (letter) => letter.charCodeAt(0)));
	await fc.assert(
		fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
			await expectAnswer(Uint8Array.from([...head, ...tail]));
		}),
		{ numRuns: 200 },
	);
});
