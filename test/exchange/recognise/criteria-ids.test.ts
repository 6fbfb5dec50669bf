/** The spellings of trust services criteria met in spreadsheets, one by one. */
import { describe, expect, it } from 'vitest';
import { isPointOfFocus, readCellIds } from '../../../src/exchange/recognise/criteria-ids.ts';

describe('several ids in a cell', () => {
	it.each([
		['by comma', 'CC6.1, CC6.2'],
		['by newline', 'CC6.1\nCC6.2'],
		['by semicolon', 'CC6.1;CC6.2'],
		['by slash', 'CC6.1 / CC6.2'],
		['by slash without blanks', 'CC6.1/CC6.2'],
		['by bar', 'CC6.1|CC6.2'],
		['by blank', 'CC6.1 CC6.2'],
		['by and', 'CC6.1 and CC6.2'],
		['by ampersand', 'CC6.1 & CC6.2'],
		['as bullets', '• CC6.1\n• CC6.2'],
		['the second without its letters', 'CC6.1, 6.2'],
		['the second by its number only', 'CC6.1, .2'],
		['twice the same', 'CC6.1, CC6.2, CC6.1'],
		['as a range of two', 'CC6.1-CC6.2'],
	])('%s', (_, text) => {
		const ids = readCellIds(text, 'criteria');
		expect(ids.criteria).toEqual(['CC6.1', 'CC6.2']);
		expect(ids.residue).toBe('');
		expect(ids.unknown).toEqual([]);
	});
});

describe('a range', () => {
	it.each([
		['CC6.1-CC6.3', ['CC6.1', 'CC6.2', 'CC6.3']],
		['CC6.1 – CC6.3', ['CC6.1', 'CC6.2', 'CC6.3']],
		['CC6.1-3', ['CC6.1', 'CC6.2', 'CC6.3']],
		['CC6.1-6.3', ['CC6.1', 'CC6.2', 'CC6.3']],
		['CC6.1 to CC6.3', ['CC6.1', 'CC6.2', 'CC6.3']],
		['CC6.1 through CC6.3', ['CC6.1', 'CC6.2', 'CC6.3']],
		['CC4.2-CC5.2', ['CC4.2', 'CC5.1', 'CC5.2']],
		['CC6.7-CC6.8, CC7.1', ['CC6.7', 'CC6.8', 'CC7.1']],
	])('%s', (text, expected) => {
		expect(readCellIds(text, 'criteria').criteria).toEqual(expected);
	});

	it('does not run backwards', () => {
		expect(readCellIds('CC6.3-CC6.1', 'criteria').criteria).toEqual(['CC6.3', 'CC6.1']);
	});

	it('is not read from the number of a control, CC6.1-02', () => {
		expect(readCellIds('CC6.1-02', 'criteria').criteria).toEqual(['CC6.1']);
		expect(readCellIds('CC6.1-2', 'rowId').criteria).toEqual(['CC6.1']);
	});
});

describe('a damaged id', () => {
	it.each([
		['CC 6.1', 'CC6.1'],
		['cc6.1', 'CC6.1'],
		['CC6.01', 'CC6.1'],
		['CC06.1', 'CC6.1'],
		['CC-6.1', 'CC6.1'],
		['CC.6.1', 'CC6.1'],
		['CC6. 1', 'CC6.1'],
		['CC6.1.', 'CC6.1'],
		['TSC CC6.1', 'CC6.1'],
		['SOC 2 CC6.1', 'CC6.1'],
		['SOC2: CC6.1', 'CC6.1'],
		['Common Criteria 6.1', 'CC6.1'],
		['Common Criteria CC6.1', 'CC6.1'],
		['Processing Integrity 1.3', 'PI1.3'],
		['Availability 1.2', 'A1.2'],
		['Privacy 6.7', 'P6.7'],
		['A 1.2', 'A1.2'],
	])('%s is read as %s', (text, id) => {
		const ids = readCellIds(text, 'criteria');
		expect(ids.criteria).toEqual([id]);
		expect(ids.residue).toBe('');
	});

	it('says what was repaired, but not a change of case or blanks', () => {
		expect(readCellIds('CC6.01', 'criteria').repaired).toEqual([['CC6.01', 'CC6.1']]);
		expect(readCellIds('cc 6.1', 'criteria').repaired).toEqual([]);
	});
});

