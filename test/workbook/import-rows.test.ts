import { describe, expect, it } from 'vitest';
import {
	importRows,
	type ImportRows,
	type SourceRow,
} from '../../src/workbook/commands/import-rows.ts';
import { at } from '../support/at.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';

function anImport(rows: readonly SourceRow[]): ImportRows {
	return {
		fileName: 'matrix.xlsx',
		sha256: 'ab'.repeat(32),
		sheet: 'Controls',
		headerRow: 3,
		columns: [
			{ index: 0, header: 'Ref', target: { kind: 'field', key: 'controlId' } },
			{ index: 1, header: 'Region', target: { kind: 'own', name: 'Region', meaning: 'other' } },
			{ index: 2, header: 'Draft', target: { kind: 'leaveOut' } },
		],
		rows,
		leftOut: [{ row: 9, reason: 'a total', text: 'Total 2' }],
		problems: [{ cell: 'A4', severity: 'warning', text: 'CC6.9 does not exist' }],
		words: { status: { Done: 'implemented' } },
		filledFrom: { '5/1': 'B4' },
	};
}

function aRow(row: number, controlId: string, region: string): SourceRow {
	return { row, texts: { controlId }, sets: { criteria: ['CC6.1'] }, own: { 1: region } };
}

describe('importing controls', () => {
	it('[I-1] gives every control its import and its row, and every value its source column', () => {
		const workbook = aWorkbook();
		done(workbook, importRows, anImport([aRow(4, 'AC-1', 'EU'), aRow(5, 'AC-2', 'US')]));
		const [first, second] = workbook.controls.all();
		const record = at(workbook.imports.all(), 0);
		expect(first?.source).toEqual({ import: record.id, row: 4 });
		expect(second).toMatchObject({ controlId: 'AC-2', criteria: ['CC6.1'], source: { row: 5 } });
		expect(record.columns.map(({ index, target }) => [index, target])).toEqual([
			[0, 'controlId'],
			[1, workbook.columns.all()[0]?.id],
			[2, ''],
		]);
	});

	it('[I-2] makes own columns once and uses them again for the next import', () => {
		const workbook = aWorkbook();
		done(workbook, importRows, anImport([aRow(4, 'AC-1', 'EU')]));
		done(workbook, importRows, anImport([aRow(4, 'AC-2', 'US')]));
		const columns = workbook.columns.all();
		expect(columns.map(({ name }) => name)).toEqual(['Region']);
		expect(workbook.controls.all().map(({ own }) => Object.values(own))).toEqual([['EU'], ['US']]);
	});

	it('[I-3] keeps what was left out and why, the problems and the words that were mapped', () => {
		const workbook = aWorkbook();
		done(workbook, importRows, anImport([aRow(4, 'AC-1', 'EU')]));
		expect(workbook.imports.all()[0]).toMatchObject({
			rowsIn: 1,
			leftOut: [{ row: 9, reason: 'a total', text: 'Total 2' }],
			problems: [{ cell: 'A4', severity: 'warning', text: 'CC6.9 does not exist' }],
			valueWords: { status: { Done: 'implemented' } },
			filledFrom: { '5/1': 'B4' },
		});
	});

	it('[K-3] is one step: one undo takes a thousand rows back, one redo brings them again', () => {
		const workbook = aWorkbook();
		const rows = Array.from({ length: 1000 }, (_, i) => aRow(i + 4, `C-${i}`, ''));
		done(workbook, importRows, anImport(rows));
		const imported = workbook.controls.all();
		expect(workbook.undo()).toMatchObject({
			kind: 'done',
			step: { label: 'Import 1,000 controls from matrix.xlsx' },
		});
		expect(workbook.controls.all()).toEqual([]);
		expect(workbook.columns.all()).toEqual([]);
		expect(workbook.imports.all()).toEqual([]);
		workbook.redo();
		expect(workbook.controls.all()).toEqual(imported);
		expect(workbook.history.redoStep).toBeUndefined();
	});

	it('refuses an import without rows and says of which sheet', () => {
		const outcome = aWorkbook().run(importRows, anImport([]));
		expect(outcome).toEqual({
			ok: false,
			problems: [{ text: 'No row of Controls would come in, so nothing was imported.' }],
		});
	});
});
