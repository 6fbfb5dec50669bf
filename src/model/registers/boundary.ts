/**
 * The system boundary: what the examination covers and what it leaves out, by component, each with a
 * reason (description criteria DC 1 and DC 3). Single systems stand in their own register.
 */
import { field, register, type RecordOf } from './register.ts';

export const boundary = register({
	name: 'boundary',
	idKind: 'component',
	one: 'component',
	many: 'components',
	title: 'System boundary',
	naming: ['name'],
	shape: {
		name: field('Component', 'What it is called', { kind: 'text' }, 220),
		kind: field(
			'Kind',
			'Which part of the system',
			{ kind: 'term', vocabulary: 'boundaryKind' },
			160,
		),
		scope: field('Scope', 'In or out', { kind: 'term', vocabulary: 'inOrOut' }, 120),
		reason: field('Reason', 'Why it is in or out', { kind: 'prose' }, 280),
		description: field('Description', 'What it is', { kind: 'prose' }, 280),
		owner: field('Owner', 'Who answers for it', { kind: 'person' }, 150),
	},
});

export type BoundaryComponent = RecordOf<typeof boundary>;
