/** What a sheet made for others will hold, in words: `33 criteria, 5 of them without a control.` */
import { controlsByCriterion, criteriaInScope } from '../../../model/rules/criteria-in-scope.ts';
import { amount } from '../words.ts';
import type { TemplateOrder } from './export-subjects.ts';

/** The sheet in one sentence. */
export function templateContents(
	template: TemplateOrder['template'],
	{ controls }: TemplateOrder['facts'],
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
