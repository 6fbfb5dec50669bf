import { describe, expect, it } from 'vitest';
import type { ExportTable } from '../../../../src/exchange/fresh/export-table.ts';
import {
	templateTable,
	type TemplateId,
} from '../../../../src/exchange/fresh/templates/templates.ts';
import { criteria } from '../../../../src/model/catalog/criteria.ts';
import type { Control } from '../../../../src/model/records/control.ts';
import type { ControlValues } from '../../../../src/workbook/commands/add-controls.ts';
import { retireControls } from '../../../../src/workbook/commands/retire-controls.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';
import { ourReading, written } from '../read-back.ts';

const ids: readonly TemplateId[] = ['auditorMatrix', 'requestList', 'gapAssessment'];
const securityCount = criteria.filter(({ category }) => category === 'security').length;

describe('the auditor’s matrix', () => {
	it('[X-2] has a control under each criterion it serves, in the order of the catalogue', () => {
		const table = templateTable('auditorMatrix', {
			controls: controls(
				{ controlId: 'AC-2', criteria: ['CC6.2', 'CC6.1'], description: 'Access is reviewed' },
				{ controlId: 'AC-1', criteria: ['CC6.1'], title: 'Access is approved' },
			),
		});
		const served = table.rows
			.filter((row) => cell(table, row, 'Control ID') !== '')
			.map((row) => ['Criteria', 'Control ID', 'Control'].map((name) => cell(table, row, name)));
		expect(served).toEqual([
			['CC6.1', 'AC-2', 'Access is reviewed'],
			['CC6.1', 'AC-1', 'Access is approved'],
			['CC6.2', 'AC-2', 'Access is reviewed'],
		]);
	});

	it('[X-2] says where no control names a criterion of the scope', () => {
		const table = templateTable('auditorMatrix', {
			controls: controls({ criteria: ['CC6.1', 'A1.2'] }),
		});
		const named = new Set(['CC6.1', 'A1.2']);
		const empty = table.rows.filter((row) => !named.has(cell(table, row, 'Criteria')));
		const texts = new Set(empty.map((row) => cell(table, row, 'Control')));
		expect([...texts]).toEqual(['No control in the workbook names this criterion.']);
		const shown = table.rows.map((row) => cell(table, row, 'Criteria'));
		expect(shown).toHaveLength(securityCount + 3);
		expect(shown).toContain('A1.3');
		expect(shown).not.toContain('P1.1');
	});

	it('[X-2] loses neither an id that is no criterion nor a control without any', () => {
		const table = templateTable('auditorMatrix', {
			controls: controls({ controlId: 'AC-1', criteria: ['CC6.9'] }, { controlId: 'AC-2' }),
		});
		expect(table.rows.slice(-2).map((row) => row.slice(0, 3))).toEqual([
			['CC6.9', 'Not among the published criteria', 'AC-1'],
			['', 'Names no criterion', 'AC-2'],
		]);
	});

	it('has its columns as auditors read them', () => {
		expect(
			templateTable('auditorMatrix', { controls: [] }).columns.map(({ header }) => header),
		).toEqual([
			...['Criteria', 'Criterion in short', 'Control ID', 'Control', 'Owner', 'Frequency'],
			...['Nature', 'Type', 'Evidence', 'Status'],
		]);
	});
});

describe('the request list', () => {
	it('[X-3] asks for the evidence of every control that applies', () => {
		const table = templateTable('requestList', {
			controls: controls(
				{ controlId: 'AC-1', evidence: 'Tickets', frequency: 'daily', owner: 'Ana' },
				{ controlId: 'AC-2', status: 'notApplicable', evidence: 'None' },
				{ controlId: 'AC-3' },
			),
		});
		const asked = table.rows.map((row) =>
			['Request #', 'Request', 'Type', 'Owner'].map((name) => cell(table, row, name)),
		);
		expect(asked).toEqual([
			['R-AC-1', 'Tickets', 'Population', 'Ana'],
			[
				'R-AC-3',
				'Evidence that AC-3 operated. What shows it is not named in the workbook yet.',
				'',
				'',
			],
		]);
	});

	it('[X-3] gives every request a number of its own', () => {
		const rows = [{ controlId: 'AC-1' }, { controlId: 'AC-1' }, {}, {}, { controlId: 'AC-1-2' }];
		const table = templateTable('requestList', { controls: controls(...rows) });
		expect(table.rows.map((row) => row[0])).toEqual([
			...['R-AC-1', 'R-AC-1-2', 'R-1', 'R-2', 'R-AC-1-2-2'],
		]);
	});

	it('[X-3] begins open on our side and never speaks for the auditor', () => {
		const table = templateTable('requestList', {
			controls: controls({ status: 'implemented' }, {}),
		});
		expect(table.rows.map((row) => cell(table, row, 'Status'))).toEqual(['Open', 'Open']);
		expect(table.rows.map((row) => cell(table, row, 'Auditor status'))).toEqual(['', '']);
	});
});

