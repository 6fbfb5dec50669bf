/** Which rows are rows of the table, and what is said of those that are not. */
import { describe, expect, it } from 'vitest';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import { aSheet, formula, type CellValue } from './a-sheet.ts';

const header = ['Control ID', 'Title', 'Description', 'Owner', 'Status'];
const row = (id: string): string[] => [
	id,
	`Title of ${id}`,
	`What the company does for ${id}, and how often it does it`,
	'Security team',
	'Implemented',
];
const before = ['AC-01', 'AC-02', 'AC-03'].map(row);
const after = ['CM-01', 'CM-02'].map(row);

/** The reason for row 5, which stands between two groups of rows. */
function reasonFor(odd: CellValue[]): string | undefined {
	const proposal = proposeSheet(aSheet([header, ...before, odd, ...after]));
	expect(proposal.dataRows).toEqual(expect.arrayContaining([2, 3, 4, 6, 7]));
	return proposal.leftOut.find((left) => left.row === 5)?.reason;
}

/** The reason for the row below the table, after a blank one. */
function reasonBelow(odd: CellValue[]): string | undefined {
	const proposal = proposeSheet(aSheet([header, ...before, ...after, [], odd]));
	expect(proposal.dataRows).toEqual([2, 3, 4, 5, 6]);
	return proposal.leftOut.find((left) => left.row === 8)?.reason;
}

describe('a row between the others is left out where it is', () => {
	it.each<[string, CellValue[], string]>([
		['a section heading', ['Change management'], 'A section heading'],
		['a heading in two cells', ['CM', 'Change management'], 'A section heading'],
		['the header again', [...header], 'The header again'],
		[
			'the header again under a section name',
			['Changes', 'Title', 'Description', 'Owner'],
			'The header again',
		],
		['a Markdown ruling', ['---', '---', ':--', '---', '---'], 'A ruling line'],
		['commented out', ['#CM-00', ...row('CM-00').slice(1)], 'Commented out with #'],
		['a comment line', ['# retired controls follow'], 'Commented out with #'],
		['a total', ['Total', '', '12', '', ''], 'A total'],
		[
			'a template row',
			['', '', formula('IF(A5="","",1)'), '', ''],
			'A template row: formulas without a value',
		],
		['only errors', [{ kind: 'error', text: '#REF!' }], 'Holds only error values'],
	])('%s', (_, odd, reason) => {
		expect(reasonFor(odd)).toBe(reason);
	});
});

describe('a row below the table is left out where it is', () => {
	it.each<[string, CellValue[], string]>([
		['a legend', ['Legend: green means implemented'], 'A note below the table'],
		['a copyright line', ['© 2026 Example Ltd'], 'A note below the table'],
		['a sign-off line', ['Approved by:', 'J. Doe'], 'A sign-off line below the table'],
		['anything short', ['Printed on Monday'], 'Below the table'],
	])('%s', (_, odd, reason) => {
		expect(reasonBelow(odd)).toBe(reason);
	});
});

describe('a row comes in although', () => {
	it('it holds an id and nothing else', () => {
		expect(reasonFor(['CM-00'])).toBeUndefined();
	});

	it('its id is missing but most of the rest is there', () => {
		expect(reasonFor(['', ...row('').slice(1)])).toBeUndefined();
	});

	it('it begins with # and a number, as ids do', () => {
		expect(reasonFor(['#12', ...row('#12').slice(1)])).toBeUndefined();
	});

	it('all its cells are formulas with values', () => {
		expect(reasonFor(row('CM-00').map((text) => formula('Other!A1', text)))).toBeUndefined();
	});

	it('it is hidden, and that is said', () => {
		const sheet = aSheet([header, ...before, ...after], { hiddenRows: [3, 5] });
		const proposal = proposeSheet(sheet);
		expect(proposal.dataRows).toEqual([2, 3, 4, 5, 6]);
		expect(proposal.problems).toContainEqual({
			cell: '',
			severity: 'note',
			text: '2 of 5 rows are hidden in the spreadsheet and come in too: rows 3, 5.',
		});
	});
});

describe('a table ends where', () => {
	it('another begins after a gap', () => {
		const other: CellValue[][] = [
			['Risk ID', 'Risk description', 'Likelihood', 'Impact'],
			['R-01', 'Data may leak through a supplier', 'High', 'High'],
		];
		const proposal = proposeSheet(aSheet([header, ...before, ...after, [], ...other]));
		expect(proposal.dataRows).toEqual([2, 3, 4, 5, 6]);
		expect(proposal.leftOut.map((left) => left.reason)).toEqual([
			'Belongs to another table that starts in row 8',
			'Belongs to another table that starts in row 8',
		]);
	});
});

it('an explanation of every column under the header is no row', () => {
	const explained = header.map((name) => `What to write into the column ${name}`);
	const sparse = ['AC-01', 'AC-02', 'AC-03'].map((id): CellValue[] => [id, 'Title', '', '', '']);
	const proposal = proposeSheet(aSheet([header, explained, ...sparse]));
	expect(proposal.leftOut).toEqual([
		{ row: 2, reason: 'Explains the columns', text: explained.join(' | ') },
	]);
});

it('headings of a catalogue are the rows not marked as assessable', () => {
	const proposal = proposeSheet(
		aSheet([
			['assessable', 'depth', 'ref_id', 'name', 'description'],
			['', 1, 'CC6', 'Access', ''],
			['x', 2, 'CC6.1', 'Logical access', 'Access is restricted to the people who need it'],
			['x', 2, 'CC6.2', 'Registration', 'Accounts are registered before they are used'],
		]),
	);
	expect(proposal.dataRows).toEqual([3, 4]);
});
