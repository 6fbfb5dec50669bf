import { beforeEach, describe, expect, it } from 'vitest';

import { nothingChosen } from '../../../../src/features/exchange/handing-back/choices.svelte.ts';
import { columnNames } from '../../../../src/features/exchange/handing-back/column-names.ts';
import {
	gatherOrder,
	usualPlaceOfAdded,
} from '../../../../src/features/exchange/handing-back/gather-order.ts';
import { lastChange } from '../../../../src/features/exchange/handing-back/last-change.ts';
import { sourceWorkbooks } from '../../../../src/features/exchange/source-workbook.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import { editControls } from '../../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../../src/workbook/commands/import-rows.ts';
import { retireControls } from '../../../../src/workbook/commands/retire-controls.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';

const bytes = new Uint8Array([1, 2]);
let workbook: LiveWorkbook;

function bringIn(sheet: string, ...ids: readonly string[]): void {
	done(workbook.workbook, importRows, {
		fileName: 'PBC.xlsx',
		sha256: 'a'.repeat(64),
		sheet,
		headerRow: 1,
		columns: [
			{ index: 0, header: 'Ref', target: { kind: 'field', key: 'controlId' } },
			{ index: 1, header: '', target: { kind: 'field', key: 'owner' } },
			{
				index: 2,
				header: 'Slack\nchannel',
				target: { kind: 'own', name: 'Slack', meaning: 'other' },
			},
		],
		rows: ids.map((controlId, at) => ({
			row: at + 2,
			texts: { controlId, owner: 'CTO' },
			sets: {},
			own: {},
		})),
		leftOut: [],
		problems: [],
		words: {},
		filledFrom: {},
	});
}

function gather(addTo?: 'first') {
	const [file] = sourceWorkbooks(workbook.imports);
	const sheet = addTo && file!.imports[0]!.id;
	return gatherOrder(workbook, file!, bytes, sheet, nothingChosen);
}

beforeEach(() => {
	workbook = new LiveWorkbook(aWorkbook());
	bringIn('One', 'AC-1', 'AC-2');
});

describe('what goes back into a file', () => {
	it('is each control of each of its sheets, as it stands and as the file says it', () => {
		bringIn('Two', 'CM-1');
		const [first] = workbook.controls;
		const edits = [{ control: first!.id, column: 'owner' as const, value: 'CIO' }];
		done(workbook.workbook, editControls, { edits });
		expect(
			gather().sheets.map(({ record, controls }) => [
				record.sheet,
				...controls.map(({ now, said }) => `${now.controlId}: ${said.owner} → ${now.owner}`),
			]),
		).toEqual([
			['One', 'AC-1: CTO → CIO', 'AC-2: CTO → CTO'],
			['Two', 'CM-1: CTO → CTO'],
		]);
	});

	it('takes the controls made here only into the sheet that was chosen, retired ones nowhere', () => {
		aControl(workbook.workbook, { controlId: 'BC-1' });
		const gone = aControl(workbook.workbook, { controlId: 'BC-2' });
		done(workbook.workbook, retireControls, { controls: [gone.id], reason: '' });
		expect(gather().sheets[0]?.added).toEqual([]);
		const [sheet] = gather('first').sheets;
		expect(sheet?.added.map(({ controlId }) => controlId)).toEqual(['BC-1']);
	});

	it('has a usual place for them only where there is one table', () => {
		expect(usualPlaceOfAdded(sourceWorkbooks(workbook.imports)[0]!)).toBe(workbook.imports[0]?.id);
		bringIn('Two', 'CM-1');
		expect(usualPlaceOfAdded(sourceWorkbooks(workbook.imports)[0]!)).toBeUndefined();
	});
});

describe('a cell that goes back', () => {
	it('is named by its header in the file, else as the workbook calls the column', () => {
		const name = columnNames(workbook.imports, workbook);
		const [own] = workbook.ownColumns;
		const columns = ['controlId', 'owner', 'evidence', own!.id, ''];
		expect(columns.map((column) => name({ sheet: 'One', column }))).toEqual([
			...['Ref', 'Owner', 'Evidence', 'Slack channel', ''],
		]);
	});

	it('knows who changed its value last', () => {
		const [first, second] = workbook.controls;
		for (const value of ['CIO', 'COO']) {
			const edits = [{ control: first!.id, column: 'owner' as const, value }];
			done(workbook.workbook, editControls, { edits });
		}
		const found = lastChange(workbook.activity, first!.id, 'owner');
		expect(found?.changes[0]).toMatchObject({ before: 'CIO', after: 'COO' });
		expect(lastChange(workbook.activity, first!.id, 'title')).toBeUndefined();
		expect(lastChange(workbook.activity, second!.id, 'owner')).toBeUndefined();
	});
});
