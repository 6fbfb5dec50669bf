/** What comes in under the user's decisions, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import type {
	ColumnTarget,
	ImportDecisions,
	ImportDraft,
} from '../../../src/exchange/proposal/proposal.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import type { Sheet } from '../../../src/exchange/sheet.ts';
import { aSheet, dateCell, type CellValue } from '../recognise/a-sheet.ts';

const description = 'What the company does about it, and how often';
const field = (key: string): ColumnTarget => ({ kind: 'field', key });

function draftOf(sheet: Sheet, change: Partial<ImportDecisions> = {}): ImportDraft {
	const proposal = proposeSheet(sheet);
	return buildDraft(sheet, proposal, { ...initialDecisions(proposal), ...change });
}

/** A sheet of ids, descriptions and one more column. */
function withColumn(header: string, values: readonly CellValue[]): Sheet {
	const rows = values.map((value, i): CellValue[] => [`C-${i + 1}`, description, value]);
	return aSheet([['Control ID', 'Description', header], ...rows]);
}

describe('a row', () => {
	it('brings its cells into fields and own columns, without outer blanks', () => {
		const sheet = aSheet([
			['Control ID', 'Title', 'Criteria', 'Status', 'Budget'],
			[' C-01 ', 'Access', 'CC6.1, CC6.2', 'Partially implemented', '1,200'],
			['C-02', 'Leavers', 'CC6.3', 'Implemented', ''],
		]);
		const draft = draftOf(sheet);
		expect(draft.rows).toEqual([
			{
				row: 2,
				texts: { controlId: 'C-01', title: 'Access', status: 'inProgress' },
				sets: { criteria: ['CC6.1', 'CC6.2'] },
				own: { 4: '1,200' },
			},
			{
				row: 3,
				texts: { controlId: 'C-02', title: 'Leavers', status: 'implemented' },
				sets: { criteria: ['CC6.3'] },
				own: {},
			},
		]);
		expect(draft.words).toEqual({
			status: { 'Partially implemented': 'inProgress', Implemented: 'implemented' },
		});
		expect(draft.headerRow).toBe(1);
		expect(draft.leftOut).toEqual([]);
	});

	it('takes the value of a cell merged down over it, and says from where', () => {
		const sheet = aSheet(
			[
				['Criteria', 'Control ID', 'Description'],
				['CC6.1', 'C-1', description],
				['', 'C-2', description],
				['CC6.2', 'C-3', description],
			],
			{ merges: ['A2:A3'] },
		);
		const draft = draftOf(sheet);
		expect(draft.rows.map((row) => row.sets['criteria'] ?? [])).toEqual([
			['CC6.1'],
			['CC6.1'],
			['CC6.2'],
		]);
		expect(draft.filledFrom).toEqual({ '3/0': 'A2' });
	});

	it('is left out or put in as the user says', () => {
		const sheet = aSheet([
			['Control ID', 'Description', 'Owner'],
			['Access'],
			['C-1', description, 'CISO'],
			['C-2', description, 'CTO'],
			['C-3', description, 'CTO'],
		]);
		const draft = draftOf(sheet, { rowsIn: [2], rowsOut: [4] });
		expect(draft.rows.map((row) => row.row)).toEqual([2, 3, 5]);
		expect(draft.leftOut).toEqual([
			{ row: 4, reason: 'Left out by you', text: `C-2 | ${description} | CTO` },
		]);
	});

	it('that the user puts in brings cells from columns nobody knew', () => {
		const sheet = aSheet([
			['Control ID', 'Description', 'Owner'],
			['C-1', description, 'CISO'],
			['C-2', description, 'CTO'],
			['C-3', description, 'CTO'],
			[],
			['', '', '', 'Printed on Monday'],
		]);
		const draft = draftOf(sheet, { rowsIn: [6] });
		expect(draft.rows.at(-1)?.own).toEqual({ 3: 'Printed on Monday' });
		expect(draft.columns.at(-1)).toEqual({
			index: 3,
			header: '',
			target: { kind: 'own', name: 'Column D', meaning: 'other' },
		});
	});
});

