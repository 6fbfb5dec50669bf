/** Where the header is: below banners, over two lines, without values, or nowhere. */
import { describe, expect, it } from 'vitest';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import { aSheet, type CellValue } from './a-sheet.ts';

const header = ['Control ID', 'Control description', 'Owner', 'Status'];
const rows: readonly CellValue[][] = [
	['AC-01', 'Access to production is granted on approved request only', 'CISO', 'Implemented'],
	['AC-02', 'Leavers lose their accounts within one working day', 'HR', 'In progress'],
	['CM-01', 'Changes are reviewed by a second engineer before release', 'CTO', 'Planned'],
];

describe('the header', () => {
	it('is the first row of a plain table', () => {
		const proposal = proposeSheet(aSheet([header, ...rows]));
		expect(proposal.headerRows).toEqual([1]);
		expect(proposal.headerGuess.confidence).toBeGreaterThan(0.7);
		expect(proposal.headerGuess.reason).toBe('Row 1 holds 4 column names, 4 of them known');
	});

	it('is found below banner rows', () => {
		const banner: CellValue[][] = [
			['Acme Inc. – SOC 2 control matrix'],
			['Prepared by', 'Jane Doe', 'Version', '2.1'],
			[],
			['Please complete the yellow columns before the end of the quarter.'],
			[],
		];
		const proposal = proposeSheet(aSheet([...banner, header, ...rows]));
		expect(proposal.headerRows).toEqual([6]);
		expect(proposal.leftOut.map((row) => [row.row, row.reason])).toEqual([
			[1, 'Above the header'],
			[2, 'Above the header'],
			[4, 'Above the header'],
		]);
	});

	it('is found as far down as row 30', () => {
		const filler = Array.from({ length: 29 }, (_, i): CellValue[] => [`Remark ${i + 1} on scope`]);
		expect(proposeSheet(aSheet([...filler, header, ...rows])).headerRows).toEqual([30]);
	});

	it('takes the lines of groups above it along', () => {
		const groups: CellValue[] = ['Control', '', 'Testing', ''];
		const names = ['Control ID', 'Description', 'Procedure', 'Result'];
		const proposal = proposeSheet(
			aSheet(
				[
					groups,
					names,
					['AC-01', 'Access is granted on request', 'Inspect tickets', 'Pass'],
					['AC-02', 'Leavers lose their accounts', 'Inspect HR list', 'Fail'],
				],
				{ merges: ['A1:B1', 'C1:D1'] },
			),
		);
		expect(proposal.headerRows).toEqual([1, 2]);
		expect(proposal.columns.map((column) => column.header)).toEqual([
			'Control – Control ID',
			'Control – Description',
			'Testing – Procedure',
			'Testing – Result',
		]);
	});

	it('is the lower line where cells are merged down to it', () => {
		const proposal = proposeSheet(
			aSheet(
				[
					['Control ID', 'Control description', 'Test', ''],
					['', '', 'Test procedure', 'Test result'],
					['AC-01', 'Access is granted on request', 'Inspect tickets', 'Pass'],
					['AC-02', 'Leavers lose their accounts', 'Inspect HR list', 'Fail'],
				],
				{ merges: ['A1:A2', 'B1:B2', 'C1:D1'] },
			),
		);
		expect(proposal.headerRows).toEqual([1, 2]);
		expect(proposal.columns.map((column) => column.about)).toEqual([
			'controlId',
			'description',
			'testProcedure',
			'testResult',
		]);
	});

	it('is found over a template without any row', () => {
		const proposal = proposeSheet(aSheet([['Statement of controls'], header]));
		expect(proposal.headerRows).toEqual([2]);
		expect(proposal.dataRows).toEqual([]);
	});

	it('is where the filter starts, whatever its words', () => {
		const strange = ['Kürzel', 'Text', 'Wer', 'Wie weit'];
		const proposal = proposeSheet(aSheet([strange, ...rows], { autoFilter: 'A1:D4' }));
		expect(proposal.headerRows).toEqual([1]);
	});

	it('is where the user says', () => {
		const proposal = proposeSheet(aSheet([['Old names', 'x'], header, ...rows]), { headerRow: 1 });
		expect(proposal.headerRows).toEqual([1]);
		expect(proposal.headerGuess.reason).toBe('Chosen by you');
		expect(proposeSheet(aSheet([header, ...rows]), { headerRow: 0 }).dataRows).toHaveLength(4);
	});

	it('is missing from an empty sheet', () => {
		const proposal = proposeSheet(aSheet([]));
		expect(proposal.headerRows).toEqual([]);
		expect(proposal.kind).toBe('empty');
	});

	it('is not a line of ids or numbers', () => {
		const proposal = proposeSheet(
			aSheet([
				['A.5.1', 'A.5.2', 'A.5.3'],
				['1', '2', '3'],
			]),
		);
		expect(proposal.headerRows).toEqual([]);
		expect(proposal.dataRows).toEqual([1, 2]);
	});
});
