import { describe, expect, it } from 'vitest';
import type { ExportTable } from '../../../../src/exchange/fresh/export-table.ts';
import { exportTables } from '../../../../src/exchange/fresh/export-workbook.ts';
import { ourReading } from '../read-back.ts';
import { aTable, meta, patient } from '../a-table.ts';
import { partsOf } from '../parts.ts';
import { payloads } from '../payloads.ts';

const sheetOne = 'xl/worksheets/sheet1.xml';
const choices = ['Not started', 'In progress', 'Implemented'];
const matrix = aTable(
	[
		['CTL-1', 'Access is approved', 'Implemented', '2026-11-21'],
		['007', '', 'Somehow', 'Q1 2027'],
	],
	[
		{ header: 'Control ID', widthCharacters: 16 },
		{ header: 'Description', kind: { kind: 'prose' }, widthCharacters: 50 },
		{ header: 'Status', kind: { kind: 'term', choices } },
		{ header: 'Due date', kind: { kind: 'date' } },
	],
);

describe('the sheet of a table in .xlsx', () => {
	it('freezes the header and the first column, and filters the whole table', async () => {
		const sheet = (await partsOf('xlsx', matrix))(sheetOne);
		expect(sheet).toContain(
			'<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
		);
		expect(sheet).toContain('<autoFilter ref="A1:D3"/>');
	});

	it('leaves a wide first column free to scroll', async () => {
		const columns = [{ widthCharacters: 60 }, {}];
		const sheet = (await partsOf('xlsx', aTable([['a', 'b']], columns)))(sheetOne);
		expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"');
	});

	it('sets the widths, and offers the words of a list below the last row too', async () => {
		const sheet = (await partsOf('xlsx', matrix))(sheetOne);
		expect(sheet).toContain('<col min="2" max="2" width="50.7109375"');
		const list = '<formula1>"Not started,In progress,Implemented"</formula1>';
		expect(sheet).toMatch(new RegExp(`sqref="C2:C1048576">${list}`));
		expect(sheet).toContain('errorStyle="warning"');
	});

	it.each([
		['a comma', ['a, b', 'c']],
		['more than 255 characters', ['x'.repeat(200), 'y'.repeat(60)]],
	])('has no list where a choice has %s', async (_, words) => {
		const table = aTable([['a']], [{ kind: { kind: 'term', choices: words } }]);
		expect((await partsOf('xlsx', table))(sheetOne)).not.toContain('dataValidation');
	});

	it('writes existing dates as dates and other texts as they are', async () => {
		const { sheets } = await ourReading(await bytesOf(matrix), 'xlsx');
		const cells = sheets[0]?.rows.slice(1).map((row) => row.cells[3]);
		expect(cells).toEqual([
			{ kind: 'date', text: '2026-11-21', value: 46_347 },
			{ kind: 'text', text: 'Q1 2027' },
		]);
	});

	it('is printed on its side, at a size one can read, with its header on each page', async () => {
		const part = await partsOf('xlsx', aTable([['a', 'b']], [{}, { widthCharacters: 300 }]));
		expect(part(sheetOne)).toContain(
			'<pageSetup orientation="landscape" pageOrder="overThenDown" fitToWidth="2" fitToHeight="0"/>',
		);
		expect(part('xl/workbook.xml')).toContain(
			'<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Control matrix\'!$A:$A,\'Control matrix\'!$1:$1</definedName>',
		);
		expect(part(sheetOne)).toContain('not a SOC 2 report&amp;RPage &amp;P of &amp;N</oddFooter>');
	});

	it('makes room for wrapped text', async () => {
		const long = 'word '.repeat(30);
		const table = aTable(
			[['a'], ['a\nb\nc'], [long], ['line\n'.repeat(90)]],
			[{ widthCharacters: 20 }],
		);
		const sheet = (await partsOf('xlsx', table))(sheetOne);
		const heights = [...sheet.matchAll(/<row r="\d+" ht="(\d+)">/g)].map(([, height]) =>
			Number(height),
		);
		expect(heights).toEqual([21, 15, 45, 105, 409]);
	});

	it('has a name for each of two tables, and an escaped one', async () => {
		const second = aTable([['a']], [], "R&D's [list]");
		const part = await partsOf('xlsx', matrix, second);
		expect(part('xl/workbook.xml')).toContain(
			'<sheet name="R&amp;D\'s list" sheetId="2" r:id="rId2"/>',
		);
		expect(part('xl/workbook.xml')).toContain("'R&amp;D''s list'!$A$1:$A$2");
	});
});

