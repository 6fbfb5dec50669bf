/**
 * Workbooks of the shapes met in other people's files, each with changes that can all be made: the
 * judges (LibreOffice, SheetJS, ExcelJS) and the property tests go through the whole list.
 */
import type { Change } from '../../../../src/exchange/write-back/change.ts';
import { buildXlsx } from '../../../support/ooxml-builder.ts';
import { utf16 } from '../../../support/sheet-reading.ts';
import { everythingFile } from './everything.ts';
import { excelTable } from './excel-table.ts';
import { guardedShapes, inWorkbook } from './guarded.ts';
import type { Shape } from './shape.ts';

const text = (cell: string, content: string, style = ''): string =>
	`<c r="${cell}"${style} t="inlineStr"><is><t>${content}</t></is></c>`;
const plain = [1, 2, 3]
	.map(
		(n) =>
			`<row r="${n}">${text(`A${n}`, `C-${n}`)}<c r="B${n}" s="1"><v>${46_000 + n}</v></c><c r="C${n}"><v>${n}</v></c></row>`,
	)
	.join('');
const formats = ['yyyy\\-mm\\-dd', '@'];
const sheet = 'Sheet1';
const changes: readonly Change[] = [
	{ sheet, cell: 'A2', value: 'Größe <&> "x"\nsecond line' },
	{ sheet, cell: 'B2', value: { date: '2026-11-21' } },
	{ sheet, cell: 'C3', value: 30 },
	{ sheet, cell: 'E9', value: true },
	{ sheet, appendRows: [['C-4', { date: '2026-12-01' }, 4], ['C-5']], after: 3 },
];

/** Names of elements get a prefix in every part of the workbook. */
function prefixed(xml: string, part: string): string {
	if (!part.startsWith('xl/') || part.endsWith('.rels')) return xml;
	return xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns="', 'xmlns:x="');
}

const own = { rows: plain };

/** Every shape, each with changes that none of its rules refuses. */
export const shapes: readonly Shape[] = [
	{
		name: 'a matrix with everything in it',
		extension: 'xlsx',
		original: everythingFile(),
		changes: [
			{ sheet: 'Controls', cell: 'B3', value: 'Access is reviewed monthly' },
			{ sheet: 'Controls', cell: 'C4', value: 'Implemented' },
			{ sheet: 'Controls', cell: 'D4', value: '2026-11-21' },
			{ sheet: 'Controls', cell: 'E6', value: 60 },
			{ sheet: 'Lists', cell: 'B1', value: 'hidden' },
			{ sheet: 'Controls', appendRows: [['C-5', 'New', 'Implemented', '2026-12-01', 5]] },
		],
	},
	{ name: 'plain', extension: 'xlsx', original: buildXlsx({ formats, sheets: [own] }), changes },
	{
		name: 'prefixed XML in every part',
		extension: 'xlsx',
		original: buildXlsx({ formats, sheets: [own], rewrite: prefixed }),
		changes,
		unreadBy: { excelJs: 'It knows no prefixes.' },
	},
	{
		name: 'strict OOXML',
		extension: 'xlsx',
		original: buildXlsx({ formats, sheets: [own], strict: true }),
		changes,
	},
	{
		name: 'dates from 1904',
		extension: 'xlsx',
		original: buildXlsx({ formats, sheets: [own], date1904: true }),
		changes,
	},
	{
		name: 'no references, no dimension, single quotes',
		extension: 'xlsx',
		original: buildXlsx({
			formats,
			sheets: [{ rows: plain.replace(/ r="[A-Z]*\d+"/g, '').replaceAll('"', "'") }],
		}),
		changes,
		unreadBy: { excelJs: 'It wants every row and cell to say its place.' },
	},
	{
		name: 'UTF-16 and byte order marks',
		extension: 'xlsx',
		original: buildXlsx({
			formats,
			sheets: [own],
			rewrite: (xml, part) =>
				part.includes('sheet1') ? utf16(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`) : `\ufeff${xml}`,
		}),
		changes,
		unreadBy: { excelJs: 'It reads every part as UTF-8.' },
	},
	{
		name: 'empty inline strings, no styles, no shared strings',
		extension: 'xlsx',
		original: buildXlsx({
			sheets: [
				{
					rows: `<row r="1">${text('A1', 'ID')}<c r="B1" t="inlineStr"><is/></c><c r="C1" t="inlineStr"/></row><row r="2"><c r="A2" t="inlineStr"><is><t/></is></c></row>`,
				},
			],
			parts: (parts) => parts.filter(({ name }) => !/styles|sharedStrings/.test(name)),
			rewrite: (xml) =>
				xml.replace(/<(?:Relationship|Override)[^>]*(?:styles|sharedStrings)[^>]*>/g, ''),
		}),
		changes: [
			{ sheet, cell: 'B1', value: 'b' },
			{ sheet, cell: 'C1', value: 7 },
			{ sheet, cell: 'A2', value: 'a' },
		],
	},
	...guardedShapes({ formats, rows: plain, changes }),
	{
		name: 'streamed',
		extension: 'xlsx',
		original: buildXlsx({
			formats,
			sheets: [own],
			parts: (parts) => [
				{ name: 'xl/', content: '', stored: true },
				...parts.map((part) => ({ ...part, descriptor: true })),
			],
		}),
		changes,
	},
	{
		name: 'a styled row at the end of the sheet',
		extension: 'xlsx',
		original: buildXlsx({
			formats,
			sheets: [{ rows: `${plain}<row r="1048576"><c r="A1048576" s="2"/></row>` }],
		}),
		changes,
	},
	{
		name: 'shared and array formulas',
		extension: 'xlsx',
		original: buildXlsx({
			formats,
			sheets: [
				{
					rows: plain
						.replace(
							'</v></c></row>',
							'</v></c><c r="D1"><f t="shared" ref="D1:D3" si="0">C1*10</f><v>10</v></c></row>',
						)
						.replace(
							'<v>2</v></c></row>',
							'<v>2</v></c><c r="D2"><f t="shared" si="0"/><v>20</v></c></row>',
						)
						.replace(
							'<v>3</v></c></row>',
							'<v>3</v></c><c r="D3"><f t="shared" si="0"/><v>30</v></c><c r="F3"><f t="array" ref="F3">SUM(C1:C3*2)</f><v>12</v></c></row>',
						),
				},
			],
		}),
		changes,
	},
	{
		name: 'an Excel table',
		extension: 'xlsx',
		original: excelTable(false),
		changes: [
			{ sheet, cell: 'B2', value: 20 },
			{
				sheet,
				appendRows: [
					['C-4', 4],
					['C-5', 5],
				],
			},
		],
	},
	{
		name: 'an Excel table with a totals row',
		extension: 'xlsx',
		original: excelTable(true),
		changes: [
			{ sheet, cell: 'A3', value: 'C-9' },
			{ sheet, appendRows: [['C-4', 4]] },
		],
	},
	{
		name: 'a sheet without a part beside it',
		extension: 'xlsx',
		original: buildXlsx({
			formats,
			sheets: [own],
			rewrite: inWorkbook('<sheets>', '<sheets><sheet name="Module1" sheetId="9" r:id=""/>'),
		}),
		changes,
		unreadBy: { sheetJs: 'It takes the cells of the next sheet for those of the one without.' },
	},
];
