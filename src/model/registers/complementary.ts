/**
 * Complementary controls: those we count on at subservice organizations (CSOC), those our customers
 * must have (CUEC), and duties that vendors' reports put on us.
 */
import { field, register, type RecordOf } from './register.ts';

export const complementary = register({
	name: 'complementary',
	idKind: 'complementary',
	one: 'complementary control',
	many: 'complementary controls',
	title: 'Complementary controls',
	naming: ['reference', 'statement'],
	shape: {
		reference: field('ID', 'The id in the report or of your own', { kind: 'text' }, 90),
		kind: field(
			'Expected of whom',
			'Who must have the control',
			{ kind: 'term', vocabulary: 'complementaryKind' },
			230,
		),
		statement: field('Control expected', 'What they, or we, must do', { kind: 'prose' }, 340),
		vendors: field(
			'Vendor',
			'Whose control or whose report it is',
			{ kind: 'links', to: 'vendors' },
			160,
		),
		criteria: field('Criteria', 'The criteria that depend on it', { kind: 'criteria' }, 140),
		controls: field(
			'Our controls',
			'The controls that depend on it, or that do our duty',
			{ kind: 'links', to: 'controls' },
			170,
		),
		explanation: field(
			'Explanation',
			'Why a duty needs no control of ours',
			{ kind: 'prose' },
			240,
		),
		owner: field('Owner', 'Who answers for it here', { kind: 'person' }, 150),
		reviewed: field('Last reviewed', 'The day it was last looked at', { kind: 'date' }, 120),
	},
});

export type ComplementaryControl = RecordOf<typeof complementary>;