describe('text around an id', () => {
	it('stays as residue: CC1.1 – Control environment', () => {
		const ids = readCellIds('CC1.1 – Control environment', 'criteria');
		expect(ids.criteria).toEqual(['CC1.1']);
		expect(ids.residue).toBe('Control environment');
	});

	it('is not taken for a range', () => {
		expect(readCellIds('CC6.1 - 3rd party access', 'criteria').criteria).toEqual(['CC6.1']);
	});
});

describe('a point of focus', () => {
	it.each(['CC6.1.2', 'cc6.1.2', 'CC6.1-POF2'])('%s counts for its criterion', (text) => {
		const ids = readCellIds(text, 'any');
		expect(ids.criteria).toEqual(['CC6.1']);
		expect(ids.repaired).toEqual([[text, 'CC6.1']]);
	});

	it('is told from a criterion', () => {
		expect(['CC6.1.2', 'CC6.1-POF2', 'CC6.1', 'CC6.01'].map(isPointOfFocus)).toEqual([
			true,
			true,
			false,
			false,
		]);
	});
});

describe('an id that does not exist', () => {
	it.each(['CC6.9', 'CC10.1', 'C1.3', 'PP1.2', 'PI1.6', 'P1.2'])('%s is reported', (text) => {
		const ids = readCellIds(text, 'criteria');
		expect(ids.criteria).toEqual([]);
		expect(ids.unknown).toEqual([text]);
	});

	it('does not hide its neighbours', () => {
		const ids = readCellIds('CC6.8, CC6.9, CC7.1', 'criteria');
		expect(ids.criteria).toEqual(['CC6.8', 'CC7.1']);
		expect(ids.unknown).toEqual(['CC6.9']);
	});
});

describe('ids of other frameworks', () => {
	it.each([
		['A.5.15', 'A.5.15'],
		['A5.9', 'A.5.9'],
		['A.9.2.1', 'A.9.2.1'],
		['C.4.3', 'C.4.3'],
		['Clause 6.1.2', 'Clause 6.1.2'],
		['AC-2', 'AC-2'],
		['AC-02(01)', 'AC-2(1)'],
		['PR.AC-1', 'PR.AC-1'],
		['GV.OC-01', 'GV.OC-01'],
		['§164.308(a)(1)(ii)(A)', '164.308(a)(1)(ii)(A)'],
		['APO01', 'APO01'],
		['DSS05.02', 'DSS05.02'],
	])('%s is a reference, no criterion', (text, id) => {
		const ids = readCellIds(text, 'any');
		expect(ids.criteria).toEqual([]);
		expect(ids.references).toEqual([id]);
		expect(ids.residue).toBe('');
	});

	it('stand beside criteria in one cell', () => {
		const ids = readCellIds('CC6.1, A.5.15, AC-2', 'criteria');
		expect(ids.criteria).toEqual(['CC6.1']);
		expect(ids.references).toEqual(['A.5.15', 'AC-2']);
	});

	it('keep their own meaning in their own column, A1.2 and 7.2 too', () => {
		const ids = readCellIds('A1.2.1, 7.2', 'references');
		expect(ids.criteria).toEqual([]);
		expect(ids.references).toContain('7.2');
	});

	it('keep the names that follow them as residue', () => {
		const ids = readCellIds('5.1 Information security policies', 'references');
		expect(ids.references).toEqual(['5.1']);
		expect(ids.residue).toBe('Information security policies');
	});
});

describe('what only looks like an id', () => {
	it.each(['P1', 'C-01', 'C01', 'Priority 1', 'ACC6.1x', 'v6.1', 'Section 6.1', 'E-GOV-01'])(
		'%s is none',
		(text) => {
			const ids = readCellIds(text, 'any');
			expect(ids.criteria).toEqual([]);
			expect(ids.unknown).toEqual([]);
		},
	);

	it('an empty cell has none', () => {
		expect(readCellIds('', 'criteria')).toEqual({
			criteria: [],
			references: [],
			unknown: [],
			repaired: [],
			residue: '',
		});
	});
});