describe('texts that look like formulas in .xlsx', () => {
	it.each(payloads)('%j stays text, also when the cell is edited', async (payload) => {
		const table = aTable([[payload]], [{ header: payload, kind: { kind: 'prose' } }]);
		const part = await partsOf('xlsx', table);
		const sheet = part(sheetOne);
		expect(sheet).not.toContain('<f');
		for (const cell of ['A1', 'A2']) {
			const style = Number(new RegExp(`<c r="${cell}" s="(\\d+)" t="s">`).exec(sheet)?.[1]);
			expect(formatAt(part('xl/styles.xml'), style)).toContain('quotePrefix="1"');
		}
		const { sheets } = await ourReading(await bytesOf(table), 'xlsx');
		expect(sheets[0]?.rows[1]?.cells[0]?.text).toBe(payload.replace('\r', '\n'));
	});

	it('ids keep the text format, so that an edit makes no number of them', async () => {
		const part = await partsOf('xlsx', matrix);
		const style = Number(/<c r="A3" s="(\d+)"/.exec(part(sheetOne))?.[1]);
		expect(formatAt(part('xl/styles.xml'), style)).toContain('numFmtId="49"');
	});
});

describe('what an .xlsx cell cannot hold', () => {
	it('is refused with its place and the way out', async () => {
		const table = aTable(
			[
				['CTL-1', 'x'.repeat(32_767)],
				['CTL-2', 'x'.repeat(32_768)],
			],
			[{ header: 'Control ID' }, { header: 'Description' }],
		);
		expect(await exportTables([table], 'xlsx', meta, patient)).toEqual({
			ok: false,
			problems: [
				{
					kind: 'textTooLong',
					text: 'Description of CTL-2 (Control matrix, B3) has 32,768 characters; an Excel cell holds 32,767. Shorten it, or export ODS or CSV.',
				},
			],
		});
		expect((await exportTables([table], 'ods', meta, patient)).ok).toBe(true);
	});

	it('is counted where it is much', async () => {
		const table = aTable(Array.from({ length: 14 }, () => ['x'.repeat(40_000)]));
		const refusal = await exportTables([table], 'xlsx', meta, patient);
		const texts = refusal.ok ? [] : refusal.problems.map(({ text }) => text);
		expect(texts).toHaveLength(11);
		expect(texts.at(-1)).toBe('4 more texts are too long for an Excel cell.');
	});

	it('is more than 16,384 columns', async () => {
		const table = aTable(
			[],
			Array.from({ length: 16_385 }, () => ({})),
		);
		const refusal = await exportTables([table], 'xlsx', meta, patient);
		expect(refusal.ok ? '' : refusal.problems[0]?.text).toBe(
			'Control matrix has 0 rows and 16,385 columns; an Excel sheet holds 1,048,575 rows under a header and 16,384 columns. Show fewer and export what is shown, or export CSV.',
		);
	});
});

describe('what an .xlsx file says about itself', () => {
	it('stands in its properties', async () => {
		const core = (await partsOf('xlsx', matrix))('docProps/core.xml');
		expect(core).toContain('<dc:title>Northwind SOC 2</dc:title><dc:creator>Dana</dc:creator>');
		expect(core).toContain('xsi:type="dcterms:W3CDTF">2026-11-21T12:00:00Z</dcterms:created>');
	});

	it('stands on the Read me, the last sheet', async () => {
		const { sheets } = await ourReading(await bytesOf(matrix), 'xlsx');
		expect(sheets.map(({ name }) => name)).toEqual(['Control matrix', 'Read me']);
		const lines = sheets[1]?.rows.map(({ cells }) => cells.map((cell) => cell?.text));
		expect(lines?.slice(0, 6)).toEqual([
			['Northwind SOC 2'],
			[
				'What this is',
				'This is management’s working paper. It is not a SOC 2 report, and no auditor has given an opinion on it.',
			],
			['Scope', 'All 2 controls'],
			['Sheets', 'Control matrix: 2 rows, 4 columns'],
			['Generated at', '2026-11-21 12:00 UTC'],
			['Generated by', 'Dana'],
		]);
	});
});

async function bytesOf(table: ExportTable): Promise<Uint8Array> {
	const file = await exportTables([table], 'xlsx', meta, patient);
	if (!file.ok) throw new Error(file.problems.map(({ text }) => text).join(' '));
	return file.value.bytes;
}

/** The `xf` element that a cell's style index names. */
function formatAt(styles: string, index: number): string | undefined {
	const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)?.[1] ?? '';
	return formats.match(/<xf .*?(?:<\/xf>|\/>(?=<xf|$))/g)?.[index];
}
