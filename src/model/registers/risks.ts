/** The risk register: what could keep the commitments from being met (CC3), and what is done about it. */
import { field, register, type RecordOf } from './register.ts';

export const risks = register({
	name: 'risks',
	idKind: 'risk',
	one: 'risk',
	many: 'risks',
	title: 'Risks',
	naming: ['riskId', 'title', 'description'],
	shape: {
		riskId: field('Risk ID', 'The id your company uses', { kind: 'text' }, 90),
		title: field('Risk', 'A short name', { kind: 'text' }, 220),
		description: field(
			'Description',
			'What could happen, why, and what it would mean for customers',
			{ kind: 'prose' },
			320,
		),
		category: field('Category', 'Your own grouping', { kind: 'text' }, 130),
		asset: field('Asset', 'What it is a risk to', { kind: 'text' }, 130),
		likelihood: field('Likelihood', '1 to 5, before treatment', rating(), 110),
		impact: field('Impact', '1 to 5, before treatment', rating(), 110),
		treatment: field(
			'Treatment',
			'What is done with it',
			{ kind: 'term', vocabulary: 'treatment' },
			110,
		),
		plan: field('Treatment plan', 'What will be done, by whom', { kind: 'prose' }, 260),
		controls: field(
			'Controls',
			'The controls that treat it',
			{ kind: 'links', to: 'controls' },
			160,
		),
		criteria: field('Criteria', 'The criteria it touches', { kind: 'criteria' }, 140),
		commitments: field(
			'Commitments',
			'The promises it endangers',
			{ kind: 'links', to: 'commitments' },
			170,
		),
		residualLikelihood: field('Residual likelihood', '1 to 5, after treatment', rating(), 120),
		residualImpact: field('Residual impact', '1 to 5, after treatment', rating(), 120),
		owner: field('Owner', 'Who answers for it', { kind: 'person' }, 150),
		due: field('Due', 'When the treatment should be done', { kind: 'date' }, 120),
		status: field('Status', 'How far it is', { kind: 'term', vocabulary: 'riskStatus' }, 120),
		fraud: field(
			'Fraud risk',
			'CC3.3 asks for fraud to be considered',
			{ kind: 'term', vocabulary: 'yesNo' },
			100,
		),
		reviewed: field('Last reviewed', 'The day it was last looked at', { kind: 'date' }, 120),
		notes: field('Notes', 'Anything else', { kind: 'prose' }, 260),
	},
});

export type Risk = RecordOf<typeof risks>;

function rating(): { readonly kind: 'term'; readonly vocabulary: 'rating' } {
	return { kind: 'term', vocabulary: 'rating' };
}
