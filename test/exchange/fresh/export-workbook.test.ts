import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../../src/exchange/fresh/export-table.ts';
import { exportTables } from '../../../src/exchange/fresh/export-workbook.ts';
import { aTable, meta, patient } from './a-table.ts';

const table = aTable([['CTL-1', 'Access is approved']]);

describe('an export', () => {
	it.each(exportFormats)('to .%s hears that it should stop', async (format) => {
		let stop = false;
		setTimeout(() => (stop = true), 0);
		const watch = { progress: () => undefined, aborted: () => stop };
		expect(await exportTables([table], format, meta, watch)).toEqual({
			ok: false,
			problems: [{ kind: 'cancelled', text: 'The export was cancelled.' }],
		});
	});

	it.each(exportFormats)('to .%s gives the same bytes for the same table', async (format) => {
		const once = await exportTables([table], format, meta, patient);
		expect(await exportTables([table], format, meta, patient)).toEqual(once);
		expect(once.ok && once.value.notes).toEqual([]);
	});

	it('without a column is refused', async () => {
		expect(await exportTables([aTable([])], 'xlsx', meta, patient)).toEqual({
			ok: false,
			problems: [
				{
					kind: 'nothingToExport',
					text: 'There is no column to export. Show at least one and try again.',
				},
			],
		});
	});

	it('of two tables as one text file is refused', async () => {
		const tables = [aTable([['a']]), aTable([['b']])];
		expect(await exportTables(tables, 'csv', meta, patient)).toEqual({
			ok: false,
			problems: [
				{
					kind: 'oneTableOnly',
					text: 'A text file holds one table. Choose one, or export .xlsx or .ods.',
				},
			],
		});
	});

	it('of no rows holds the header', async () => {
		const file = await exportTables([aTable([], [{ header: 'Control ID' }])], 'csv', meta, patient);
		expect(file.ok && new TextDecoder().decode(file.value.bytes)).toBe('Control ID\r\n');
	});
});
