import { expect, test } from 'vitest';
import { moveFormula } from '../../../src/exchange/reading/ooxml/shared-formula.ts';

test.each([
	['A1+$A1+A$1+$A$1', 'B3+$A3+B$1+$A$1'],
	['SUM(A1:B2,C:C,4:5,$C:$C)', 'SUM(B3:C4,D:D,6:7,$C:$C)'],
	['IF(A1="A1","x""A1",LOG10(A1))', 'IF(B3="A1","x""A1",LOG10(B3))'],
	["'A1'!A1&Data!A1&A1!A1", "'A1'!B3&Data!B3&A1!B3"],
	['My_A1+A1_rate+Table1[A1]', 'My_A1+A1_rate+Table1[B3]'],
])('%s two down and one right', (formula, moved) => {
	expect(moveFormula(formula, { row: 1, column: 0 }, { row: 3, column: 1 })).toBe(moved);
});

test('wraps round at the edge of the sheet, as Excel does', () => {
	expect(moveFormula('A1', { row: 2, column: 1 }, { row: 1, column: 0 })).toBe('XFD1048576');
});
