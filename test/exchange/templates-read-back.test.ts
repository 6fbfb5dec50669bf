/** Sheets made for others that can be imported again, and what comes back of them. */
import { describe, expect, it } from 'vitest';
import { registerTable } from '../../src/exchange/fresh/register-table.ts';
import type { ExportTable } from '../../src/exchange/fresh/export-table.ts';
import type { TemplateFacts } from '../../src/exchange/fresh/templates/template.ts';
import { templateTable, templateTitles } from '../../src/exchange/fresh/templates/templates.ts';
import { assessedRows } from '../../src/exchange/proposal/assessment-changes.ts';
import { buildDraft } from '../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../src/exchange/proposal/initial-decisions.ts';
import type { ImportDraft } from '../../src/exchange/proposal/proposal.ts';
import { proposeSheet } from '../../src/exchange/recognise/propose-sheet.ts';
import { everyColumn } from '../../src/exchange/register-columns.ts';
import { annexA, coverageFacts } from '../../src/features/exchange/exporting/coverage-facts.ts';
import { templateFacts } from '../../src/features/exchange/exporting/template-facts.ts';
import { LiveWorkbook } from '../../src/live/live-workbook.svelte.ts';
import { registerNames, type RegisterRecord } from '../../src/model/registers/register.ts';
import { controlsByCriterion } from '../../src/model/rules/criteria-in-scope.ts';
import { criterionState } from '../../src/model/rules/criterion-state.ts';
import { assessCriteria } from '../../src/workbook/commands/assess-criteria.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { addRecords } from '../../src/workbook/commands/records/add-records.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';
import { ourReading, written } from './fresh/read-back.ts';

describe('the gap assessment imported again', () => {
	it.each(['xlsx', 'ods', 'csv', 'tsv'] as const)(
		'[X-7] changes nothing from .%s',
		async (format) => {
			const workbook = anAssessedWorkbook();
			const draft = await readBack(gapAssessment(workbook), format);
			expect(draft.register).toBe('criteria');
			expect(changesBy(workbook, draft)).toEqual([]);
		},
	);

	it('[X-7] changes just what was changed in it', async () => {
		const workbook = anAssessedWorkbook();
		const table = gapAssessment(workbook);
		const changed = withCells(table, [
			['CC6.1', 'Assessment', 'Not met'],
			['CC6.2', 'Notes', 'Ask the platform team'],
			['CC6.3', 'Assessment', 'Not applicable'],
			['CC6.3', 'Not relevant because', 'No logical access of ours'],
			['A1.1', 'Assessment', 'Met'],
		]);
		const draft = await readBack(changed, 'xlsx');
		expect(changesBy(workbook, draft)).toEqual([
			{ criterion: 'CC6.1', field: 'conclusion', before: 'partlyMet', after: 'notMet' },
			{ criterion: 'CC6.2', field: 'note', before: '', after: 'Ask the platform team' },
			{ criterion: 'CC6.3', field: 'relevance', before: '', after: 'no' },
			{
				...{ criterion: 'CC6.3', field: 'notRelevantReason' },
				...{ before: '', after: 'No logical access of ours' },
			},
			{ criterion: 'A1.1', field: 'relevance', before: 'no', after: 'yes' },
			{ criterion: 'A1.1', field: 'conclusion', before: '', after: 'met' },
		]);
	});

	it('[X-4] says what was concluded, that a criterion is not relevant and why, and its open gaps', () => {
		const table = gapAssessment(anAssessedWorkbook());
		expect(cellOf(table, 'CC6.1', 'Assessment')).toBe('Partly met');
		expect(cellOf(table, 'CC6.2', 'Assessment')).toBe('Met');
		expect(cellOf(table, 'A1.1', 'Assessment')).toBe('Not applicable');
		expect(cellOf(table, 'A1.1', 'Not relevant because')).toBe('Capacity is the customer’s');
		expect(cellOf(table, 'CC6.1', 'Gap description')).toBe('G-1 No reviews\nG-2 Old accounts');
		expect(cellOf(table, 'CC6.1', 'Severity')).toBe('High');
		expect(cellOf(table, 'CC6.1', 'Target date')).toBe('2026-12-01');
		expect(cellOf(table, 'CC6.2', 'Gap description')).toBe('');
	});

	it('[X-2] is about the categories in scope, whatever controls name', () => {
		const ids = gapAssessment(anAssessedWorkbook()).rows.map(([id]) => id);
		expect(ids).toContain('A1.3');
		expect(ids).not.toContain('P1.1');
	});
});

