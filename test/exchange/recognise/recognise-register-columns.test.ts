import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import { reviseProposal } from '../../../src/exchange/proposal/revise-proposal.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import type { RegisterName } from '../../../src/model/registers/register.ts';
import type { Sheet } from '../../../src/exchange/sheet.ts';
import { aSheet } from './a-sheet.ts';

const risks = aSheet(
	[
		['Risk #', 'Threat', 'Risk Score', 'Likelihood (1-5)', 'Impact', 'Treatment Strategy', 'Team'],
		['R1', 'Stolen laptop', 12, 3, 'Major', 'Mitigate', 'IT'],
		['R2', 'Flooded office', 5, 1, 'Catastrophic', 'Insure', 'Office'],
		['R3', 'Lost backup', 8, 4, 'Minor', 'Live with it', 'IT'],
	],
	{ name: 'Risk register' },
);

describe('a sheet of a register', () => {
	it('[I-7] goes where its kind says, each column to the field that fits it best', () => {
		expect(mapping(risks)).toEqual({
			'Risk #': 'riskId',
			Threat: 'title',
			'Risk Score': undefined,
			'Likelihood (1-5)': 'likelihood',
			Impact: 'impact',
			'Treatment Strategy': 'treatment',
			Team: 'owner',
		});
		expect(proposeSheet(risks).register).toBe('risks');
	});

	it('brings words as terms where they are known, and keeps the others as they are', () => {
		const draft = draftOf(risks);
		expect(
			draft.rows.map(({ texts }) => [texts['likelihood'], texts['impact'], texts['treatment']]),
		).toEqual([
			['3', '4', 'reduce'],
			['1', '5', 'transfer'],
			['4', '2', 'Live with it'],
		]);
		expect(draft.rows[0]?.own).toEqual({ 2: '12' });
	});

	it('[I-7] goes elsewhere where the person says so, and is thought through anew', () => {
		const revised = reviseProposal(risks, 1, 'gaps');
		expect(revised.register).toBe('gaps');
		expect(revised.kind).toBe('risks');
		const keys = revised.columns.flatMap(({ target }) =>
			target.kind === 'field' ? [target.key] : [],
		);
		expect(keys).not.toContain('likelihood');
		expect(keys).toContain('owner');
	});

	it('takes the names of linked records apart, and dates by what the column says', () => {
		const sheet = aSheet(
			[
				[
					'POA&M ID',
					'Weakness',
					'Corrective Action',
					'Control ID',
					'Due Date',
					'Status',
					'Severity',
				],
				['P-1', 'No review of access', 'Review it', 'AC-1; AC-2', '31/12/2026', 'Ongoing', 'High'],
				['P-2', 'No test of recovery', 'Test it', 'BC-1', '01/02/2027', 'New', 'Moderate'],
			],
			{ name: 'POAM' },
		);
		const { register, rows } = draftOf(sheet);
		expect(register).toBe('gaps');
		expect(
			rows.map(({ texts, sets }) => [
				texts['due'],
				texts['status'],
				texts['severity'],
				sets['controls'],
			]),
		).toEqual([
			['2026-12-31', 'inProgress', 'high', ['AC-1', 'AC-2']],
			['2027-02-01', 'open', 'medium', ['BC-1']],
		]);
	});

	it('fills criteria from the column that holds them, whatever it is called', () => {
		const sheet = aSheet(
			[
				['Finding ID', 'Finding', 'Reference', 'Remediation'],
				['F-1', 'No review of access', 'CC6.1, CC6.2', 'Review it'],
				['F-2', 'No test of recovery', 'A1.3', 'Test it'],
			],
			{ name: 'Findings' },
		);
		expect(draftOf(sheet).rows.map(({ sets }) => sets['criteria'])).toEqual([
			['CC6.1', 'CC6.2'],
			['A1.3'],
		]);
	});

	it('keeps a date nobody can read under a header that says a date', () => {
		const sheet = aSheet([
			['Finding ID', 'Finding', 'Target Date', 'Corrective Action'],
			['F-1', 'No review of access', 'Q1 2027', 'Review it'],
		]);
		const draft = draftOf(sheet, 'gaps');
		expect(draft.rows[0]?.texts['due']).toBe('Q1 2027');
		expect(draft.problems.map(({ cell }) => cell)).toEqual(['C2']);
	});

	it.each<[string, RegisterName, string[], string[]]>([
		[
			'Vendor list',
			'vendors',
			['Vendor Name', 'Service Provided', 'Criticality', 'SOC Report', 'Last Review'],
			['name', 'service', 'tier', 'reportType', 'lastReview'],
		],
		[
			'Policies',
			'policies',
			['Policy Title', 'Policy Owner', 'Version', 'Approval Date', 'Next Review Date'],
			['name', 'owner', 'version', 'approved', 'reviewDue'],
		],
		[
			'PBC list',
			'evidence',
			['Request #', 'Request Description', 'Control ID', 'Date Provided', 'Status'],
			['', 'title', 'controls', 'submitted', 'state'],
		],
	])('knows the usual columns of %s', (name, register, headers, keys) => {
		const proposal = proposeSheet(aSheet([headers, headers.map(() => 'a')], { name }));
		expect(proposal.register).toBe(register);
		const found = proposal.columns.map(({ target }) => (target.kind === 'field' ? target.key : ''));
		const dates = ['lastReview', 'approved', 'reviewDue', 'submitted'];
		expect(found.map((key, at) => (dates.includes(keys[at] ?? '') ? keys[at] : key))).toEqual(keys);
	});
});

function mapping(sheet: Sheet): Readonly<Record<string, string | undefined>> {
	return Object.fromEntries(
		proposeSheet(sheet).columns.map(({ header, target }) => [
			header,
			target.kind === 'field' ? target.key : undefined,
		]),
	);
}

function draftOf(sheet: Sheet, register?: RegisterName) {
	const proposal = proposeSheet(sheet, register ? { register } : {});
	return buildDraft(sheet, proposal, initialDecisions(proposal));
}
