import { describe, expect, it } from 'vitest';
import { duplicateIds, valueProblems } from '../../../src/model/rules/value-problems.ts';
import { controls } from '../../../src/model/registers/controls.ts';
import { aControl, aWorkbook } from '../../support/a-workbook.ts';

describe('value problems', () => {
	it('[V-2] marks what is no term, date or criterion and leaves the values as they are', () => {
		const control = aControl(aWorkbook(), {
			status: 'Nearly there',
			dueDate: 'Q3',
			criteria: ['CC6.1', 'CC6.9'],
			owner: 'anyone',
		});
		expect(valueProblems(controls, control)).toEqual([
			{ field: 'criteria', text: 'CC6.9 is not a criterion that exists.' },
			{
				field: 'status',
				text: '“Nearly there” is not a known status. Known: Not started, Planned, In progress, Implemented, Not applicable.',
			},
			{ field: 'dueDate', text: '“Q3” is not a date. Write it as 2026-11-21.' },
		]);
		expect(control.status).toBe('Nearly there');
	});

	it('finds nothing odd in an empty control or in good values', () => {
		const workbook = aWorkbook();
		expect(valueProblems(controls, aControl(workbook))).toEqual([]);
		const good = { status: 'implemented', dueDate: '2026-12-31', criteria: ['P8.1'] };
		expect(valueProblems(controls, aControl(workbook, good))).toEqual([]);
	});

	it('[V-3] names control ids that two active controls carry', () => {
		const workbook = aWorkbook();
		const records = ['AC-1', ' AC-1', 'AC-2', '', ''].map((controlId) =>
			aControl(workbook, { controlId }),
		);
		expect([...duplicateIds(controls, records)]).toEqual(['AC-1']);
	});
});
