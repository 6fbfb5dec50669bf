import { describe, expect, it } from 'vitest';

import type { Control } from '../../../src/model/records/control.ts';
import { changedColumns } from '../../../src/model/rules/changed-values.ts';
import { aControl, aWorkbook } from '../../support/a-workbook.ts';

const said = aControl(aWorkbook(), {
	title: 'Access is reviewed',
	criteria: ['CC6.1', 'CC6.2'],
	own: { 'column:region': 'EU', 'column:tool': 'Okta' },
});

function changed(values: Partial<Control>): readonly string[] {
	return changedColumns(said, { ...said, ...values });
}

describe('the values of a control that its file does not say', () => {
	it('are none where nothing was edited, and none because it was retired', () => {
		expect(changed({})).toEqual([]);
		expect(changed({ retired: { at: '2026-11-21', by: 'Dana', reason: '' } })).toEqual([]);
	});

	it('are named by their columns, fields first', () => {
		expect(
			changed({ own: { 'column:region': 'US', 'column:tool': 'Okta' }, title: '', owner: 'CTO' }),
		).toEqual(['title', 'owner', 'column:region']);
	});

	it('count a set by its members, in any order', () => {
		expect(changed({ criteria: ['CC6.2', 'CC6.1'] })).toEqual([]);
		expect(changed({ criteria: ['CC6.2', 'CC6.3'] })).toEqual(['criteria']);
	});

	it('count a value of an own column that came or went, not one that is empty either way', () => {
		expect(changed({ own: { 'column:region': 'EU', 'column:new': 'x' } })).toEqual([
			'column:tool',
			'column:new',
		]);
		expect(
			changed({ own: { 'column:region': 'EU', 'column:tool': 'Okta', 'column:new': '' } }),
		).toEqual([]);
	});
});
