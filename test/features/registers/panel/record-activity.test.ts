import { describe, expect, it } from 'vitest';
import { recordActivity } from '../../../../src/features/registers/panel/record-activity.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import { editControls } from '../../../../src/workbook/commands/edit-controls.ts';
import { addColumn } from '../../../../src/workbook/commands/own-columns.ts';
import { retireControls } from '../../../../src/workbook/commands/retire-controls.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';

function setupChanged() {
	const workbook = aWorkbook();
	done(workbook, addColumn, { name: 'Tool' });
	const [tool] = workbook.columns.all();
	const control = aControl(workbook, { controlId: 'AC-1', criteria: ['CC6.1', 'CC6.2'] });
	const other = aControl(workbook, { controlId: 'AC-2' });
	const edit = (column: 'status' | 'criteria', value: string | string[]) =>
		done(workbook, editControls, {
			edits: [control, other].map(({ id }) => ({ control: id, column, value })),
		});
	edit('status', 'planned');
	edit('criteria', ['CC6.2', 'CC6.3', 'A1.2']);
	const toolId = tool?.id ?? 'column:none';
	done(workbook, editControls, {
		edits: [{ control: control.id, column: toolId, value: 'Okta' }],
	});
	done(workbook, retireControls, { controls: [control.id], reason: '' });
	const { names, doers } = new LiveWorkbook(workbook);
	return { workbook, control, names, who: doers.nameOf };
}

describe('recordActivity', () => {
	it('tells newest first what changed in this control, in the words of the screen', () => {
		const { workbook, control, names, who } = setupChanged();
		const deeds = recordActivity(
			registers.controls,
			workbook.activity.latest(),
			control.id,
			names,
			who,
			20,
		);
		const words = deeds.flatMap(({ changes }) =>
			changes.map(({ column, before, after }) => [column, before, after]),
		);
		expect(words).toEqual([
			['Retired', '', 'no reason given'],
			['Tool', '', 'Okta'],
			['Criteria', 'CC6.1', 'CC6.3, A1.2'],
			['Status', '', 'Planned'],
		]);
		expect(deeds[0]).toMatchObject({ by: 'Dana', label: 'Retire AC-1' });
	});

	it('stops at the limit', () => {
		const { workbook, control, names, who } = setupChanged();
		const deeds = recordActivity(
			registers.controls,
			workbook.activity.latest(),
			control.id,
			names,
			who,
			2,
		);
		expect(deeds).toHaveLength(2);
	});
});
