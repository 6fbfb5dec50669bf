/** Policies and plans: who owns them, which version is in force, when it was approved and is due again. */
import { field, register, type RecordOf } from './register.ts';

export const policies = register({
	name: 'policies',
	idKind: 'policy',
	one: 'policy',
	many: 'policies',
	title: 'Policies',
	naming: ['name', 'policyId'],
	shape: {
		policyId: field('Policy ID', 'The id your company uses', { kind: 'text' }, 90),
		name: field('Policy', 'What it is called', { kind: 'text' }, 220),
		kind: field('Kind', 'What it is about', { kind: 'term', vocabulary: 'policyKind' }, 180),
		owner: field('Owner', 'Who keeps it up to date', { kind: 'person' }, 150),
		version: field('Version', 'The version in force', { kind: 'text' }, 90),
		status: field('Status', 'How far it is', { kind: 'term', vocabulary: 'policyStatus' }, 110),
		approved: field('Approved', 'The day it was last approved', { kind: 'date' }, 120),
		approvedBy: field('Approved by', 'Who approved it', { kind: 'person' }, 150),
		reviewDue: field('Review due', 'The day of the next review', { kind: 'date' }, 120),
		criteria: field('Criteria', 'The criteria it serves', { kind: 'criteria' }, 140),
		address: field('Where it is', 'A link to the text in force', { kind: 'address' }, 200),
		notes: field('Notes', 'Anything else', { kind: 'prose' }, 260),
	},
});

export type Policy = RecordOf<typeof policies>;
