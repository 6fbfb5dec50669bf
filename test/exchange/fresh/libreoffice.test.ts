/**
 * A spreadsheet program opens what we export and shows every text of it. Needs `soffice` on the PATH
 * (apt-get install libreoffice-calc); skipped, and said, without.
 */
import { afterAll, expect, test } from 'vitest';
import { registerTable } from '../../../src/exchange/fresh/register-table.ts';
import { everyColumn } from '../../../src/exchange/register-columns.ts';
import type { ExportTable } from '../../../src/exchange/fresh/export-table.ts';
import { templateTable } from '../../../src/exchange/fresh/templates/templates.ts';
import { cellReference } from '../../../src/exchange/sheet.ts';
import { aControl, aWorkbook } from '../../support/a-workbook.ts';
import { hasOffice, Office } from '../write-back/judges/office.ts';
import { linesOf } from './a-table.ts';
import { written } from './read-back.ts';

if (!hasOffice) {
	console.warn(
		'NOT PROVEN: soffice is not on the PATH, so no spreadsheet program opens the export',
	);
}

const office = new Office();
afterAll(() => office.close());

test.skipIf(!hasOffice)(
	'LibreOffice shows every cell of every sheet that is exported',
	async () => {
		const tables = everyTable();
		const files = tables.flatMap((table, index) =>
			(['xlsx', 'ods'] as const).map((format) => ({ table, format, name: `${format}${index}` })),
		);
		for (const { table, format, name } of files) {
			office.put(name, format, await written(table, format));
		}
		office.open();
		for (const { table, name } of files) {
			const shown = office.shown(name);
			const cells = linesOf(table).flatMap((line, row) =>
				line.map((text, column) => [cellReference(column, row + 1), text] as const),
			);
			for (const [cell, text] of cells.filter(([, held]) => held !== '')) {
				expect([name, cell, shown.get(`${table.title}!${cell}`)]).toEqual([name, cell, text]);
			}
		}
	},
	120_000,
);

function everyTable(): readonly ExportTable[] {
	const workbook = aWorkbook();
	aControl(workbook, {
		...{ controlId: '007', title: '=1+1', description: 'One\ntwo & <three>', owner: 'Zoë' },
		...{ criteria: ['CC6.1', 'A1.2'], status: 'implemented', frequency: 'daily' },
		...{ dueDate: '2026-11-21', evidence: '+49 30 1234', notes: '1-2' },
	});
	aControl(workbook, { controlId: 'AC-2', criteria: ['CC6.1'], dueDate: 'Q1 2027' });
	const controls = workbook.controls.all();
	const options = { title: 'Control matrix', includeRetired: false };
	return [
		registerTable('controls', controls, everyColumn('controls', controls, []), [], options),
		...(['auditorMatrix', 'requestList', 'gapAssessment'] as const).map((id) =>
			templateTable(id, { controls }),
		),
	];
}
