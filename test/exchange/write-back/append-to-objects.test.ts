/** Rows and cells where an Excel table or a pivot table lies. */
import { describe, expect, it } from 'vitest';
import { buildXlsx, sheetLink, type SheetFixture } from '../../support/ooxml-builder.ts';
import { appended, places, row, table } from './appended.ts';
import { changedParts, part, refusal, sheet1, writtenInto } from './written.ts';

describe('Excel tables', () => {
	const withTable = (ref: string, attributes = '', rows = table): SheetFixture => ({
		rows,
		after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
		links: sheetLink('table', '../tables/table1.xml'),
		parts: {
			'xl/tables/table1.xml': `<table xmlns="x" id="1" name="Controls" displayName="Controls" ref="${ref}"${attributes}><autoFilter ref="${ref}"/><tableColumns count="3"/></table>`,
		},
	});

	it('grow with their filter', async () => {
		const outcome = await appended(withTable('A1:C3'), [['C-3'], ['C-4']]);
		expect(part(outcome.bytes, 'xl/tables/table1.xml').match(/ref="[^"]*"/g)).toEqual([
			'ref="A1:C5"',
			'ref="A1:C5"',
		]);
		expect(changedParts(outcome)).toEqual([sheet1, 'xl/tables/table1.xml']);
	});

	it('that grow make the results of formulas that name them out of date', async () => {
		const sums =
			'<row r="1"><c r="A1"><f>COUNTA(Controls[ID])</f><v>2</v></c><c r="B1"><f>A1+1</f><v>3</v></c></row>';
		const rows = table.replace('</row>', '<c r="F1"><f>1+1</f><v>2</v></c></row>');
		const original = buildXlsx({ sheets: [withTable('A1:C3', '', rows), { rows: sums }] });
		const outcome = await writtenInto(original, [{ sheet: 'Sheet1', appendRows: [['C-3']] }]);
		expect(outcome.recalculated).toEqual([
			{ sheet: 'Sheet2', cell: 'A1' },
			{ sheet: 'Sheet2', cell: 'B1' },
		]);
		expect(outcome.notes).toEqual([]);
	});

	it('take rows into the blank ones they have', async () => {
		const outcome = await appended(withTable('A1:C6'), [['C-3']]);
		expect(places(outcome)).toEqual(['A4']);
		expect(changedParts(outcome)).toEqual([sheet1]);
	});

	it('with a totals row take none past their blank rows', async () => {
		const totals = withTable('A1:C5', ' totalsRowCount="1"', `${table}${row(5, ['Total'])}`);
		expect(places(await appended(totals, [['C-3']]))).toEqual(['A4']);
		expect(refusal(await appended(totals, [['C-3'], ['C-4']])).text).toContain('above row 5');
	});

	it('that are several on a sheet ask after which row', async () => {
		const sheet = withTable('A1:C3');
		const two: SheetFixture = {
			...sheet,
			links: `${sheet.links ?? ''}${sheetLink('table', '../tables/table22.xml')}`,
			parts: { ...sheet.parts, 'xl/tables/table22.xml': '<table name="Other" ref="E1:F3"/>' },
		};
		expect(refusal(await appended(two, [['C-3']])).text).toContain('“Controls”, “Other”');
		const told = await appended(two, [['C-3']], { after: 3 });
		expect(changedParts(told)).toEqual([sheet1, 'xl/tables/table1.xml']);
	});

	it('keep their headers and totals from being written over', async () => {
		const sheet = withTable('A1:C4', ' totalsRowCount="1"', `${table}${row(4, ['Total'])}`);
		const outcome = await writtenInto(
			buildXlsx({ sheets: [sheet] }),
			['A1', 'A4', 'A2'].map((reference) => ({ sheet: 'Sheet1', cell: reference, value: 'x' })),
		);
		expect(outcome.refused.map(({ cell: reference, kind }) => [reference, kind])).toEqual([
			['A1', 'table'],
			['A4', 'table'],
		]);
		expect(places(outcome)).toEqual(['A2']);
	});
});

it('keeps the cells of a pivot table from being written over', async () => {
	const sheet: SheetFixture = {
		rows: table,
		links: sheetLink('pivotTable', '../pivotTables/pivotTable1.xml'),
		parts: {
			'xl/pivotTables/pivotTable1.xml':
				'<pivotTableDefinition><location ref="A1:B3"/></pivotTableDefinition>',
		},
	};
	const change = { sheet: 'Sheet1', cell: 'B2', value: 'x' };
	const outcome = await writtenInto(buildXlsx({ sheets: [sheet] }), [change]);
	expect(refusal(outcome)).toMatchObject({ kind: 'pivotTable' });
});

it('says that a pivot table made from a changed sheet must be refreshed', async () => {
	const cache =
		(source: string) =>
		(xml: string, name: string): string =>
			name === 'xl/_rels/workbook.xml.rels'
				? xml.replace(
						'</Relationships>',
						`${sheetLink('pivotCacheDefinition', source)}</Relationships>`,
					)
				: xml;
	const original = buildXlsx({
		sheets: [
			{
				rows: table,
				parts: { 'xl/pivotCache/a.xml': '<a><worksheetSource ref="A1:C3" sheet="Sheet1"/></a>' },
			},
			{ rows: table },
		],
		rewrite: cache('pivotCache/a.xml'),
	});
	const notes = async (sheet: string): Promise<readonly string[]> =>
		(await writtenInto(original, [{ sheet, cell: 'B2', value: 'x' }])).notes;
	expect((await notes('Sheet1'))[0]).toContain('until it is refreshed');
	expect(await notes('Sheet2')).toEqual([]);
});
