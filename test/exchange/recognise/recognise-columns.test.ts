/** What columns are about: by their header, by their values, and where the two disagree. */
import { describe, expect, it } from 'vitest';
import type { SheetProposal } from '../../../src/exchange/proposal/proposal.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import { aSheet, type CellValue } from './a-sheet.ts';

const ids = ['AC-01', 'AC-02', 'AC-03', 'CM-01', 'CM-02', 'CM-03'];
const texts = [
	'Access to production is granted on approved request only',
	'Leavers lose their accounts within one working day',
	'Privileged accounts are reviewed every quarter by their owners',
	'Changes are reviewed by a second engineer before release',
	'Releases can be rolled back within fifteen minutes of a failure',
	'Emergency changes are approved after the fact by the change board',
];

/** A sheet of ids and descriptions with one more column of six values. */
function withColumn(header: string, values: readonly CellValue[]): SheetProposal {
	const rows = ids.map((id, i): CellValue[] => [
		id,
		texts[i] ?? '',
		values[i % values.length] ?? null,
	]);
	return proposeSheet(aSheet([['Control ID', 'Control description', header], ...rows]));
}

const aboutOf = (header: string, values: readonly CellValue[]): string | undefined =>
	withColumn(header, values).columns.at(-1)?.about;

describe('a header is known', () => {
	it.each([
		['Control Owner', 'owner'],
		['control_owner', 'owner'],
		['controlOwner', 'owner'],
		['CONTROL OWNER(S)', 'owner'],
		['Responsible party', 'owner'],
		['Verantwortlicher', 'owner'],
		['Implementation Status', 'status'],
		['Umsetzungsstatus', 'status'],
		['Trust Services Criteria', 'criteria'],
		['TSC Ref.', 'criteria'],
		['SOC2_Control', 'criteria'],
		['Evidence Required', 'evidence'],
		['Frequency', 'frequency'],
		['Test Procedure(s)', 'testProcedure'],
		['Test of Design (ToD)', 'testResult'],
		['Target Completion Date', 'dueDate'],
		['Severity', 'priority'],
		['Control Domain', 'category'],
		['Auditor Comments', 'notes'],
		['Residual Risk', 'risk'],
		['Policy Reference', 'policy'],
		['In-scope system', 'system'],
		['Manual / Automated', 'nature'],
		['Preventive/Detective', 'type'],
		['Risk Owner', 'owner'],
		['Evidence ID', 'other'],
		['Current Score (1–4)', 'other'],
	])('%s is about %s', (header, about) => {
		expect(aboutOf(header, [])).toBe(about);
	});
});

describe('values alone tell, under a header nobody knows,', () => {
	it.each<[string, CellValue[]]>([
		['criteria', ['CC6.1', 'CC6.2', 'CC6.3, CC6.4', 'CC8.1', 'A1.2', 'CC7.1']],
		['references', ['A.5.15', 'A.5.16', 'A.8.2', 'A.8.3', 'A.8.32', 'A.5.9']],
		['owner', ['CISO', 'HR manager', 'Engineering lead', 'CTO']],
		['owner', ['jane@example.com', 'joe@example.com']],
		['frequency', ['Quarterly', 'Annual', 'Daily']],
		['type', ['Preventive', 'Detective', 'Corrective']],
		['nature', ['Manual', 'Automated']],
		['priority', ['High', 'Medium', 'Low']],
		['category', ['Security', 'Availability', 'Confidentiality']],
	])('%s', (about, values) => {
		expect(aboutOf('Xyzzy', values)).toBe(about);
	});

	it('a description, where no header names one', () => {
		const rows = ids.map((id, i): CellValue[] => [id, texts[i] ?? '']);
		expect(proposeSheet(aSheet([['Control ID', 'Xyzzy'], ...rows])).columns[1]?.target).toEqual({
			kind: 'field',
			key: 'description',
		});
	});

	it('ids of the rows, where no header names them', () => {
		const rows = ids.map((id, i): CellValue[] => [id, texts[i] ?? '']);
		const sheet = aSheet([['Xyzzy', 'Description'], ...rows], { autoFilter: 'A1:B7' });
		expect(proposeSheet(sheet).columns[0]?.target).toEqual({ kind: 'field', key: 'controlId' });
	});

	it('and nothing is made of marks or free words', () => {
		expect(aboutOf('Xyzzy', ['X', '', 'X'])).toBe('other');
		expect(aboutOf('Xyzzy', ['blue', 'green', 'apple'])).toBe('other');
	});
});

describe('ids refer to another framework', () => {
	const keys = ['SEC-11', 'SEC-12', 'OPS-7, OPS-8'];

	it('only where the values or the header name one', () => {
		expect(aboutOf('Jira ticket', keys)).toBe('other');
		expect(aboutOf('Xyzzy', keys)).toBe('other');
		expect(aboutOf('Xyzzy ref', keys)).toBe('other');
		expect(aboutOf('CCM', keys)).toBe('references');
		expect(aboutOf('Related controls', keys)).toBe('references');
		expect(aboutOf('Xyzzy', ['AC-2', 'AC-3', 'CM-6'])).toBe('references');
	});
});

describe('a status is more than a few marks under a header that hints at one', () => {
	const minimum = 'Identify minimum compliance controls';

	it.each<[string, string, CellValue[]]>([
		['other', minimum, []],
		['other', minimum, ['\u2713', '', '']],
		['other', minimum, ['x', '', '']],
		['status', minimum, ['Implemented', 'Planned', 'In progress']],
		['status', 'Implemented', ['\u2713', '', '']],
		['status', 'Compliance status', []],
	])('%s: %s over %j', (about, header, values) => {
		expect(aboutOf(header, values)).toBe(about);
	});
});

