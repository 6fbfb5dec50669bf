/** Systems: applications, infrastructure, stores of data and tools, and whether they are in scope. */
import { field, register, type RecordOf } from './register.ts';

export const systems = register({
	name: 'systems',
	idKind: 'system',
	one: 'system',
	many: 'systems',
	title: 'Systems',
	naming: ['name'],
	shape: {
		name: field('System', 'What it is called', { kind: 'text' }, 180),
		kind: field('Kind', 'What it is', { kind: 'term', vocabulary: 'systemKind' }, 150),
		purpose: field('Purpose', 'What it is used for', { kind: 'prose' }, 240),
		scope: field(
			'Scope',
			'Whether it is part of the system examined',
			{ kind: 'term', vocabulary: 'inOrOut' },
			120,
		),
		scopeReason: field('Reason', 'Why it is in or out', { kind: 'prose' }, 220),
		owner: field('Owner', 'Who answers for it', { kind: 'person' }, 150),
		vendors: field('Vendor', 'Who runs or supplies it', { kind: 'links', to: 'vendors' }, 150),
		environment: field(
			'Environment',
			'Where it runs',
			{ kind: 'term', vocabulary: 'environment' },
			120,
		),
		dataClass: field(
			'Data class',
			'The most sensitive data it holds',
			{ kind: 'term', vocabulary: 'dataClass' },
			120,
		),
		retention: field('Retention', 'How long data stays in it', { kind: 'text' }, 150),
		personalData: field(
			'Personal data',
			'Whether it holds personal data',
			{ kind: 'term', vocabulary: 'yesNo' },
			110,
		),
		recoveryTarget: field(
			'Recovery target (hours)',
			'How fast it must be back',
			{ kind: 'number' },
			130,
		),
		recoveryTested: field(
			'Recovery tested (hours)',
			'How long the last recovery test took',
			{ kind: 'number' },
			130,
		),
		notes: field('Notes', 'Anything else', { kind: 'prose' }, 260),
	},
});

export type System = RecordOf<typeof systems>;
