/**
 * Other people's files, where there are any, folders inside included:
 * WRITE_BACK_FOLDER=/path/to/folder npx vitest run test/exchange/write-back/folder
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../src/exchange/reading/read-spreadsheet.ts';
import { cellReference, type ReadWorkbook, type Sheet } from '../../../src/exchange/sheet.ts';
import { cellChanges } from '../../../src/exchange/write-back/cell-changes.ts';
import type { Change } from '../../../src/exchange/write-back/change.ts';
import { writeBack } from '../../../src/exchange/write-back/write-back.ts';
import { patient, workbookIn } from '../../support/sheet-reading.ts';
import { expectOnlyTouched } from './untouched.ts';
import { changedParts, type Outcome } from './written.ts';

const folder = process.env['WRITE_BACK_FOLDER'];
const names =
	folder === undefined
		? []
		: readdirSync(folder, { recursive: true, encoding: 'utf8' })
				.filter((name) => /\.(?:xls[xm]|ods)$/i.test(name))
				.sort();

const tally = new Map<string, number>();
function count(what: string): void {
	tally.set(what, (tally.get(what) ?? 0) + 1);
}

describe.skipIf(folder === undefined)('every file that opens is written back', () => {
	test.each(names)(
		'%s',
		async (name) => {
			const original = new Uint8Array(readFileSync(join(folder ?? '', name)));
			const before = await readSpreadsheet(original, name, patient);
			if (!before.ok || original[0] !== 0x50) {
				count('files that do not open');
				return;
			}
			const untouched = await writeBack(original, []);
			if (!untouched.ok && isHostile(name)) {
				count('hostile files refused');
				return;
			}
			count('files');
			expect(untouched.ok && untouched.value.bytes).toBe(original);
			for (const sheet of before.value.sheets) {
				const edit = editIn(sheet);
				if (edit) await expectWritten(original, before.value, edit, name);
				await expectWritten(original, before.value, rowsFor(sheet), name);
			}
		},
		120_000,
	);

	afterAll(() => console.info([...tally].map(([what, times]) => `${what}: ${times}`).join('\n')));
});

async function expectWritten(
	original: Uint8Array,
	before: ReadWorkbook,
	change: Change,
	name: string,
): Promise<void> {
	const written = await writeBack(original, [change]);
	if (!written.ok && isHostile(name)) {
		count('changes to hostile files refused');
		return;
	}
	if (!written.ok) throw new Error(written.problems.map(({ text }) => text).join(' '));
	const outcome = { ...written.value, original };
	const what = 'cell' in change ? 'edits' : 'appended';
	count(outcome.refused[0] ? `${what}, refused: ${outcome.refused[0].kind}` : what);
	if (outcome.written.length === 0) expect(outcome.bytes).toBe(original);
	const found = cellChanges(before, await workbookIn(outcome.bytes), outcome);
	expect(found.filter(({ why }) => why === 'unexplained')).toEqual([]);
	// A formula without a stored result looks the same to a reader once it has none.
	expect(found.length).toBeGreaterThanOrEqual(outcome.written.length);
	if (/\.ods$/i.test(name)) expectContentOnly(outcome);
	else if ('cell' in change) expectOnlyTouched(outcome);
}

/** What is read with care need not be written into. */
function isHostile(name: string): boolean {
	return /(?:^|[\\/])hostile[\\/]/.test(name);
}

function expectContentOnly(outcome: Outcome): void {
	expect(changedParts(outcome).filter((part) => part !== 'content.xml')).toEqual([]);
}

/** One edit in the middle of the sheet, in a cell without a formula. */
function editIn({ name, rows }: Sheet): Change | undefined {
	const row = rows[rows.length >> 1];
	const column = row?.cells.findIndex((cell) => cell && !cell.formula) ?? -1;
	if (!row || column < 0) return undefined;
	const cell = cellReference(column, row.number);
	return { sheet: name, cell, value: 'Edited & <new>', overValidation: true };
}

/** Two rows at its end. */
function rowsFor({ name }: Sheet): Change {
	return {
		sheet: name,
		appendRows: [['New 1', null, 'x'], ['New 2']],
		overValidation: true,
	};
}
