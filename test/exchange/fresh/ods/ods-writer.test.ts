import { describe, expect, it } from 'vitest';
import { exportTables } from '../../../../src/exchange/fresh/export-workbook.ts';
import { aTable, meta, patient } from '../a-table.ts';
import { partsOf } from '../parts.ts';
import { payloads } from '../payloads.ts';
import { ourReading, written } from '../read-back.ts';

const matrix = aTable(
	[
		['CTL-1', 'Access is approved', 'Implemented', '2026-11-21'],
		['007', '', 'Somehow', 'Q1 2027'],
	],
	[
		{ header: 'Control ID', widthCharacters: 16 },
		{ header: 'Description', kind: { kind: 'prose' }, widthCharacters: 50 },
		{ header: 'Status', kind: { kind: 'term', choices: ['Not started', 'say "done"'] } },
		{ header: 'Due date', kind: { kind: 'date' } },
	],
	"R&D's matrix",
);

describe('an .ods file', () => {
	it('begins with its uncompressed type', async () => {
		const start = new TextDecoder().decode((await written(matrix, 'ods')).subarray(30, 84));
		expect(start).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
	});

	it('has lists, a filter, a header that repeats, and widths', async () => {
		const content = (await partsOf('ods', matrix))('content.xml');
		expect(content).toContain(
			'table:condition="of:cell-content-is-in-list(&quot;Not started&quot;;&quot;say &quot;&quot;done&quot;&quot;&quot;)"',
		);
		expect(content).toContain(
			`table:target-range-address="'R&amp;D''s matrix'.A1:'R&amp;D''s matrix'.D3" table:display-filter-buttons="true"`,
		);
		expect(content).toMatch(/<table:table-header-rows>.*Control ID.*<\/table:table-header-rows>/);
		expect(content).toContain('<style:table-column-properties style:column-width="3.698in"/>');
	});

	it('keeps the header and the first column in view', async () => {
		const settings = (await partsOf('ods', matrix))('settings.xml');
		expect(settings).toContain('<config:config-item-map-entry config:name="R&amp;D\'s matrix">');
		for (const position of ['HorizontalSplitPosition', 'VerticalSplitPosition']) {
			expect(settings).toContain(`config:name="${position}" config:type="int">1<`);
		}
	});

	it('writes existing dates as dates and other texts as they are', async () => {
		const { sheets } = await ourReading(await written(matrix, 'ods'), 'ods');
		const cells = sheets[0]?.rows.slice(1).map((row) => row.cells[3]);
		expect(cells?.map((cell) => [cell?.kind, cell?.text])).toEqual([
			['date', '2026-11-21'],
			['text', 'Q1 2027'],
		]);
	});

	it.each(payloads)('keeps %j as text', async (payload) => {
		const content = (await partsOf('ods', aTable([[payload]])))('content.xml');
		expect(content).not.toContain('table:formula');
		expect(content).not.toMatch(/office:value-type="(?!string)/);
	});

	it('says which control characters it could not hold', async () => {
		const file = await exportTables([aTable([['a\u0001b', 'c']])], 'ods', meta, patient);
		expect(file.ok ? file.value.notes : []).toEqual([
			{
				table: 'Control matrix',
				text: 'Invisible control characters that this format cannot hold were replaced by \ufffd in A2.',
			},
		]);
	});

	it('names the Read me last', async () => {
		const { sheets } = await ourReading(await written(matrix, 'ods'), 'ods');
		expect(sheets.map(({ name }) => name)).toEqual(["R&D's matrix", 'Read me']);
	});
});
