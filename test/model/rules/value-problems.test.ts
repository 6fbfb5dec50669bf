import { describe, expect, it } from 'vitest';
import {
	duplicateIds,
	linkProblem,
	valueProblems,
	type LinkState,
} from '../../../src/model/rules/value-problems.ts';
import { controls } from '../../../src/model/registers/controls.ts';
import type { RegisterName } from '../../../src/model/registers/register.ts';
import { registers } from '../../../src/model/registers/registers.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';

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

	it('[V-2] marks numbers that are none, terms of a set and kinds of evidence that no list has', () => {
		const control = aControl(aWorkbook(), {
			itemsTested: '12.5',
			deviations: '0',
			testMethods: ['inspection', 'Guessing'],
			evidenceKinds: ['ev-nothing'],
		});
		expect(valueProblems(controls, control).map(({ field, text }) => [field, text])).toEqual([
			['evidenceKinds', '“ev-nothing” is not a kind of evidence of the list. It is kept as it is.'],
			[
				'testMethods',
				'“Guessing” is none of the known test methods. Known: Inquiry, Observation, Inspection, Reperformance.',
			],
			['itemsTested', '“12.5” is not a whole number. Write it in digits, as 12.'],
		]);
	});

	it('[V-2] says of links who is not there, who is retired, and which names mean nobody', () => {
		const problem = (...states: LinkState[]) =>
			linkProblem(
				registers.vendors,
				states.map((state) => ({ words: 'Acme', state })),
			);
		expect(problem('active')).toBeUndefined();
		expect(problem('unknown')).toBe('There is no vendor “Acme”.');
		expect(problem('active', 'retired')).toBe('The vendor “Acme” is retired.');
		expect(problem('removed', 'removed')).toBe('A vendor named here is no longer in the workbook.');
	});

	it('[V-3] takes ids of a framework as its own, and leaves registers without ids alone', () => {
		const workbook = aWorkbook();
		const add = (register: RegisterName, ...rows: Record<string, string>[]) =>
			done(workbook, addRecords, { register, rows });
		add(
			'requirements',
			{ framework: 'A', requirementId: '1' },
			{ framework: 'B', requirementId: '1' },
		);
		add('vendors', { name: 'Acme' }, { name: 'Acme' });
		const twiceIn = (name: RegisterName) =>
			duplicateIds(registers[name], workbook.registers.of(name).all()).size;
		expect([twiceIn('requirements'), twiceIn('vendors')]).toEqual([0, 0]);
		add('requirements', { framework: 'B', requirementId: '1' });
		expect(twiceIn('requirements')).toBe(1);
	});
});
