/** What a sheet made for others will hold, in words: `33 criteria, 5 of them without a control.` */
import { counted } from '../../../base/counted.ts';
import { isNotRelevant } from '../../../model/records/assessment.ts';
import { controlsByCriterion, criteriaInScope } from '../../../model/rules/criteria-in-scope.ts';
import type { TemplateOrder } from './export-subjects.ts';

/** The sheet in one sentence. */
export function templateContents(
	template: TemplateOrder['template'],
	{ controls, categories, assessments = {} }: TemplateOrder['facts'],
): string {
	switch (template) {
		case 'requestList': {
			const asked = controls.filter(
				({ retired, status }) => !retired && status !== 'notApplicable',
			).length;
			return `${counted(asked, 'request')}, for all active controls that apply.`;
		}
		case 'statementOfApplicability':
			return '93 controls of Annex A, with what our controls come to for each.';
		case 'coverage':
			return 'Each requirement with our controls and how far they reach it.';
		default: {
			const scope = criteriaInScope(controls, categories);
			const named = controlsByCriterion(controls);
			const relevant = scope.filter(({ id }) => !isNotRelevant(assessments[id]));
			const empty = relevant.filter(({ id }) => !named.has(id)).length;
			const words = empty === 0 ? '' : `, ${empty} of them without a control`;
			return `${scope.length} criteria${words}.`;
		}
	}
}
