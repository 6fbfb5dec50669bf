import { expect, it } from 'vitest';
import { assessedRows } from '../../../src/exchange/proposal/assessment-changes.ts';
import type { DraftRow } from '../../../src/exchange/proposal/proposal.ts';
import { emptyAssessment, type Assessment } from '../../../src/model/records/assessment.ts';

it('[I-9] takes the text of the criteria from a sheet of two columns', () => {
	const rows = [
		aRow(2, { criterion: 'CC1.1', licensedText: 'Words of the publisher' }),
		aRow(3, { criterion: 'CC 6.1', licensedText: 'More words' }),
	];
	expect(assessed(rows).changes).toEqual([
		{ criterion: 'CC1.1', field: 'licensedText', before: '', after: 'Words of the publisher' },
		{ criterion: 'CC6.1', field: 'licensedText', before: '', after: 'More words' },
	]);
});

it('[I-9] changes nothing by an empty cell or by what stands here', () => {
	const present = { note: 'Kept', conclusion: 'met' };
	const rows = [aRow(2, { criterion: 'CC1.1', note: '', conclusion: 'met' })];
	expect(assessed(rows, present).changes).toEqual([]);
});

it('[I-9] lists rows that name no criterion, several at once, or one that was named already', () => {
	const rows = [
		aRow(2, { criterion: 'CC6.9', note: 'a' }),
		aRow(3, { criterion: 'CC6.1, CC6.2', note: 'b' }),
		aRow(4, { criterion: 'CC6.1', note: 'c' }),
		aRow(5, { criterion: 'CC6.1', note: 'd' }),
		aRow(6, { note: 'e' }),
	];
	const { changes, leftOut, criteria } = assessed(rows);
	expect(changes.map(({ criterion, after }) => [criterion, after])).toEqual([['CC6.1', 'c']]);
	expect(criteria).toBe(1);
	expect(leftOut.map(({ row, reason }) => [row, reason])).toEqual([
		[2, 'Names no criterion of the catalogue'],
		[3, 'Names several criteria at once'],
		[5, 'Row 4 speaks of CC6.1 already'],
		[6, 'Names no criterion of the catalogue'],
	]);
});

it('takes a conclusion that the statuses come to anyway for none, unless another one stands', () => {
	const rows = [aRow(2, { criterion: 'CC1.1', conclusion: 'notMet' })];
	expect(assessed(rows).changes).toEqual([]);
	expect(assessed(rows, { conclusion: 'met' }).changes).toEqual([
		{ criterion: 'CC1.1', field: 'conclusion', before: 'met', after: 'notMet' },
	]);
});

function aRow(row: number, texts: DraftRow['texts']): DraftRow {
	return { row, texts, sets: {}, own: {} };
}

function assessed(rows: readonly DraftRow[], present: Partial<Assessment> = {}) {
	return assessedRows(rows, {
		assessment: (id) => ({ ...emptyAssessment(id), ...present, id }),
		state: () => 'notMet',
	});
}