describe('a criteria cell', () => {
	it('of more than ids keeps its whole text in an own column beside the field', () => {
		const draft = draftOf(withColumn('Criteria', ['CC1.1 – Control environment', 'CC6.2']));
		expect(draft.rows[0]).toMatchObject({
			sets: { criteria: ['CC1.1'] },
			own: { 2: 'CC1.1 – Control environment' },
		});
		expect(draft.rows[1]?.own).toEqual({});
		expect(draft.columns.filter((column) => column.index === 2)).toEqual([
			{ index: 2, header: 'Criteria', target: { kind: 'field', key: 'criteria' } },
			{
				index: 2,
				header: 'Criteria',
				target: { kind: 'own', name: 'Criteria (original text)', meaning: 'other' },
			},
		]);
	});

	it('of clean ids needs no such column', () => {
		const draft = draftOf(withColumn('Criteria', ['CC1.1; CC 6.2', 'CC6.2']));
		expect(draft.columns).toHaveLength(3);
	});

	it('of points of focus keeps them', () => {
		const draft = draftOf(withColumn('Criteria', ['CC6.1.2', 'CC6.2']));
		expect(draft.rows[0]).toMatchObject({ sets: { criteria: ['CC6.1'] }, own: { 2: 'CC6.1.2' } });
	});

	it('with an id that does not exist keeps it and tells', () => {
		const draft = draftOf(withColumn('Criteria', ['CC6.9', 'CC6.2']));
		expect(draft.rows[0]).toMatchObject({ sets: {}, own: { 2: 'CC6.9' } });
		expect(draft.problems.map((problem) => problem.cell)).toEqual(['C2']);
	});

	it('brings ids of other frameworks as references', () => {
		const draft = draftOf(withColumn('Criteria', ['CC6.1, A.5.15', 'CC6.2']));
		expect(draft.rows[0]).toMatchObject({
			sets: { criteria: ['CC6.1'], references: ['A.5.15'] },
			own: {},
		});
	});
});

describe('row ids that are criteria', () => {
	it('fill both fields, unless the user says no', () => {
		const sheet = aSheet([
			['Control ID', 'Description'],
			['CC6.1', description],
			['ENC-1', description],
			['CC6.2.1', description],
		]);
		const rows = draftOf(sheet).rows.map((row) => [
			row.texts.controlId,
			row.sets['criteria'] ?? [],
		]);
		expect(rows).toEqual([
			['CC6.1', ['CC6.1']],
			['ENC-1', []],
			['CC6.2.1', ['CC6.2']],
		]);
		expect(draftOf(sheet, { idsAreCriteria: false }).rows[0]?.sets).toEqual({});
	});
});

