/** Requirements of a framework the user brought in, mapped to criteria and controls. */
import { field, register, type RecordOf } from './register.ts';

export const requirements = register({
	name: 'requirements',
	idKind: 'requirement',
	one: 'requirement',
	many: 'requirements',
	title: 'Own frameworks',
	naming: ['requirementId', 'title'],
	shape: {
		framework: field('Framework', 'The name of the framework', { kind: 'text' }, 160),
		requirementId: field('Requirement ID', 'Its id in the framework', { kind: 'text' }, 120),
		title: field('Requirement', 'In your words', { kind: 'prose' }, 320),
		criteria: field(
			'Criteria, strong',
			'Criteria whose controls normally satisfy it',
			{ kind: 'criteria' },
			150,
		),
		partialCriteria: field(
			'Criteria, partial',
			'Criteria whose controls go some of the way',
			{ kind: 'criteria' },
			150,
		),
		controls: field(
			'Controls',
			'Controls that answer it whatever their criteria',
			{ kind: 'links', to: 'controls' },
			160,
		),
		notes: field('Notes', 'Anything else', { kind: 'prose' }, 240),
	},
});

export type Requirement = RecordOf<typeof requirements>;
