import { describe, expect, it } from 'vitest';
import { valueOrigin } from '../../../../src/features/matrix/origin/value-origin.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import type { Control } from '../../../../src/model/records/control.ts';
import { editControls } from '../../../../src/workbook/commands/edit-controls.ts';
import {
	importControls,
	type ImportControls,
} from '../../../../src/workbook/commands/import-controls.ts';
import type { Workbook } from '../../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';
import { columnOf } from '../matrix-controls.ts';

const oneRow: ImportControls = {
	fileName: 'controls.xlsx',
	sha256: '',
	sheet: 'Matrix',
	headerRow: 1,
	columns: [
		{ index: 0, header: 'Who', target: { kind: 'field', key: 'owner' } },
		{ index: 1, header: 'State', target: { kind: 'field', key: 'status' } },
		{ index: 2, header: 'TSC', target: { kind: 'field', key: 'criteria' } },
	],
	rows: [
		{
			row: 7,
			texts: { owner: 'Ana', status: 'implemented' },
			criteria: ['CC6.1'],
			references: [],
			own: {},
		},
	],
	leftOut: [],
	problems: [],
	words: { status: { Live: 'implemented', 'In use': 'implemented' } },
	filledFrom: {},
};

function imported(): { workbook: Workbook; control: Control } {
	const workbook = aWorkbook();
	done(workbook, importControls, oneRow);
	return { workbook, control: workbook.controls.all()[0]! };
}

function originOf(workbook: Workbook, id: Control['id'], key: Parameters<typeof columnOf>[0]) {
	const live = new LiveWorkbook(workbook);
	const control = workbook.controls.get(id)!;
	return valueOrigin({
		control,
		column: columnOf(key),
		problem: undefined,
		created: live.controlAsCreated(id),
		record: control.source && live.importRecord(control.source.import),
		activity: live.activity,
		names: live.names,
	});
}

describe('the source of a value', () => {
	it('names file, sheet, cell and heading; what it said only where that differs', () => {
		const { workbook, control } = imported();
		const { source, change } = originOf(workbook, control.id, 'owner');
		expect(source).toMatchObject({
			file: 'controls.xlsx',
			sheet: 'Matrix',
			cells: ['A7'],
			header: 'Who',
			said: undefined,
			by: 'Dana',
		});
		expect(change).toBeUndefined();
	});

	it("gives a term in the file's own words", () => {
		const { workbook, control } = imported();
		expect(originOf(workbook, control.id, 'status').source?.said).toBe('Live” or “In use');
	});

	it('keeps what it said when the value is edited, and tells the last change', () => {
		const { workbook, control } = imported();
		const set = (column: 'owner' | 'criteria', value: string | readonly string[]) =>
			done(workbook, editControls, { edits: [{ control: control.id, column, value }] });
		set('owner', 'Ben');
		set('criteria', ['CC6.2']);
		const owner = originOf(workbook, control.id, 'owner');
		expect(owner.text).toBe('Ben');
		expect(owner.source?.said).toBe('Ana');
		expect(owner.change).toMatchObject({ by: 'Dana', before: 'Ana' });
		expect(originOf(workbook, control.id, 'criteria').source?.said).toBe('CC6.1');
		expect(originOf(workbook, control.id, 'notes').change).toBeUndefined();
	});

	it('says where no column of the sheet fed the value, and where there was no import', () => {
		const { workbook, control } = imported();
		expect(originOf(workbook, control.id, 'notes').source).toMatchObject({ row: 7, cells: [] });
		const { id } = aControl(workbook, { owner: 'Cleo' });
		expect(originOf(workbook, id, 'owner').source).toBeUndefined();
	});
});
