import { describe, expect, it } from 'vitest';
import { delimitedLine } from '../../../src/exchange/fresh/csv-writer.ts';
import type { ExportTable } from '../../../src/exchange/fresh/export-table.ts';
import { exportTables } from '../../../src/exchange/fresh/export-workbook.ts';
import { aTable, meta, patient } from './a-table.ts';
import { payloads } from './payloads.ts';

describe('delimited text', () => {
	it('begins with a byte order mark, so that Excel reads UTF-8', async () => {
		const { bytes } = await written(aTable([['Zürich']]), 'csv');
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	});

	it('ends every record with CR LF and quotes as RFC 4180 asks', async () => {
		const rows = [
			['CTL-1', 'one, two'],
			['say "yes"', 'two\nlines'],
		];
		expect(await textOf(aTable(rows, [{ header: 'Control ID' }, { header: 'Title' }]), 'csv')).toBe(
			'Control ID,Title\r\nCTL-1,"one, two"\r\n"say ""yes""","two\nlines"\r\n',
		);
	});

	it('separates by tabs and quotes a tab inside a cell', async () => {
		expect(await textOf(aTable([['a\tb', 'c']]), 'tsv')).toBe(
			'Column 1\tColumn 2\r\n"a\tb"\tc\r\n',
		);
	});

	it('quotes what another program may take for its separator or trim', () => {
		expect(delimitedLine(['a;b', ' c', 'd'], ',')).toBe('"a;b"," c",d\r\n');
	});

	it('keeps a row of one empty cell from being a blank line', () => {
		expect(delimitedLine([''], ',')).toBe('""\r\n');
	});

	it.each(payloads)('does not let %j begin a cell or a header', async (payload) => {
		const text = await textOf(aTable([[payload]], [{ header: payload }]), 'csv');
		const fields = text.match(/(^|\r\n)"?(?=[=+\-@\t\r\n\0＝＋－＠])/g);
		expect(fields).toBeNull();
		expect(text).toContain(`'${payload.replaceAll('"', '""')}`);
	});

	it('says where it replaced half characters that UTF-8 has no form for', async () => {
		const { bytes, notes } = await written(aTable([['fine'], ['half \ud800']]), 'csv');
		expect(new TextDecoder().decode(bytes)).toContain('half \ufffd');
		expect(notes).toEqual([
			{
				table: 'Control matrix',
				text: 'Invisible control characters that this format cannot hold were replaced by \ufffd in A3.',
			},
		]);
	});
});

async function written(table: ExportTable, format: 'csv' | 'tsv') {
	const file = await exportTables([table], format, meta, patient);
	if (!file.ok) throw new Error(file.problems.map(({ text }) => text).join(' '));
	return file.value;
}

/** The text without its byte order mark. */
async function textOf(table: ExportTable, format: 'csv' | 'tsv'): Promise<string> {
	return new TextDecoder().decode((await written(table, format)).bytes);
}