describe('whole numbers as ids', () => {
	const idOf = (numbers: readonly string[]): boolean =>
		proposeSheet(
			aSheet([
				['Number', 'Control description'],
				...texts.map((text, i): CellValue[] => [numbers[i] ?? '', text]),
			]),
		).columns.some(({ target }) => target.kind === 'field' && target.key === 'controlId');

	it('name the rows where each stands once', () => {
		expect(idOf(['1', '2', '3', '4', '5', '6'])).toBe(true);
	});

	it('name nothing where they repeat, however they are written', () => {
		expect(idOf(['1072', '1072', '1078', '1078', '1072', '1078'])).toBe(false);
		expect(idOf(['1072.0', '1072.0', '1078.0', '1078.0', '1072.0', '1078.0'])).toBe(false);
	});
});

describe('values decide where the header leaves it open', () => {
	it('a column of a framework holds references', () => {
		expect(aboutOf('ISO 27001:2022', ['5.15', '5.16', '8.2'])).toBe('references');
		expect(aboutOf('ISO 27001:2022', ['X', '', 'X'])).toBe('other');
	});

	it('a column named Control holds titles, or ids', () => {
		expect(aboutOf('Control', ['Access', 'Leavers', 'Reviews', 'Changes'])).toBe('title');
		const byControl = proposeSheet(
			aSheet([
				['Control', 'Description'],
				...ids.map((id, i): CellValue[] => [id, texts[i] ?? '']),
			]),
		);
		expect(byControl.columns[0]?.about).toBe('controlId');
	});

	it('TSC over category names is a category', () => {
		expect(aboutOf('TSC', ['Security', 'Availability', 'Privacy'])).toBe('category');
	});

	it('criteria are criteria even under another header', () => {
		expect(aboutOf('Requirement', ['CC6.1', 'CC6.2', 'CC7.1'])).toBe('criteria');
	});

	it('a due date stays one while its values are words', () => {
		expect(aboutOf('Target date', ['Pending management approval'])).toBe('dueDate');
	});
});

describe('a field is filled by one column', () => {
	it('the better of two; the other is about it too and stays an own column', () => {
		const rows = ids.map((id): CellValue[] => [id, '2026-03-31', '2026-06-30']);
		const [, first, second] = proposeSheet(
			aSheet([['Control ID', 'Implementation date', 'Due date'], ...rows]),
		).columns;
		expect([first?.about, second?.about]).toEqual(['dueDate', 'dueDate']);
		expect(first?.target.kind).toBe('own');
		expect(second?.target).toEqual({ kind: 'field', key: 'dueDate' });
	});

	it('the description of what the rows are beats another one', () => {
		const rows = ids.map((id, i): CellValue[] => [
			`${id}.1`,
			`${texts[i]?.replace('is', 'is it so that it is')}?`,
			id,
			texts[i] ?? '',
		]);
		const { columns } = proposeSheet(
			aSheet([['Question ID', 'Question', 'Control ID', 'Control Specification'], ...rows]),
		);
		expect(columns[0]?.target).toEqual({ kind: 'field', key: 'controlId' });
		expect(columns[1]?.target).toEqual({ kind: 'field', key: 'description' });
	});

	it('own columns of equal names get their letters', () => {
		const { columns } = proposeSheet(
			aSheet([
				['Control ID', 'Gap level', 'Gap level', ''],
				['AC-01', 'none', 'some', 'text without header'],
				['AC-02', 'some', 'none', ''],
			]),
		);
		const names = columns.map(({ target }) => (target.kind === 'own' ? target.name : ''));
		expect(names).toEqual(['', 'Gap level', 'Gap level (C)', 'Column D']);
	});
});

describe('a guess', () => {
	it('says what header and values say', () => {
		const owner = withColumn('Control Owner', ['CISO', 'HR manager', 'Engineering lead'])
			.columns[2];
		expect(owner?.guess.reason).toBe(
			"header says 'Control Owner'; 6 of 6 values look like people, roles or teams",
		);
		expect(owner?.guess.confidence).toBeGreaterThan(0.9);
	});

	it('is surer with a header than without', () => {
		const known = withColumn('Frequency', ['Daily', 'Annual']).columns[2];
		const unknown = withColumn('Xyzzy', ['Daily', 'Annual']).columns[2];
		expect(known?.guess.confidence).toBeGreaterThan(unknown?.guess.confidence ?? 1);
		expect(unknown?.guess.reason).toContain('which we do not know');
	});

	it('says which column fills the field instead', () => {
		const rows = ids.map((id): CellValue[] => [id, '2026-03-31', '2026-06-30']);
		const [, first] = proposeSheet(
			aSheet([['Control ID', 'Implementation date', 'Due date'], ...rows]),
		).columns;
		expect(first?.guess.reason).toContain("'Due date' fills Due date");
	});
});

describe('ids of rows that are criteria', () => {
	it('fill both fields', () => {
		const proposal = proposeSheet(
			aSheet([
				['Control ID', 'Description'],
				['CC6.1', texts[0] ?? ''],
				['CC6.2', texts[1] ?? ''],
				['ENC-1', texts[2] ?? ''],
			]),
		);
		expect(proposal.idsAreCriteria).toBe(true);
		expect(proposal.criteria).toEqual(['CC6.1', 'CC6.2']);
	});

	it('do not where another column says the criteria', () => {
		const proposal = proposeSheet(
			aSheet([
				['Control ID', 'Description', 'Criteria'],
				['CC6.1-01', texts[0] ?? '', 'CC6.1'],
				['CC6.1-02', texts[1] ?? '', 'CC6.1, CC6.2'],
			]),
		);
		expect(proposal.idsAreCriteria).toBe(false);
		expect(proposal.criteria).toEqual(['CC6.1', 'CC6.2']);
	});
});
