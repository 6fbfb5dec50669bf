/** People, roles and teams that own or carry out controls, and the facts that checks look at. */
import { field, register, type RecordOf } from './register.ts';

export const people = register({
	name: 'people',
	idKind: 'person',
	one: 'person',
	many: 'people',
	title: 'People',
	naming: ['name', 'email'],
	shape: {
		name: field('Name', 'Of the person, role or team', { kind: 'text' }, 180),
		kind: field('Kind', 'Person, role or team', { kind: 'term', vocabulary: 'personKind' }, 120),
		role: field('Role', 'What they do', { kind: 'text' }, 170),
		team: field('Team', 'Where they belong', { kind: 'text' }, 140),
		email: field('Email', 'How to reach them', { kind: 'text' }, 200),
		manager: field('Manager', 'Whom they report to', { kind: 'person' }, 150),
		started: field('Started', 'First day', { kind: 'date' }, 120),
		left: field('Left', 'Last day', { kind: 'date' }, 120),
		accessRemoved: field('Access removed', 'The day all access was gone', { kind: 'date' }, 130),
		backgroundCheck: field('Background check', 'The day it cleared', { kind: 'date' }, 140),
		training: field('Security training', 'The day it was last completed', { kind: 'date' }, 140),
		acknowledged: field(
			'Policies acknowledged',
			'The day they last signed the policies',
			{ kind: 'date' },
			160,
		),
		notes: field('Notes', 'Anything else', { kind: 'prose' }, 240),
	},
});

export type Person = RecordOf<typeof people>;
