import { expect, it } from 'vitest';
import { changeRecords } from '../../src/workbook/commands/records/change-records.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';

it('edits and adds as one step, which one undo takes back', () => {
	const workbook = aWorkbook();
	const { id } = aControl(workbook, { owner: 'Ana' });
	const { created } = done(workbook, changeRecords, {
		register: 'controls',
		edits: [{ record: id, column: 'owner', value: 'Ben' }],
		rows: [{ owner: 'Cleo', criteria: ['CC6.1'] }],
		label: 'Paste 3 cells',
	});
	expect(created).toHaveLength(1);
	expect(workbook.controls.all().map(({ owner }) => owner)).toEqual(['Ben', 'Cleo']);
	expect(workbook.history.undoStep?.label).toBe('Paste 3 cells');
	workbook.undo();
	expect(workbook.controls.all().map(({ owner }) => owner)).toEqual(['Ana']);
});

it('adds nothing where an edit is refused', () => {
	const workbook = aWorkbook();
	const outcome = workbook.run(changeRecords, {
		register: 'controls',
		edits: [{ record: 'control:gone', column: 'owner', value: 'Ben' }],
		rows: [{ owner: 'Cleo' }],
		label: 'Paste 2 cells',
	});
	expect(outcome.ok).toBe(false);
	expect(workbook.controls.all()).toEqual([]);
});
