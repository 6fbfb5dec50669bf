import { describe, expect, it } from 'vitest';
import { valueOrigin } from '../../../../src/features/registers/origin/value-origin.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import type { Control } from '../../../../src/model/records/control.ts';
import { ok } from '../../../../src/base/result.ts';
import type { ImportRecord } from '../../../../src/model/records/import-record.ts';
import type { CommandDefinition } from '../../../../src/workbook/command.ts';
import { editControls } from '../../../../src/workbook/commands/edit-controls.ts';
import { importRows, type ImportRows } from '../../../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { columnOf } from '../some-records.ts';

const oneRow: ImportRows = {
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
			sets: { criteria: ['CC6.1'] },
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
	done(workbook, importRows, oneRow);
	return { workbook, control: workbook.controls.all()[0]! };
}

function originOf(workbook: Workbook, id: Control['id'], key: Parameters<typeof columnOf>[0]) {
	const live = new LiveWorkbook(workbook);
	const control = workbook.controls.get(id)!;
	return valueOrigin({
		about: registers.controls,
		record: control,
		column: columnOf(key),
		problem: undefined,
		said: live.saidInFile(control),
		imported: control.source && live.importRecord(control.source.import),
		activity: live.activity,
		names: live.names,
		doers: live.doers,
	});
}

/** A later version of the file that says something else in some values, and has the control in row 9. */
const nextVersion: CommandDefinition<ImportRecord['saidAnew']> = {
	name: 'nextVersion',
	plan: (saidAnew, { workbook, ids }) => {
		const [before] = workbook.imports.all();
		const id = `import:${ids.next()}` as const;
		const versionOf = before!.id;
		const row = { ...before, fileName: 'controls v2.xlsx', versionOf, saidAnew };
		const moves = workbook.controls.all().map((control) => ({
			...({ kind: 'edit', table: 'controls', id: control.id, path: 'source' } as const),
			...{ before: control.source, after: { import: id, row: 9 } },
		}));
		const writes = [{ kind: 'row', table: 'imports', id, row } as const, ...moves];
		return ok({ writes, label: 'Take the next version' });
	},
};

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
			isChanged: false,
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
		expect(owner.source).toMatchObject({ said: 'Ana', isChanged: true });
		expect(owner.change).toMatchObject({ by: 'Dana', before: 'Ana' });
		expect(originOf(workbook, control.id, 'criteria').source?.said).toBe('CC6.1');
		expect(originOf(workbook, control.id, 'notes').change).toBeUndefined();
	});

	it('is not changed any more once it is what the file says again', () => {
		const { workbook, control } = imported();
		const set = (value: string) =>
			done(workbook, editControls, { edits: [{ control: control.id, column: 'owner', value }] });
		set('Ben');
		set('Ana');
		expect(originOf(workbook, control.id, 'owner').source).toMatchObject({
			said: undefined,
			isChanged: false,
		});
	});

	it('[I-5] is the later version that was taken over, with what that says', () => {
		const { workbook, control } = imported();
		const change = { control: control.id, column: 'owner', value: 'Ben' } as const;
		done(workbook, editControls, { edits: [change] });
		done(workbook, nextVersion, { [control.id]: { owner: 'Cleo', criteria: ['CC6.2'] } });
		expect(originOf(workbook, control.id, 'owner').source).toMatchObject({
			...{ file: 'controls v2.xlsx', row: 9, cells: ['A9'] },
			...{ said: 'Cleo', isChanged: true },
		});
		expect(originOf(workbook, control.id, 'criteria').source).toMatchObject({
			said: 'CC6.2',
			isChanged: true,
		});
		done(workbook, editControls, { edits: [{ ...change, value: 'Cleo' }] });
		expect(originOf(workbook, control.id, 'owner').source).toMatchObject({
			said: undefined,
			isChanged: false,
		});
	});

	it('says where no column of the sheet fed the value, and where there was no import', () => {
		const { workbook, control } = imported();
		expect(originOf(workbook, control.id, 'notes').source).toMatchObject({ row: 7, cells: [] });
		const { id } = aControl(workbook, { owner: 'Cleo' });
		expect(originOf(workbook, id, 'owner').source).toBeUndefined();
	});
});
