/** What a person is told of a sheet before it comes in: cell, words and severity. */
import { describe, expect, it } from 'vitest';
import type { ImportProblem } from '../../../src/model/records/import-record.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import type { Sheet, SheetCell } from '../../../src/exchange/sheet.ts';
import { aSheet, formula, type CellValue, type SheetOptions } from './a-sheet.ts';

const header = ['Control ID', 'Description', 'Criteria', 'Owner'];

function sheetOf(rows: readonly CellValue[][], options: SheetOptions = {}): Sheet {
	return aSheet([header, ...rows], options);
}

function problemsOf(
	rows: readonly CellValue[][],
	options: SheetOptions = {},
): readonly ImportProblem[] {
	return proposeSheet(sheetOf(rows, options)).problems;
}

const row = (id: CellValue, criteria: CellValue): CellValue[] => [
	id,
	'What the company does about it, and how often',
	criteria,
	'CISO',
];

describe('a problem is told of', () => {
	it('a criterion that does not exist', () => {
		expect(problemsOf([row('C-1', 'CC6.8'), row('C-2', 'CC6.9')])).toEqual([
			{
				cell: 'C3',
				severity: 'warning',
				text: 'CC6.9 is not one of the trust services criteria, so it does not count as one. Correct it after the import, or leave it as text.',
			},
		]);
	});

	it('a repaired spelling', () => {
		expect(problemsOf([row('C-1', 'CC6.01'), row('C-2', 'CC6.2')])).toEqual([
			{ cell: 'C2', severity: 'note', text: "'CC6.01' is read as CC6.1." },
		]);
	});

	it('an id on two rows', () => {
		expect(problemsOf([row('C-1', 'CC6.1'), row('C-2', 'CC6.2'), row('C-1', 'CC6.3')])).toEqual([
			{
				cell: 'A2',
				severity: 'warning',
				text: "'C-1' stands on 2 rows (rows 2, 4); each becomes a control of its own.",
			},
		]);
	});

	it('a formula for which the file holds no value', () => {
		const missing = row('C-1', 'CC6.1').with(3, formula('Owners!A1'));
		expect(problemsOf([missing, row('C-2', 'CC6.2')])).toEqual([
			{
				cell: 'D2',
				severity: 'warning',
				text: "'Owner' has 1 formula for which the file holds no value; it comes in empty. Open the file in a spreadsheet program and save it to keep its value.",
			},
		]);
	});

	it('a hidden column', () => {
		expect(problemsOf([row('C-1', 'CC6.1')], { hiddenColumns: [3] })).toEqual([
			{
				cell: 'D',
				severity: 'note',
				text: "Column D 'Owner' is hidden in the spreadsheet and comes in too.",
			},
		]);
	});

	it('an id that lost its last zero as a number', () => {
		const number = (text: string): SheetCell => ({ kind: 'number', text, value: Number(text) });
		const rows = ['5.8', '5.9', '5.1', '5.11'].map((text, i) => row(number(text), `CC6.${i + 1}`));
		expect(problemsOf(rows)).toEqual([
			{
				cell: 'A4',
				severity: 'warning',
				text: "'5.1' follows 5.9 and is stored as a number: it was probably 5.10. Check it after the import.",
			},
		]);
	});
});

it('nothing is told of a sheet that is in order', () => {
	expect(problemsOf([row('C-1', 'CC6.1, CC6.2'), row('C-2', 'CC8.1')])).toEqual([]);
});

it('a number that is shown as 7.20 keeps its zero', () => {
	const shown: SheetCell = { kind: 'number', text: '7.20', value: 7.2 };
	const { columns } = proposeSheet(sheetOf([row(shown, 'CC7.2'), row('7.21', 'CC7.3')]));
	expect(columns[0]?.samples).toEqual(['7.20', '7.21']);
});
