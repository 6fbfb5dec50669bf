/** What a formula reads, from its text: the cells whose change makes its result out of date. */
import { describe, expect, it } from 'vitest';
import { readsOf, type NamedThings } from '../../../src/exchange/write-back/ooxml/formula-reads.ts';
import { rangeText } from '../../../src/exchange/write-back/ooxml/range-growth.ts';
import { parseRange } from '../../../src/exchange/reading/ooxml/cell-range.ts';

const table = { sheet: 'data', range: parseRange('A1:C9')! };
const named: NamedThings = {
	formula: (name, sheet) =>
		new Map([
			['scores', 'Data!$A$1:$A$3'],
			['nested', 'SUM(Scores)'],
			['moving', 'B1'],
			['endless', 'Endless'],
			['local', sheet === 'home' ? '$Z$1' : ''],
		]).get(name),
	table: (name) => (name === 'controls' ? table : undefined),
	tableAt: (sheet) => (sheet === 'data' ? table : undefined),
};

function reads(formula: string, sheet = 'Home'): string {
	const { ranges, anything } = readsOf(formula, sheet, { row: 5, column: 1 }, named);
	const found = ranges.map((one) => `${one.sheet}!${rangeText(one.range)}`);
	return [...found, ...(anything ? ['anything'] : [])].join(' ');
}

describe('a formula reads', () => {
	it.each([
		['A1+$B$2', 'home!A1 home!B2'],
		['SUM(A1:B9)*2', 'home!A1:B9'],
		['SUM(A:C)', 'home!A1:C1048576'],
		['SUM(2:3)', 'home!A2:XFD3'],
		['Data!A1', 'data!A1'],
		["'My ''own'' sheet'!A1", "my 'own' sheet!A1"],
		["SUM('My sheet'!A1:A2,B1)", 'my sheet!A1:A2 home!B1'],
		['"A1"&"it""s B2"', ''],
		['LOG10(A1)', 'home!A1'],
		['TRUE+SIN(1)', ''],
		['Scores', 'data!A1:A3'],
		['Nested', 'data!A1:A3'],
		['Local', 'home!Z1'],
		['Unknown', ''],
		['Controls[Owner]', 'data!A1:C9'],
		['Controls[[#This Row],[Owner]]', 'data!A5:C5'],
		['Controls[@Owner]', 'data!A5:C5'],
		['COUNTIF(Controls[[#All],[Due]:[Owner]],A1)', 'data!A1:C9 home!A1'],
		['Controls', 'data!A1:C9'],
		['[1]Data!A1', ''],
		["'[Book 2.xlsx]Data'!A1", ''],
		['_xlfn.XLOOKUP(A1,Data!A:A,Data!B:B)', 'home!A1 data!A1:A1048576 data!B1:B1048576'],
		['IF(A1>0,B1,#REF!)', 'home!A1 home!B1'],
	])('%s', (formula, expected) => {
		expect(reads(formula)).toBe(expected);
	});

	it.each([
		'INDIRECT("A"&B1)',
		'SUM(OFFSET(A1,1,1))',
		'SUM(A1:INDEX(B:B,3))',
		'Moving',
		'Endless',
		'SUM(First:Last!A1)',
		'SUM(A1:Data!B2)',
		'SUM(A1:Scores)',
		'Other[Owner]',
	])('anything, where its text does not tell: %s', (formula) => {
		expect(reads(formula)).toMatch(/anything$/);
	});

	it('its own row of the table it stands in', () => {
		expect(reads('[@Owner]&[Due]', 'Data')).toBe('data!A5:C5 data!A1:C9');
	});
});
