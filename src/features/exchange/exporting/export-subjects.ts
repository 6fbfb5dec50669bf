/** What can be exported, in words: registers to be read again, and sheets made for others to read. */
import { counted } from '../../../base/counted.ts';
import type { SheetOrder } from '../../../exchange/worker/protocol.ts';
import { registerNames, type RegisterName } from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';

export type TemplateOrder = Extract<SheetOrder, { readonly kind: 'template' }>;

/** The control matrix, another register, all of them, or a sheet made for others. */
export type ExportSubject = 'controls' | 'register' | 'everything' | TemplateOrder['template'];

export interface SubjectChoice {
	readonly value: ExportSubject;
	readonly label: string;
	readonly hint: string;
	/** In the name of the file. */
	readonly title: string;
}

const choices: readonly SubjectChoice[] = [
	{
		value: 'controls',
		label: 'Control matrix',
		hint: 'One row a control, with all its fields. Can be imported again.',
		title: 'Control matrix',
	},
	{
		value: 'register',
		label: 'Another register',
		hint: 'Risks, vendors, the remediation plan and others. Can be imported again.',
		title: '',
	},
	{
		value: 'everything',
		label: 'Everything',
		hint: 'One sheet for each register that holds anything, for .xlsx and .ods.',
		title: 'Everything',
	},
	{
		value: 'auditorMatrix',
		label: 'Criteria × controls for the auditor',
		hint: 'Each criterion with its controls, in the columns auditors expect.',
		title: 'Criteria and controls',
	},
	{
		value: 'requestList',
		label: 'Request list',
		hint: 'A request for the evidence of each control, to be followed up.',
		title: 'Request list',
	},
	{
		value: 'gapAssessment',
		label: 'Gap assessment',
		hint: 'How far each criterion is, by your conclusion or the status of its controls. Can be imported again.',
		title: 'Gap assessment',
	},
	{
		value: 'statementOfApplicability',
		label: 'Statement of applicability',
		hint: 'ISO/IEC 27001:2022 Annex A: what applies, why, and how far it is. Can be imported again.',
		title: 'Statement of applicability',
	},
	{
		value: 'coverage',
		label: 'Framework coverage',
		hint: 'How far your controls reach another framework, requirement by requirement.',
		title: 'Framework coverage',
	},
];

/** What a register's sheet is called. */
export const sheetTitles: Readonly<Record<RegisterName, string>> = {
	controls: 'Control matrix',
	risks: 'Risk register',
	vendors: 'Vendor register',
	policies: 'Policy register',
	systems: 'System register',
	people: 'People',
	boundary: 'System boundary',
	commitments: 'Commitments and requirements',
	complementary: 'Complementary controls',
	evidence: 'Evidence list',
	gaps: 'Remediation plan',
	requirements: 'Own frameworks',
};

/** The choices, without those that would have nothing to export. */
export function subjectChoices(filled: readonly RegisterName[]): readonly SubjectChoice[] {
	const others = filled.filter((name) => name !== 'controls').length > 0;
	return choices.filter(({ value }) => others || (value !== 'register' && value !== 'everything'));
}

/** The registers but for the matrix, as choices: `Remediation plan (12 gaps)`. */
export function registerChoices(
	filled: readonly RegisterName[],
	count: (register: RegisterName) => number,
) {
	return registerNames
		.filter((name) => name !== 'controls' && filled.includes(name))
		.map((name) => ({
			value: name,
			label: `${sheetTitles[name]} (${countWords(name, count(name))})`,
		}));
}

/** `1 policy`, `12 risks`. */
export function countWords(register: RegisterName, count: number): string {
	return counted(count, registers[register].one, registers[register].many);
}

/** The title of a subject in the name of its file. */
export function subjectTitle(subject: ExportSubject, register: RegisterName): string {
	if (subject === 'register') return sheetTitles[register];
	return choices.find(({ value }) => value === subject)?.title ?? '';
}