describe('the gap assessment', () => {
	it('[X-4] has one row a criterion, assessed by its controls where nobody concluded', () => {
		const table = templateTable('gapAssessment', {
			controls: controls(
				{ controlId: 'AC-1', criteria: ['CC6.1'], status: 'implemented' },
				{ controlId: 'AC-2', criteria: ['CC6.1'], status: 'inProgress' },
				{ controlId: 'AC-3', criteria: ['CC6.1'], status: 'Drafted' },
				{ controlId: 'AC-4', criteria: ['CC6.1'] },
			),
		});
		expect(table.rows).toHaveLength(securityCount);
		const row = table.rows.find((one) => cell(table, one, 'Criteria') === 'CC6.1') ?? [];
		expect(cell(table, row, 'Existing controls')).toBe('AC-1, AC-2, AC-3, AC-4');
		expect(cell(table, row, 'Current state')).toBe(
			'1 in progress, 1 implemented, 1 “Drafted”, 1 without a status',
		);
		expect(cell(table, row, 'Assessment')).toBe('Partly met');
		expect(row.slice(6)).toEqual(['', '', '', '', '', '', '', '']);
	});
});

describe('every template', () => {
	it.each(ids)('%s leaves retired controls out', (id) => {
		const workbook = aWorkbook();
		const { id: gone } = aControl(workbook, { controlId: 'AC-9', criteria: ['CC6.1'] });
		done(workbook, retireControls, { controls: [gone], reason: 'Replaced' });
		expect(templateTable(id, { controls: workbook.controls.all() }).rows.flat()).not.toContain(
			'AC-9',
		);
	});

	it.each(ids)('%s claims nothing that only an auditor can say', (id) => {
		const table = templateTable(id, {
			controls: controls({ controlId: 'AC-1', criteria: ['CC6.1'] }),
		});
		const words = [
			...table.columns.map(({ header, kind }) => [header, kind]),
			...table.rows,
			...(table.about ?? []),
		];
		expect(JSON.stringify(words)).not.toMatch(/complian|certif/i);
	});

	it.each(ids)('%s says on the Read me how its rows were made', async (id) => {
		const table = templateTable(id, { controls: controls({ controlId: 'AC-1' }) });
		const { sheets } = await ourReading(await written(table, 'xlsx'), 'xlsx');
		const lines = sheets[1]?.rows.map(({ cells }) => cells.map((one) => one?.text ?? '')) ?? [];
		for (const { label, text } of table.about ?? []) expect(lines).toContainEqual([label, text]);
		// A sheet that can be read back says how itself.
		const back = lines.find(
			([label]) => label === 'Bringing it back' || label === 'Reading it back',
		);
		expect(back?.[1]).toMatch(/export the control matrix|^Imported again/);
	});
});

it.each(ids.flatMap((id) => (['xlsx', 'ods', 'csv', 'tsv'] as const).map((f) => [id, f] as const)))(
	'%s reads the same from .%s',
	async (id, format) => {
		const table = templateTable(id, {
			controls: controls(
				{ controlId: 'AC-1', criteria: ['CC6.1'], evidence: '=1+1', description: 'a\nb & <c>' },
				{ controlId: '007', criteria: ['CC6.2'], frequency: 'daily', status: 'implemented' },
			),
		});
		const { sheets } = await ourReading(await written(table, format), format);
		const lines = sheets[0]?.rows.map(({ cells }) =>
			table.columns.map((_, at) => cells[at]?.text ?? ''),
		);
		expect(lines).toEqual([table.columns.map(({ header }) => header), ...table.rows]);
	},
);

function controls(...rows: readonly ControlValues[]): readonly Control[] {
	const workbook = aWorkbook();
	for (const row of rows) aControl(workbook, row);
	return workbook.controls.all();
}

function cell({ columns }: ExportTable, row: readonly string[], header: string): string {
	return row[columns.findIndex((column) => column.header === header)] ?? '';
}
