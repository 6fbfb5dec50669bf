/** The parts of a written package as text, to look into. */
import { strFromU8, unzipSync } from 'fflate';
import type { ExportTable } from '../../../src/exchange/fresh/export-table.ts';
import { exportTables } from '../../../src/exchange/fresh/export-workbook.ts';
import { meta, patient } from './a-table.ts';

export async function partsOf(
	format: 'xlsx' | 'ods',
	...tables: readonly ExportTable[]
): Promise<(name: string) => string> {
	const file = await exportTables(tables, format, meta, patient);
	if (!file.ok) throw new Error(file.problems.map(({ text }) => text).join(' '));
	const parts = unzipSync(file.value.bytes);
	return (name) => {
		const part = parts[name];
		if (!part) throw new Error(`There is no ${name} but ${Object.keys(parts).join(', ')}`);
		return strFromU8(part);
	};
}
