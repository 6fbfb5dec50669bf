/** What the wizard asks after every decision: the words of lists and the dates that need an order. */
import { expect, it } from 'vitest';
import { checkDecisions } from '../../../src/exchange/proposal/check-decisions.ts';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import { aSheet } from '../recognise/a-sheet.ts';

const sheet = aSheet([
	['Control ID', 'Status', 'Due date', 'Reviewed on'],
	['C-1', 'Done', '03/04/2026', '13/04/2026'],
	['C-2', 'Done', '05/06/2026', '14/04/2026'],
	['C-3', 'Blue', '05/07/2026', '15/04/2026'],
]);
const proposal = proposeSheet(sheet);
const decisions = initialDecisions(proposal);

it('lists each word of a list with its count, the most frequent first', () => {
	const { valueWords } = checkDecisions(sheet, proposal, decisions);
	expect(valueWords.map(({ word, count, token }) => [word, count, token])).toEqual([
		['Done', 2, 'implemented'],
		['Blue', 1, undefined],
	]);
});

it('lists the words of the rows that come in only', () => {
	const { valueWords } = checkDecisions(sheet, proposal, { ...decisions, rowsOut: [4] });
	expect(valueWords.map(({ word }) => word)).toEqual(['Done']);
});

it('names the date columns whose order nobody knows', () => {
	expect(checkDecisions(sheet, proposal, decisions).ambiguousDates).toEqual([2]);
});

it('asks nothing where the column shows the order', () => {
	const targets = {
		...decisions.targets,
		2: { kind: 'leaveOut' } as const,
		3: { kind: 'field', key: 'dueDate' } as const,
	};
	expect(checkDecisions(sheet, proposal, { ...decisions, targets }).ambiguousDates).toEqual([]);
});
