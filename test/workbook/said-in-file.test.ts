import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '../../src/model/records/import-record.ts';
import type { CommandDefinition } from '../../src/workbook/command.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { saidInFile } from '../../src/workbook/said-in-file.ts';
import { ok } from '../../src/base/result.ts';
import { at } from '../support/at.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';

const firstVersion = {
	...{ fileName: 'matrix.xlsx', sha256: 'ab'.repeat(32), sheet: 'Controls', headerRow: 1 },
	columns: [
		{ index: 0, header: 'Ref', target: { kind: 'field', key: 'controlId' } },
		{ index: 1, header: 'Owner', target: { kind: 'field', key: 'owner' } },
		{ index: 2, header: 'Region', target: { kind: 'own', name: 'Region', meaning: 'other' } },
	],
	rows: [
		{
			...{ row: 2, texts: { controlId: 'AC-1', owner: 'Ann' }, own: { 2: 'EU' } },
			sets: { criteria: ['CC6.1'] },
		},
	],
	...{ leftOut: [], problems: [], words: {}, filledFrom: {} },
} as const;

/** Writes the record of a later version and moves the control's source to it. */
const nextVersion: CommandDefinition<Partial<ImportRecord>> = {
	name: 'nextVersion',
	plan: (record, { workbook, ids }) => {
		const control = at(workbook.controls.all(), 0);
		const before = at(workbook.imports.all(), 0);
		const id = `import:${ids.next()}`;
		const row = { ...before, at: '2026-11-22T00:00:00.000Z', ...record };
		const source = { import: id, row: 7 };
		const move = { table: 'controls', id: control.id, path: 'source' } as const;
		return ok({
			writes: [
				{ kind: 'row', table: 'imports', id, row },
				{ kind: 'edit', ...move, before: control.source, after: source },
			],
			label: 'Take the next version',
		});
	},
};

function ofFirst(workbook: Workbook) {
	return saidInFile(workbook, at(workbook.controls.all(), 0));
}

describe('what the file of a control says', () => {
	it('[I-5] is the row as it was imported, whatever was edited here', () => {
		const workbook = aWorkbook();
		done(workbook, importRows, firstVersion);
		const control = at(workbook.controls.all(), 0).id;
		done(workbook, editControls, {
			edits: [{ control, column: 'owner', value: 'Bob' }],
			label: 'Edit',
		});
		expect(workbook.controls.get(control)?.owner).toBe('Bob');
		expect(ofFirst(workbook)).toMatchObject({ owner: 'Ann', criteria: ['CC6.1'] });
	});

	it('[I-5] is what the later version says anew where it says something else', () => {
		const workbook = aWorkbook();
		done(workbook, importRows, firstVersion);
		const control = at(workbook.controls.all(), 0);
		const region = at(workbook.columns.all(), 0).id;
		done(workbook, nextVersion, {
			versionOf: at(workbook.imports.all(), 0).id,
			saidAnew: { [control.id]: { owner: 'Cleo', criteria: ['CC6.2'], [region]: '' } },
		});
		const said = ofFirst(workbook);
		expect(said).toMatchObject({ controlId: 'AC-1', owner: 'Cleo', criteria: ['CC6.2'] });
		expect(said?.own).toEqual({ [region]: '' });
	});

	it('passes over what a version says of a field that is not there or in the wrong form', () => {
		const workbook = aWorkbook();
		done(workbook, importRows, firstVersion);
		const control = at(workbook.controls.all(), 0);
		done(workbook, nextVersion, {
			versionOf: at(workbook.imports.all(), 0).id,
			saidAnew: { [control.id]: { owner: ['Cleo'], criteria: 'CC9.9', id: 'control:x' } },
		});
		const { id, owner, criteria } = ofFirst(workbook) ?? {};
		expect({ id, owner, criteria }).toEqual({ id: control.id, owner: 'Ann', criteria: ['CC6.1'] });
	});

	it('is nothing for a control that was made here', () => {
		const workbook = aWorkbook();
		done(workbook, addControls, { rows: [{ controlId: 'AC-1' }] });
		expect(ofFirst(workbook)).toBeUndefined();
	});
});
