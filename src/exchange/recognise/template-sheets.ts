/** Sheets made for others that can be read back in: what their columns become (SPEC ). */
import type { Destination } from '../destinations.ts';
import type { ColumnTarget } from '../proposal/proposal.ts';

export interface TemplateSheet {
	readonly destination: Destination;
	/** By header; all of them must stand in the sheet. */
	readonly targets: Readonly<Record<string, ColumnTarget>>;
}

const leaveOut: ColumnTarget = { kind: 'leaveOut' };

function field(key: string): ColumnTarget {
	return { kind: 'field', key };
}

function own(name: string): ColumnTarget {
	return { kind: 'own', name, meaning: 'other' };
}

export const templateSheets: readonly TemplateSheet[] = [
	{
		destination: 'criteria',
		targets: {
			Criteria: field('criterion'),
			'Criterion in short': leaveOut,
			'What is expected': leaveOut,
			'Existing controls': leaveOut,
			'Current state': leaveOut,
			Assessment: field('conclusion'),
			'Not relevant because': field('notRelevantReason'),
			Notes: field('note'),
			'Gap type': leaveOut,
			'Gap description': leaveOut,
			Severity: leaveOut,
			Recommendation: leaveOut,
			Owner: leaveOut,
			'Target date': leaveOut,
		},
	},
	{
		destination: 'requirements',
		targets: {
			'Annex A control': field('requirementId'),
			'Control in short': field('title'),
			Applicable: own('Applicable'),
			Justification: own('Justification'),
			'Implementation status': leaveOut,
			'Our controls': leaveOut,
			'Criteria, strong': field('criteria'),
			'Criteria, partial': field('partialCriteria'),
			Framework: field('framework'),
		},
	},
];
