/**
 * Exporting a register and importing the file gives the same register, cell for cell. What a format
 * or a reader changes by its own rules is named here; nothing else may differ.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerTable } from '../../src/exchange/fresh/register-table.ts';
import { exportFormats, type ExportFormat } from '../../src/exchange/fresh/export-table.ts';
import { buildDraft } from '../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../src/exchange/proposal/initial-decisions.ts';
import { proposeSheet } from '../../src/exchange/recognise/propose-sheet.ts';
import { everyColumn } from '../../src/exchange/register-columns.ts';
import { registerNames, type RegisterName } from '../../src/model/registers/register.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { ourReading, written } from './fresh/read-back.ts';
import { addLinkable, contents, linkedNamesOf, someWorkbooks } from './some-registers.ts';

/** Each run writes and reads a file: fewer of them, unless FC_RUNS asks for more. */
const numRuns = fc.readConfigureGlobal().numRuns ?? 16;

describe('a register that is exported and imported again', () => {
	it.each(registerNames)(
		'[X-1] %s are the same in every format',
		async (register) => {
			const made = fc
				.constantFrom(...exportFormats)
				.chain((format) => fc.tuple(fc.constant(format), someWorkbooks(register, format)));
			await fc.assert(
				fc.asyncProperty(made, async ([format, workbook]) => {
					const copy = await importedAgain(workbook, register, format);
					expect(contents(copy, register)).toEqual(contents(workbook, register));
				}),
				{ numRuns },
			);
		},
		120_000,
	);
});

/** Into a workbook that has nothing but the records that can be linked. */
async function importedAgain(
	workbook: Workbook,
	register: RegisterName,
	format: ExportFormat,
): Promise<Workbook> {
	const own = workbook.columns.all();
	const records = workbook.registers.of(register).all();
	const columns = everyColumn(register, records, own);
	const table = registerTable(register, records, columns, own, {
		title: 'Sheet',
		includeRetired: false,
		names: linkedNamesOf(workbook, register),
	});
	const { sheets } = await ourReading(await written(table, format), format);
	const [sheet] = sheets;
	if (!sheet) throw new Error('The file holds no sheet');
	const proposal = proposeSheet(sheet);
	expect(proposal.register).toBe(register);
	const draft = buildDraft(sheet, proposal, initialDecisions(proposal));
	const copy = aWorkbook();
	addLinkable(copy, register);
	done(copy, importRows, { ...draft, register, fileName: `export.${format}`, sha256: '' });
	return copy;
}
