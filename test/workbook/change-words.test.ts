import { expect, it } from 'vitest';
import { changeWords, type Names } from '../../src/workbook/change-words.ts';
import type { ColumnId } from '../../src/model/records/own-column.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { addColumn, renameColumn } from '../../src/workbook/commands/own-columns.ts';
import { retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { assessCriteria } from '../../src/workbook/commands/assess-criteria.ts';
import { addRecords } from '../../src/workbook/commands/records/add-records.ts';
import { editRecords } from '../../src/workbook/commands/records/edit-records.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import { changeView, saveView } from '../../src/workbook/commands/shared-views.ts';
import { firstSettings } from '../../src/model/records/view-settings.ts';
import { registerOfId } from '../../src/model/registers/registers.ts';
import type { ViewId } from '../../src/model/records/shared-view.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';

function namesOf(workbook: Workbook): Names {
	return {
		record: (id) => {
			const register = registerOfId(id);
			return register && workbook.registers.of(register.name).get(id);
		},
		column: (id) => workbook.columns.get(id),
		view: (id) => workbook.views.get(id),
	};
}

function lastWords(workbook: Workbook) {
	const [entry] = workbook.activity.latest();
	return changeWords(entry?.changes ?? [], namesOf(workbook)).map(
		({ record, column, before, after }) => [record, column, before, after],
	);
}

it('says changes with the words people read for records, fields and terms', () => {
	const workbook = aWorkbook();
	const { id } = aControl(workbook, { controlId: 'AC-1', status: 'planned', criteria: ['CC6.1'] });
	done(workbook, editControls, {
		edits: [{ control: id, column: 'status', value: 'implemented' }],
	});
	expect(lastWords(workbook)).toEqual([['AC-1', 'Status', 'Planned', 'Implemented']]);
	done(workbook, editControls, { edits: [{ control: id, column: 'criteria', value: ['CC6.2'] }] });
	expect(lastWords(workbook)).toEqual([['AC-1', 'Criteria', 'CC6.1', 'CC6.2']]);
	done(workbook, retireControls, { controls: [id], reason: 'merged' });
	expect(lastWords(workbook)).toEqual([['AC-1', 'Retired', '', 'merged']]);
});

it('names own columns, renamed ones by their present name', () => {
	const workbook = aWorkbook();
	const { id } = aControl(workbook, { title: 'Reviews' });
	const column = done(workbook, addColumn, { name: 'Ticket' }).created[0] as ColumnId;
	done(workbook, editControls, { edits: [{ control: id, column, value: 'SEC-1' }] });
	expect(lastWords(workbook)).toEqual([['Reviews', 'Ticket', '', 'SEC-1']]);
	done(workbook, renameColumn, { column, name: 'Issue' });
	expect(lastWords(workbook)).toEqual([['Issue', 'Name', 'Ticket', 'Issue']]);
});

it('says what changed in a shared view by the names of its settings', () => {
	const workbook = aWorkbook();
	const view = done(workbook, saveView, { name: 'Mine', settings: firstSettings })
		.created[0] as ViewId;
	done(workbook, changeView, {
		view,
		settings: {
			sorts: [{ column: 'owner', direction: 'ascending' }],
			groupBy: 'series',
			hidden: ['notes', 'column:gone'],
			lines: 3,
			showRetired: true,
			widths: { title: 300 },
		},
	});
	expect(lastWords(workbook)).toEqual([
		['Mine', 'Order of rows', '', 'Owner'],
		['Mine', 'Groups', '', 'Criteria series'],
		['Mine', 'Hidden columns', '', 'Notes, A removed column'],
		['Mine', 'Lines a row', '8', '3'],
		['Mine', 'Retired controls', 'No', 'Yes'],
		['Mine', 'Column widths', '0 set', '1 set'],
	]);
	done(workbook, changeView, { view, name: 'Ours' });
	expect(lastWords(workbook)).toEqual([['Ours', 'Name', 'Mine', 'Ours']]);
});

it('says what changed in any register: links by name, several terms by their labels', () => {
	const workbook = aWorkbook();
	const control = aControl(workbook, { controlId: 'AC-1' });
	const [risk = ''] = done(workbook, addRecords, {
		register: 'risks',
		rows: [{ riskId: 'R-1', title: 'Lost laptops' }],
	}).created;
	const edit = (column: string, value: string | string[]) =>
		done(workbook, editRecords, { register: 'risks', edits: [{ record: risk, column, value }] });
	edit('controls', [control.id, 'the old one']);
	expect(lastWords(workbook)).toEqual([['R-1', 'Controls', '', 'AC-1, the old one']]);
	edit('likelihood', '4');
	expect(lastWords(workbook)).toEqual([['R-1', 'Likelihood', '', '4 High']]);
	edit('due', '2026-12-01');
	expect(lastWords(workbook)).toEqual([['R-1', 'Due', '', '1 Dec 2026']]);
	done(workbook, editControls, {
		edits: [{ control: control.id, column: 'testMethods', value: ['inspection'] }],
	});
	expect(lastWords(workbook)).toEqual([['AC-1', 'Test methods', '', 'Inspection']]);
});

it('says what changed in the scope and in the assessment of a criterion', () => {
	const workbook = aWorkbook();
	done(workbook, setScope, {
		values: { categories: ['security', 'privacy'], periodStart: '2026-01-01' },
		reasons: { privacy: 'Promised in the notice' },
	});
	expect(lastWords(workbook)).toEqual([
		['Scope', 'Categories in scope', '', 'Security, Privacy'],
		['Scope', 'Period start', '', '1 Jan 2026'],
		['Scope', 'Reason: privacy', '', 'Promised in the notice'],
	]);
	done(workbook, assessCriteria, {
		edits: [{ criterion: 'CC6.1', field: 'conclusion', value: 'partlyMet' }],
	});
	expect(lastWords(workbook)).toEqual([['CC6.1', 'Conclusion', '', 'Partly met']]);
});
