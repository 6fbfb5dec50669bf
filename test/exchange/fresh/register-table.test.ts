import { describe, expect, it } from 'vitest';
import { registerTable } from '../../../src/exchange/fresh/register-table.ts';
import { everyColumn, type RegisterColumnKey } from '../../../src/exchange/register-columns.ts';
import { controlFields } from '../../../src/model/records/control-fields.ts';
import type { ColumnId } from '../../../src/model/records/own-column.ts';
import { retireControls } from '../../../src/workbook/commands/retire-controls.ts';
import { addColumn } from '../../../src/workbook/commands/own-columns.ts';
import type { ControlValues } from '../../../src/workbook/commands/add-controls.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';

const title = 'Control matrix';

describe('the table of controls', () => {
	it('has the usual fields by their labels, then the own columns that are not retired', () => {
		const workbook = aWorkbook();
		done(workbook, addColumn, { name: 'System' });
		const own = workbook.columns.all();
		const [first] = own;
		const gone = { ...first!, id: 'column:gone' as ColumnId, name: 'Gone', retired: true };
		const columns = everyColumn('controls', [], [...own, gone]);
		const table = registerTable('controls', [], columns, [...own, gone], {
			title,
			includeRetired: false,
		});
		expect(table.columns.map(({ header }) => header)).toEqual([
			...controlFields.filter(({ isHidden }) => !isHidden).map(({ label }) => label),
			'System',
		]);
	});

	it('[X-5] has a field that is hidden at first where a record fills it, or an own column bears its name', () => {
		const workbook = aWorkbook();
		aControl(workbook, { controlId: 'AC-1', isKey: 'yes', systems: ['Mail'] });
		done(workbook, addColumn, { name: 'Design' });
		const columns = everyColumn('controls', workbook.controls.all(), workbook.columns.all());
		expect(columns).toEqual(expect.arrayContaining(['isKey', 'systems', 'design']));
		expect(columns).not.toContain('tester');
	});

	it('takes the columns asked for, in their order', () => {
		const table = tableOf({ controlId: 'CTL-1', title: 'Access' }, ['title', 'controlId']);
		expect(table.rows).toEqual([['Access', 'CTL-1']]);
	});

	it('writes terms by their label and other words as they are', () => {
		const columns: readonly RegisterColumnKey[] = ['status', 'frequency'];
		const table = tableOf({ status: 'inProgress', frequency: 'when needed' }, columns);
		expect(table.rows).toEqual([['In progress', 'when needed']]);
		expect(table.columns[0]?.kind).toEqual({
			kind: 'term',
			choices: ['Not started', 'Planned', 'In progress', 'Implemented', 'Not applicable'],
		});
	});

	it.each([
		[['CC6.1', 'CC6.2'], 'CC6.1, CC6.2'],
		[['164.308(a), (b)', 'A.5.15'], '164.308(a), (b)\nA.5.15'],
		[['164.308(a), (b)'], '164.308(a), (b)\n'],
		[[], ''],
	])('joins the ids %j so that they can be told apart again', (references, text) => {
		expect(tableOf({ references }, ['references']).rows).toEqual([[text]]);
	});

	it('leaves retired controls out unless asked for, then says when and why', () => {
		const workbook = aWorkbook();
		const { id } = aControl(workbook, { controlId: 'CTL-1' });
		aControl(workbook, { controlId: 'CTL-2' });
		done(workbook, retireControls, { controls: [id], reason: 'Replaced by CTL-2' });
		const controls = workbook.controls.all();
		const columns: readonly RegisterColumnKey[] = ['controlId'];
		expect(
			registerTable('controls', controls, columns, [], { title, includeRetired: false }).rows,
		).toEqual([['CTL-2']]);
		const all = registerTable('controls', controls, columns, [], { title, includeRetired: true });
		expect(all.columns.map(({ header }) => header)).toEqual(['Control ID', 'Retired']);
		expect(all.rows).toEqual([
			['CTL-1', '21 Nov 2026, Dana, Replaced by CTL-2'],
			['CTL-2', ''],
		]);
	});

	it('gives own columns the width their texts need, and wraps long ones as prose', () => {
		const workbook = aWorkbook();
		for (const name of ['Short', 'Long']) done(workbook, addColumn, { name });
		const [short, long] = workbook.columns.all();
		const own = { [short!.id]: 'twenty characters ..', [long!.id]: 'word '.repeat(40) };
		const control = aControl(workbook, { own });
		const ids = [short!.id, long!.id];
		const table = registerTable('controls', [control], ids, workbook.columns.all(), {
			title,
			includeRetired: false,
		});
		expect(table.columns.map(({ kind, widthCharacters }) => [kind.kind, widthCharacters])).toEqual([
			['text', 22],
			['prose', 50],
		]);
	});
});

function tableOf(values: ControlValues, columns: readonly RegisterColumnKey[]) {
	const control = aControl(aWorkbook(), values);
	return registerTable('controls', [control], columns, [], { title, includeRetired: false });
}
