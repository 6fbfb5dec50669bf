/**
 * Principal service commitments (promises to customers) and system requirements (how the system must
 * work to keep them): what the opinion is about (DC 2).
 */
import { field, register, type RecordOf } from './register.ts';

export const commitments = register({
	name: 'commitments',
	idKind: 'commitment',
	one: 'commitment',
	many: 'commitments',
	title: 'Commitments and requirements',
	naming: ['commitmentId', 'text'],
	shape: {
		commitmentId: field('ID', 'The id your company uses', { kind: 'text' }, 90),
		text: field('In our words', 'What is promised or required', { kind: 'prose' }, 340),
		kind: field(
			'Kind',
			'A promise, or how the system must work to keep it',
			{ kind: 'term', vocabulary: 'commitmentKind' },
			160,
		),
		categories: field(
			'Categories',
			'The trust services categories it calls for',
			{ kind: 'terms', vocabulary: 'category' },
			190,
		),
		criteria: field('Criteria', 'The criteria it touches', { kind: 'criteria' }, 140),
		document: field('Where it stands', 'Contract, SLA, notice or website', { kind: 'text' }, 200),
		toIndividuals: field(
			'To individuals',
			'Whether it is a privacy promise to the people the data is about',
			{ kind: 'term', vocabulary: 'yesNo' },
			120,
		),
		approvedBy: field('Approved by', 'Who approved it', { kind: 'person' }, 150),
		outOfScopeReason: field(
			'Why no category',
			'Why readers of the report do not need the category it calls for',
			{ kind: 'prose' },
			240,
		),
	},
});

export type Commitment = RecordOf<typeof commitments>;
