/** Builders: a file imported into a workbook, and the comparison with its next version. */
import { buildDraft } from '../../../../src/exchange/proposal/build-draft.ts';
import { compareVersions } from '../../../../src/exchange/next-version/compare-versions.ts';
import { decisionsAsBefore } from '../../../../src/exchange/next-version/earlier-layout.ts';
import { initialDecisions } from '../../../../src/exchange/proposal/initial-decisions.ts';
import { proposeSheet } from '../../../../src/exchange/recognise/propose-sheet.ts';
import { earlierFile } from '../../../../src/features/exchange/comparing/earlier-file.ts';
import { taking } from '../../../../src/features/exchange/comparing/taking.ts';
import type { Choices } from '../../../../src/features/exchange/comparing/choices.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import type { ImportRecord } from '../../../../src/model/records/import-record.ts';
import { importRows } from '../../../../src/workbook/commands/import-rows.ts';
import { takeNextVersion } from '../../../../src/workbook/commands/take-next-version.ts';
import type { Workbook } from '../../../../src/workbook/workbook.ts';
import { done } from '../../../support/a-workbook.ts';
import { at } from '../../../support/at.ts';
import { aSheet } from '../a-proposal.ts';

type Rows = readonly (readonly string[])[];

/** Brings the rows in as proposed; the first is the header. */
export function imported(workbook: Workbook, rows: Rows): ImportRecord {
	const sheet = aSheet(rows);
	const proposal = proposeSheet(sheet, { headerRow: 1 });
	const draft = buildDraft(sheet, proposal, initialDecisions(proposal));
	const source = { fileName: 'matrix.xlsx', sha256: 'aa'.repeat(32) };
	const [id] = done(workbook, importRows, { ...draft, register: 'controls', ...source }).created;
	return recordOf(workbook, id);
}

export function comparedWith(workbook: Workbook, record: ImportRecord, rows: Rows) {
	const sheet = aSheet(rows);
	const proposal = proposeSheet(sheet, { headerRow: 1 });
	const ownColumns = workbook.columns.all();
	const initial = initialDecisions(proposal);
	const decisions = decisionsAsBefore(record, ownColumns, proposal, initial);
	const draft = buildDraft(sheet, proposal, decisions);
	const text = (row: number) => at(rows, row - 1).join(' | ');
	return {
		draft,
		...compareVersions(draft, earlierFile(new LiveWorkbook(workbook), record), text),
	};
}

/** Compares and takes, as one command. */
export function took(
	workbook: Workbook,
	record: ImportRecord,
	rows: Rows,
	choices: Choices,
): ImportRecord {
	const compared = comparedWith(workbook, record, rows);
	const source = { fileName: 'matrix v2.xlsx', sha256: 'bb'.repeat(32), earlier: record.id };
	const input = taking(compared.file, compared.rows, choices, source);
	return recordOf(workbook, done(workbook, takeNextVersion, input).created[0]);
}

function recordOf(workbook: Workbook, id: string | undefined): ImportRecord {
	const record = workbook.imports.get(id ?? '');
	if (!record) throw new Error('The import that was just done is not there');
	return record;
}
