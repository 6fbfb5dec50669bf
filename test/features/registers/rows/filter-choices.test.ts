import { describe, expect, it } from 'vitest';
import { filterChoices } from '../../../../src/features/registers/rows/filter-choices.ts';
import { aControl, columnOf } from '../some-records.ts';

describe('filterChoices', () => {
	it('offers every term, then unknown values, then the empty cell, with counts', () => {
		const controls = ['planned', 'planned', 'nearly there', ''].map((status) =>
			aControl({ status }),
		);
		const choices = filterChoices(controls, columnOf('status'));
		expect(choices.map(({ label, count }) => [label, count])).toEqual([
			['Not started', 0],
			['Planned', 2],
			['In progress', 0],
			['Implemented', 0],
			['Not applicable', 0],
			['nearly there', 1],
			['Empty', 1],
		]);
	});

	it('counts a control for each of its criteria and once for their series, in catalogue order', () => {
		const controls = [['A1.1', 'CC6.1', 'CC6.2'], ['CC6.1'], ['CC6.99']].map((criteria) =>
			aControl({ criteria }),
		);
		const choices = filterChoices(controls, columnOf('criteria'));
		expect(choices.map(({ value, count }) => [value, count])).toEqual([
			['CC6', 3],
			['CC6.1', 2],
			['CC6.2', 1],
			['A1', 1],
			['A1.1', 1],
			['CC6.99', 1],
		]);
		expect(choices[0]).toMatchObject({ isSeries: true, hint: 'Logical and physical access' });
		expect(choices[1]?.hint).toBeTruthy();
	});

	it('orders people as they are sorted', () => {
		const controls = ['zoe', 'Élodie', 'Ana 10', 'Ana 9'].map((owner) => aControl({ owner }));
		expect(filterChoices(controls, columnOf('owner')).map(({ value }) => value)).toEqual([
			'Ana 9',
			'Ana 10',
			'Élodie',
			'zoe',
		]);
	});
});
