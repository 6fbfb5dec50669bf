/**
 * Properties: a draft accounts for every row below the header that holds anything, and every filled
 * cell of a row that comes in lands in a field or in an own column.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSetKind } from '../../../src/model/records/field.ts';
import { fieldAt } from '../../../src/exchange/destinations.ts';
import { buildDraft } from '../../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import { aSheet, dateCell, formula, type CellValue } from '../recognise/a-sheet.ts';

const headers = fc.constantFrom(
	...['Control ID', 'Criteria', 'Description', 'Status', 'Due date', 'Owner', 'ISO 27001', 'Notes'],
	...['', 'Frequency', 'Description', 'Budget', 'Risk', 'x', '#'],
);
const texts = fc.constantFrom(
	...['CC6.1', 'CC6.1, CC6.9', 'CC1.1 – Control environment', 'A.5.15', 'AC-01', '7.20', 'X'],
	...['Implemented', 'High', 'Quarterly', '03/04/2026', 'Q1 2026', 'Total', '---', '# remark'],
	...['A sentence about what the company does, and how often it does it', 'Legend: none', ' '],
);
const cells: fc.Arbitrary<CellValue> = fc.oneof(
	{ weight: 6, arbitrary: texts },
	{ weight: 2, arbitrary: fc.string() },
	{ weight: 2, arbitrary: fc.constant(null) },
	{ weight: 1, arbitrary: fc.integer() },
	fc.constant(formula('A1')),
	fc.constant(formula('A1', 'AC-09')),
	fc.constant(dateCell('2026-03-31')),
	fc.constant<CellValue>({ kind: 'error', text: '#N/A' }),
);
const sheets = fc
	.integer({ min: 1, max: 7 })
	.chain((width) =>
		fc
			.tuple(
				fc.array(fc.array(cells, { maxLength: 2 }), { maxLength: 3 }),
				fc.array(headers, { minLength: width, maxLength: width }),
				fc.array(fc.array(cells, { maxLength: width + 1 }), { maxLength: 12 }),
			)
			.map(([banner, header, rows]) =>
				aSheet([...banner, header, ...rows], { merges: ['A4:A6', 'B3:C3'] }),
			),
	);
const rowChoice = fc.array(fc.integer({ min: 1, max: 16 }), { maxLength: 4 });

it('accounts for every row that holds anything, once', () => {
	fc.assert(
		fc.property(sheets, rowChoice, rowChoice, (sheet, rowsIn, rowsOut) => {
			const proposal = proposeSheet(sheet);
			const decisions = { ...initialDecisions(proposal), rowsIn, rowsOut };
			const draft = buildDraft(sheet, proposal, decisions);
			const holding = sheet.rows
				.filter((row) => row.cells.some((cell) => cell && cell.kind !== 'empty'))
				.map((row) => row.number);
			const accounted = [
				...draft.rows.map((row) => row.row),
				...draft.leftOut.map((row) => row.row),
				...proposal.headerRows,
			];
			expect(new Set(accounted).size).toBe(accounted.length);
			expect(accounted).toEqual(expect.arrayContaining(holding));
			for (const { reason } of draft.leftOut) expect(reason).not.toBe('');
		}),
	);
}, 60_000);

it('brings every filled cell of a row that comes in', () => {
	fc.assert(
		fc.property(sheets, (sheet) => {
			const proposal = proposeSheet(sheet);
			const draft = buildDraft(sheet, proposal, initialDecisions(proposal));
			for (const drafted of draft.rows) {
				const row = sheet.rows.find((each) => each.number === drafted.row);
				row?.cells.forEach((cell, index) => {
					if (!cell || cell.kind === 'empty' || cell.text.trim() === '') return;
					const landed = draft.columns
						.filter((column) => column.index === index)
						.some(({ target }) => {
							if (target.kind === 'leaveOut') return false;
							if (target.kind === 'own') return drafted.own[index] !== undefined;
							const { value } = fieldAt(draft.register, target.key)!;
							if (!isSetKind(value)) return drafted.texts[target.key] !== undefined;
							return Object.values(drafted.sets).flat().length > 0;
						});
					expect(landed, `row ${drafted.row}, column ${index}: ${cell.text}`).toBe(true);
				});
			}
		}),
	);
}, 60_000);
