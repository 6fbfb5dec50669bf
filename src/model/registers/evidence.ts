/**
 * Evidence: what shows that controls are in place and operated. An item is a record with its dates and
 * state; the files themselves, requests and samples come beside it later and point here.
 */
import { field, register, type RecordOf } from './register.ts';

export const evidence = register({
	name: 'evidence',
	idKind: 'evidence',
	one: 'evidence item',
	many: 'evidence items',
	title: 'Evidence',
	naming: ['title', 'kind'],
	shape: {
		title: field('Evidence', 'What it is', { kind: 'text' }, 240),
		kind: field('Kind', 'The kind of evidence', { kind: 'evidenceKind' }, 220),
		controls: field('Controls', 'The controls it shows', { kind: 'links', to: 'controls' }, 170),
		state: field('State', 'How far it is', { kind: 'term', vocabulary: 'evidenceState' }, 120),
		effective: field(
			'Effective on',
			'The day it is about, not the day it was added',
			{ kind: 'date' },
			120,
		),
		coversFrom: field(
			'Covers from',
			'First day it shows, for reports and lists',
			{ kind: 'date' },
			120,
		),
		coversTo: field('Covers to', 'Last day it shows', { kind: 'date' }, 120),
		items: field(
			'Items shown',
			'How many occurrences or samples it shows; empty for one',
			{ kind: 'number' },
			110,
		),
		systems: field('Systems', 'The systems it comes from', { kind: 'links', to: 'systems' }, 160),
		captured: field('Captured on', 'The day it was taken', { kind: 'date' }, 120),
		preparer: field('Prepared by', 'Who took it', { kind: 'person' }, 150),
		submitted: field('Submitted on', 'The day it was handed in for review', { kind: 'date' }, 130),
		reviewer: field('Reviewed by', 'Who accepted or returned it', { kind: 'person' }, 150),
		reviewed: field('Reviewed on', 'The day of the review', { kind: 'date' }, 120),
		address: field('Where it is', 'A link to the record itself', { kind: 'address' }, 220),
		note: field('Note', 'Anything else, or why it is excused', { kind: 'prose' }, 260),
	},
});

export type EvidenceItem = RecordOf<typeof evidence>;
