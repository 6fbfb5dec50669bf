/**
 * The statement of applicability of ISO/IEC 27001:2022: the 93 controls of Annex A by id and in our
 * words. What people said of one stands in the register of requirements; the rest is what the
 * workbook's controls come to. It can be read back in (SPEC X-8).
 */
import { choice, column, type CoveredItem, type Template } from './template.ts';

type Item = CoveredItem & { readonly framework: string };

const yesNo = ['Yes', 'No'];
const states = ['Implemented', 'Partly implemented', 'Planned', 'Not started'] as const;

export const statementOfApplicability: Template<Item> = {
	title: 'Statement of applicability',
	columns: [
		column('Annex A control', 'text', 14, ({ code }) => code),
		column('Control in short', 'prose', 36, ({ label }) => label),
		choice('Applicable', yesNo, 12, applicable),
		column('Justification', 'prose', 44, justification),
		choice('Implementation status', states, 20, state),
		column('Our controls', 'references', 30, ({ controls }) => controls.join(', ')),
		column('Criteria, strong', 'criteria', 20, ({ strong }) => strong.join(', ')),
		column('Criteria, partial', 'criteria', 20, ({ partial }) => partial.join(', ')),
		column('Framework', 'text', 20, ({ framework }) => framework),
	],
	rows: ({ coverage }) =>
		(coverage?.items ?? []).map((item) => ({ ...item, framework: coverage?.framework ?? '' })),
	about: [
		{
			label: 'Rows',
			text: 'The 93 controls of Annex A by their ids. The short words are ours; the text of the standard is in its publication.',
		},
		{
			label: 'Applicable, justification',
			text: 'As the requirements of this framework say in the workbook (own columns Applicable and Justification). Where nothing is said, a control that ours lead to counts as applicable, by the criteria that call for it; the others are left for you to decide.',
		},
		{
			label: 'Implementation status',
			text: 'Implemented: strongly reached by controls that are in place. Partly implemented: partly reached. Planned: reached once all our controls are in place. Not started: no control of ours leads to it.',
		},
		{
			label: 'Reading it back',
			text: 'Imported again, the rows become requirements of this framework in the workbook, with your words on applicability.',
		},
	],
};

function applicable({ applicable: said, planned }: Item): string {
	return said || (planned === 'none' ? '' : 'Yes');
}

function justification({ justification: said, planned, strong, partial, controls }: Item): string {
	if (said) return said;
	if (planned === 'none') return '';
	const criteria = [...strong, ...partial].join(', ');
	return criteria === '' ? `Named by ${controls.join(', ')}.` : `Called for by ${criteria}.`;
}

function state(item: Item): (typeof states)[number] | '' {
	if (applicable(item).toLowerCase() === 'no') return '';
	if (item.now === 'strong') return 'Implemented';
	if (item.now === 'partial') return 'Partly implemented';
	return item.planned === 'none' ? 'Not started' : 'Planned';
}
