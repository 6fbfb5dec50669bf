/** Criteria that do not stand in a cell of their row: said for a block, above it, or by a mark. */
import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import type { ImportDraft, SheetProposal } from '../../../src/exchange/proposal/proposal.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import { aSheet, type CellValue } from './a-sheet.ts';

const text = 'What the company does about it, and how often it does it';

function taken(rows: readonly CellValue[][]): { proposal: SheetProposal; draft: ImportDraft } {
	const sheet = aSheet(rows);
	const proposal = proposeSheet(sheet);
	return { proposal, draft: buildDraft(sheet, proposal, initialDecisions(proposal)) };
}

const criteriaOf = (draft: ImportDraft) =>
	draft.rows.map((row) => [row.texts.controlId, ...(row.sets['criteria'] ?? [])]);

describe('a criterion said on the first row of a block', () => {
	const rows: CellValue[][] = [
		['Criteria', 'Control ID', 'Control description'],
		['CC6.1', 'AC-01', text],
		['', 'AC-02', text],
		['', 'AC-03', text],
		['CC6.2', 'AC-04', text],
		['', 'AC-05', text],
	];

	it('holds for the rows under it, and that is told', () => {
		const { proposal, draft } = taken(rows);
		expect(criteriaOf(draft)).toEqual([
			['AC-01', 'CC6.1'],
			['AC-02', 'CC6.1'],
			['AC-03', 'CC6.1'],
			['AC-04', 'CC6.2'],
			['AC-05', 'CC6.2'],
		]);
		expect(proposal.columns[0]?.fillsDown).toBe(true);
		expect(draft.filledFrom).toEqual({ '3/0': 'A2', '4/0': 'A2', '6/0': 'A5' });
		expect(draft.problems).toContainEqual({
			cell: 'A',
			severity: 'note',
			text: "Column A 'Criteria': 3 empty cells take the value said once for the rows under it.",
		});
	});

	it('is not filled down where criteria come back: then an empty cell is an empty cell', () => {
		const { draft } = taken([...rows, ['CC6.1', 'AC-06', text]]);
		expect(criteriaOf(draft)[1]).toEqual(['AC-02']);
	});

	it('is not filled down to the right of the id', () => {
		const { draft } = taken(
			rows.map(([criteria, id, words]) => [id, words, criteria] as CellValue[]),
		);
		expect(criteriaOf(draft)[1]).toEqual(['AC-02']);
	});
});

describe('a criterion in a section heading', () => {
	const header = ['Control ID', 'Control description', 'Owner'];
	const rows: CellValue[][] = [
		header,
		['CC6.1 Logical access is restricted'],
		['AC-01', text, 'CISO'],
		['AC-02', text, 'CISO'],
		['CC6.2 Accounts are registered'],
		['AC-03', text, 'HR'],
		['Other controls'],
		['AC-04', text, 'HR'],
	];

	it('is taken by the rows under it, and that is told', () => {
		const { proposal, draft } = taken(rows);
		expect(criteriaOf(draft)).toEqual([
			['AC-01', 'CC6.1'],
			['AC-02', 'CC6.1'],
			['AC-03', 'CC6.2'],
			['AC-04'],
		]);
		expect(proposal.criteria).toEqual(['CC6.1', 'CC6.2']);
		expect(draft.problems).toContainEqual({
			cell: '',
			severity: 'note',
			text: '3 rows take their criteria from the section heading above them, as row 3 takes CC6.1.',
		});
	});

	it('counts for nothing where a column says the criteria', () => {
		const withColumn = rows.map((row, i) =>
			row.length > 1 ? [...row, i === 0 ? 'Criteria' : 'CC8.1'] : row,
		);
		expect(criteriaOf(taken(withColumn).draft)[0]).toEqual(['AC-01', 'CC8.1']);
	});
});

describe('a cross grid of controls and criteria', () => {
	const rows: CellValue[][] = [
		['Control ID', 'Control description', 'CC6.1', 'CC6.2', 'CC6.3 Roles', 'A1.2'],
		['AC-01', text, 'x', 'X', '', ''],
		['AC-02', text, '', 'x', '', ''],
		['AC-03', text, '', '', '', 'x'],
	];

	it('gives each row the criteria it is marked for', () => {
		const { proposal, draft } = taken(rows);
		expect(proposal.headerRows).toEqual([1]);
		expect(criteriaOf(draft)).toEqual([
			['AC-01', 'CC6.1', 'CC6.2'],
			['AC-02', 'CC6.2'],
			['AC-03', 'A1.2'],
		]);
		expect(proposal.criteria).toEqual(['CC6.1', 'CC6.2', 'A1.2']);
		expect(proposal.columns[3]).toMatchObject({
			about: 'criteria',
			target: { kind: 'leaveOut' },
			guess: { reason: 'header is CC6.2; 2 marked rows get that criterion' },
		});
	});

	it('keeps its columns where marks say more than yes', () => {
		const graded = rows.map((row) => row.map((cell) => (cell === 'X' ? 'S' : cell)));
		const { proposal, draft } = taken(graded);
		expect(criteriaOf(draft)[0]).toEqual(['AC-01', 'CC6.1', 'CC6.2']);
		expect(proposal.columns[3]?.target.kind).toBe('own');
		expect(draft.rows[0]?.own).toEqual({ 3: 'S' });
	});
});
