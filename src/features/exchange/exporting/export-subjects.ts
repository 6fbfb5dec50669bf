/** What can be exported, in words: the control matrix, and sheets made of it for others to read. */
import type { ExportOrder } from '../../../exchange/worker/protocol.ts';
import type { Control } from '../../../model/records/control.ts';
import { controlsByCriterion, criteriaInScope } from '../../../model/rules/criteria-in-scope.ts';
import { amount } from '../words.ts';

type TemplateOrder = Extract<ExportOrder['sheet'], { readonly kind: 'template' }>;

/** The control matrix to be read again, or a sheet made of it. */
export type ExportSubject = 'controls' | TemplateOrder['template'];

export const exportSubjects: readonly {
	readonly value: ExportSubject;
	readonly label: string;
	readonly hint: string;
	/** In the name of the file. */
	readonly title: string;
}[] = [
	{
		value: 'controls',
		label: 'Control matrix',
		hint: 'One row a control, with all its fields. Can be imported again.',
		title: 'Control matrix',
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
		hint: 'How far each criterion is, by the status of its controls.',
		title: 'Gap assessment',
	},
];

/** The title of a subject in the name of its file. */
export function subjectTitle(subject: ExportSubject): string {
	return exportSubjects.find(({ value }) => value === subject)?.title ?? '';
}

/** What a sheet made of the controls will hold: `33 criteria, 5 of them without a control.` */
export function templateContents(
	template: TemplateOrder['template'],
	controls: readonly Control[],
): string {
	if (template === 'requestList') {
		const asked = controls.filter(
			({ retired, status }) => !retired && status !== 'notApplicable',
		).length;
		return `${amount(asked, 'request')}, for all active controls that apply.`;
	}
	const scope = criteriaInScope(controls);
	const named = controlsByCriterion(controls);
	const empty = scope.filter(({ id }) => !named.has(id)).length;
	const words = empty === 0 ? '' : `, ${empty} of them without a control`;
	return `${scope.length} criteria${words}.`;
}
