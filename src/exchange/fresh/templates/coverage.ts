/** How far the controls of a workbook reach another framework, requirement by requirement. */
import { reachWords, reachChoices } from './reach-words.ts';
import { choice, column, type CoveredItem, type Template } from './template.ts';

export const coverage: Template<CoveredItem & { readonly framework: string }> = {
	title: 'Framework coverage',
	columns: [
		column('Framework', 'text', 22, ({ framework }) => framework),
		column('Requirement ID', 'text', 16, ({ code }) => code),
		column('Requirement', 'prose', 40, ({ label }) => label),
		choice('Reached now', reachChoices, 14, ({ now }) => reachWords[now]),
		choice('Reached when all is in place', reachChoices, 16, ({ planned }) => reachWords[planned]),
		column('Our controls', 'references', 30, ({ controls }) => controls.join(', ')),
		column('Criteria, strong', 'criteria', 22, ({ strong }) => strong.join(', ')),
		column('Criteria, partial', 'criteria', 22, ({ partial }) => partial.join(', ')),
	],
	rows: ({ coverage: facts }) =>
		(facts?.items ?? []).map((item) => ({ ...item, framework: facts?.framework ?? '' })),
	about: [
		{
			label: 'Reached',
			text: [
				'Strong: a control that is in place names the requirement, or every control of a criterion that strongly matches it is in place.',
				'Partial: the controls in place go some of the way.',
				'The match between criteria and requirements is our judgement. It helps to reuse work; it does not show that another framework is met.',
			].join('\n'),
		},
	],
};