describe('a date', () => {
	it('comes in as a calendar date from a date cell and from text', () => {
		const draft = draftOf(withColumn('Due date', [dateCell('2026-03-31'), '30 June 2026']));
		expect(draft.rows.map((row) => row.texts.dueDate)).toEqual(['2026-03-31', '2026-06-30']);
	});

	it('with a time of day gives its day, and keeps the whole text in an own column', () => {
		const draft = draftOf(withColumn('Due date', ['2026-03-31 17:00', '2026-04-30']));
		expect(draft.rows.map(({ texts, own }) => [texts.dueDate, own])).toEqual([
			['2026-03-31', { 2: '2026-03-31 17:00' }],
			['2026-04-30', {}],
		]);
	});

	it('in numbers is read in the order the column shows', () => {
		const draft = draftOf(withColumn('Due date', ['03/04/2026', '31/12/2026']));
		expect(draft.rows.map((row) => row.texts.dueDate)).toEqual(['2026-04-03', '2026-12-31']);
		expect(draft.problems).toEqual([]);
	});

	it('in numbers waits for the user where the column does not show the order', () => {
		const sheet = withColumn('Due date', ['03/04/2026', '05/06/2026']);
		const waiting = draftOf(sheet);
		expect(waiting.rows[0]?.texts.dueDate).toBe('03/04/2026');
		expect(waiting.problems[0]).toEqual({
			cell: 'C2',
			severity: 'warning',
			text: "'03/04/2026' can be two different days. Say whether the day or the month comes first; until then it stays as text.",
		});
		expect(draftOf(sheet, { dayFirst: false }).rows[0]?.texts.dueDate).toBe('2026-03-04');
	});

	it('that is none stays as text and is told', () => {
		const draft = draftOf(withColumn('Due date', ['Q1 2026', '2026-03-31']));
		expect(draft.rows[0]?.texts.dueDate).toBe('Q1 2026');
		expect(draft.problems).toEqual([
			{
				cell: 'C2',
				severity: 'warning',
				text: "'Q1 2026' is not a calendar date, so it stays as text. Enter a date after the import if there is one.",
			},
		]);
	});
});

describe('a word of a list', () => {
	it('becomes what the user chose, or stays as it is', () => {
		const sheet = withColumn('Status', ['Red', 'Done', 'Open']);
		const words = { status: { Red: 'notStarted', Done: '', Open: 'planned' } };
		const statuses = draftOf(sheet, { words }).rows.map((row) => row.texts.status);
		expect(statuses).toEqual(['notStarted', 'Done', 'planned']);
	});

	it('is read again when its column moves to another field', () => {
		const sheet = withColumn('Status', ['High', 'Low']);
		const proposal = proposeSheet(sheet);
		const decisions = initialDecisions(proposal);
		const targets = { ...decisions.targets, 2: field('priority') };
		const draft = buildDraft(sheet, proposal, { ...decisions, targets });
		expect(draft.rows.map((row) => row.texts.priority)).toEqual(['high', 'low']);
	});
});

describe('a column', () => {
	it('comes in nowhere only where the user left it out', () => {
		const sheet = withColumn('Budget', ['1', '2']);
		const targets = {
			...initialDecisions(proposeSheet(sheet)).targets,
			2: { kind: 'leaveOut' } as const,
		};
		const draft = draftOf(sheet, { targets });
		expect(draft.rows[0]?.own).toEqual({});
		expect(draft.columns[2]?.target).toEqual({ kind: 'leaveOut' });
	});

	it('that is the second for a field stays an own column, and that is told', () => {
		const sheet = withColumn('Remarks on scope', ['one', 'two']);
		const targets = { ...initialDecisions(proposeSheet(sheet)).targets, 2: field('description') };
		const draft = draftOf(sheet, { targets });
		expect(draft.rows[0]).toMatchObject({ texts: { description }, own: { 2: 'one' } });
		expect(draft.problems).toContainEqual({
			cell: 'C',
			severity: 'warning',
			text: "Columns B 'Description' and C 'Remarks on scope' are both set to Description. B 'Description' fills it; C 'Remarks on scope' is kept as a column of its own. Choose another field for one of them to change that.",
		});
	});
});

it('an error value comes in as text and is told', () => {
	const draft = draftOf(withColumn('Notes', [{ kind: 'error', text: '#REF!' }, 'fine']));
	expect(draft.rows[0]?.texts.notes).toBe('#REF!');
	expect(draft.problems.map((problem) => problem.cell)).toEqual(['C2']);
});

it('a moved header makes the draft anew', () => {
	const sheet = aSheet([
		['Control ID', 'Description'],
		['No.', 'Text'],
		['C-1', description],
	]);
	const draft = draftOf(sheet, { headerRows: [2] });
	expect(draft.headerRow).toBe(2);
	expect(draft.columns.map((column) => column.header)).toEqual(['No.', 'Text']);
	expect(draft.rows.map((row) => row.row)).toEqual([3]);
});