describe('the statement of applicability', () => {
	it('[X-8] has a row for each control of Annex A, reached by what we have', () => {
		const table = statement(anAssessedWorkbook());
		expect(table.rows).toHaveLength(93);
		expect(cellOf(table, 'A.5.15', 'Our controls')).toContain('AC-1');
		expect(cellOf(table, 'A.5.15', 'Applicable')).toBe('Yes');
		expect(cellOf(table, 'A.7.4', 'Applicable')).toBe('');
	});

	it.each(['xlsx', 'ods', 'csv', 'tsv'] as const)(
		'[X-8] imported from .%s and exported again says the same',
		async (format) => {
			const workbook = anAssessedWorkbook();
			const table = withCells(statement(workbook), [
				['A.7.4', 'Applicable', 'No'],
				['A.7.4', 'Justification', 'No premises of our own'],
			]);
			const draft = await readBack(table, format);
			expect(draft.register).toBe('requirements');
			done(workbook, importRows, {
				...draft,
				register: 'requirements',
				fileName: 'soa',
				sha256: '',
			});
			const again = statement(workbook);
			const said = ['Annex A control', 'Applicable', 'Justification', 'Framework'];
			expect(columnsOf(again, said)).toEqual(columnsOf(table, said));
			expect(cellOf(again, 'A.7.4', 'Implementation status')).toBe('');
		},
	);
});

describe('the licensed text of the criteria', () => {
	it('[X-9] is in no sheet that goes out', () => {
		const workbook = anAssessedWorkbook();
		const text = 'Words of the publisher';
		const edit = { criterion: 'CC6.1', field: 'licensedText', value: text } as const;
		done(workbook, assessCriteria, { edits: [edit] });
		const facts = factsOf(workbook);
		const templates = (Object.keys(templateTitles) as (keyof typeof templateTitles)[]).map((id) =>
			templateTable(id, facts),
		);
		const all = registerNames.map((name) => {
			const records: readonly RegisterRecord[] = workbook.registers.of(name).all();
			const options = { title: name, includeRetired: true };
			return registerTable(name, records, everyColumn(name, records, []), [], options);
		});
		expect(JSON.stringify([...templates, ...all])).not.toContain(text);
	});
});

function anAssessedWorkbook(): Workbook {
	const workbook = aWorkbook();
	aControl(workbook, { controlId: 'AC-1', criteria: ['CC6.1', 'CC6.2'], status: 'implemented' });
	aControl(workbook, { controlId: 'AC-2', criteria: ['CC6.3', 'P1.1'], status: 'planned' });
	done(workbook, setScope, { values: { categories: ['security', 'availability'] } });
	const edits = [
		['CC6.1', 'conclusion', 'partlyMet'],
		['CC6.1', 'note', 'Two systems left\nby the end of the year'],
		['A1.1', 'relevance', 'no'],
		['A1.1', 'notRelevantReason', 'Capacity is the customer’s'],
	] as const;
	done(workbook, assessCriteria, {
		edits: edits.map(([criterion, field, value]) => ({ criterion, field, value })),
	});
	done(workbook, addRecords, {
		register: 'gaps',
		rows: [
			{
				gapId: 'G-1',
				title: 'No reviews',
				severity: 'high',
				criteria: ['CC6.1'],
				due: '2026-12-24',
			},
			{
				gapId: 'G-2',
				title: 'Old accounts',
				severity: 'low',
				criteria: ['CC6.1'],
				due: '2026-12-01',
			},
			{ gapId: 'G-3', title: 'Done', status: 'closed', severity: 'critical', criteria: ['CC6.1'] },
		],
	});
	return workbook;
}

function factsOf(workbook: Workbook): TemplateFacts {
	const live = new LiveWorkbook(workbook);
	return { ...templateFacts(live), coverage: coverageFacts(live, 'iso27001', annexA) };
}

function gapAssessment(workbook: Workbook): ExportTable {
	return templateTable('gapAssessment', factsOf(workbook));
}

function statement(workbook: Workbook): ExportTable {
	return templateTable('statementOfApplicability', factsOf(workbook));
}

async function readBack(
	table: ExportTable,
	format: 'xlsx' | 'ods' | 'csv' | 'tsv',
): Promise<ImportDraft> {
	const { sheets } = await ourReading(await written(table, format), format);
	const [sheet] = sheets;
	if (!sheet) throw new Error('The file holds no sheet');
	const proposal = proposeSheet(sheet);
	return buildDraft(sheet, proposal, initialDecisions(proposal));
}

function changesBy(workbook: Workbook, { rows }: ImportDraft) {
	const live = new LiveWorkbook(workbook);
	const named = controlsByCriterion(workbook.controls.all());
	const { changes, leftOut } = assessedRows(rows, {
		assessment: (id) => live.assessment(id),
		state: (id) => criterionState(named.get(id) ?? []),
	});
	expect(leftOut).toEqual([]);
	return changes;
}

function withCells(
	table: ExportTable,
	changes: readonly (readonly [id: string, header: string, text: string])[],
): ExportTable {
	const rows = table.rows.map((row) =>
		row.map((text, at) => {
			const change = changes.find(
				([id, header]) => row[0] === id && table.columns[at]?.header === header,
			);
			return change?.[2] ?? text;
		}),
	);
	return { ...table, rows };
}

function cellOf({ columns, rows }: ExportTable, id: string, header: string): string {
	const row = rows.find(([first]) => first === id);
	return row?.[columns.findIndex((column) => column.header === header)] ?? 'no such cell';
}

function columnsOf(table: ExportTable, headers: readonly string[]) {
	return table.rows.map(([id = '']) => headers.map((header) => cellOf(table, id, header)));
}
