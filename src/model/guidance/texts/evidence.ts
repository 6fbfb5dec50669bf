/** What evidence is, lists and their completeness, and how much auditors commonly look at. */
import { heading, list, note, paragraph, table, terms } from '../../../base/text-blocks.ts';
import { frequencyFacts, type SampleRange } from '../../catalog/sampling.ts';
import { termLabel } from '../../records/vocabulary.ts';
import type { Article } from '../article.ts';

const sizes = ({ low, high }: SampleRange): readonly string[] => [`${low}`, `${high}`];

export const evidenceArticles: readonly Article[] = [
	{
		id: 'good-evidence',
		group: 'Evidence',
		title: 'What good evidence shows',
		summary:
			'That the control happened: which system, who, when, on what, with what result, on a date that counts.',
		keywords: ['screenshot', 'proof', 'artifact', 'record', 'effective date', 'stale'],
		asks: ['evidence', 'evidence.dates'],
		blocks: [
			list(
				'**Source:** the system it comes from is visible, with the account and address.',
				'**Date:** the day the thing happened or held, not the day the file was saved. That is the effective date.',
				'**Actor:** who did it and who reviewed it, two different people.',
				'**Result:** what was found, and what was done about it.',
				'**Fit:** it shows what the control text says, with the same words and numbers.',
			),
			table(
				'Three ways a control leaves evidence',
				['Kind', 'What is due'],
				['A recurring act', 'one record for each time it falls due'],
				['Many events', 'one complete list for the period, then the items drawn from it'],
				['A setting', 'the setting on a date inside the period, and the history of its changes'],
			),
			note(
				'An export with its metadata beats a screenshot. A screenshot without clock, address and account shows little.',
			),
		],
		related: ['evidence-kinds', 'populations', 'sample-sizes'],
	},
	{
		id: 'populations',
		group: 'Evidence',
		title: 'Complete lists: populations',
		summary:
			'Before items are drawn, the auditor needs a list of everything that happened, shown to be complete and accurate.',
		keywords: ['population', 'IPE', 'completeness', 'accuracy', 'list', 'nil statement', 'empty'],
		asks: ['evidence.population'],
		blocks: [
			paragraph(
				'Leavers, changes, incidents, access grants, backups: for these the evidence begins with the full list of the period.',
			),
			heading('With each list, keep'),
			list(
				'the system, the report or query, and its filters',
				'the dates covered, when it was run and by whom',
				'the number of rows',
				'a check: another source that agrees, numbers without gaps, or somebody who watched the run',
			),
			paragraph(
				'Take it from the system that **does** the thing: the identity provider, the code host, the HR system. A list of tickets leaves out the case without a ticket, which is the very failure looked for.',
			),
			note(
				'Nothing happened? Keep a signed statement of none. The auditor will write that the control did not operate and could not be tested; that is no failure and gives no assurance.',
			),
		],
		related: ['sample-sizes', 'good-evidence', 'road-samples'],
	},
	{
		id: 'sample-sizes',
		group: 'Evidence',
		title: 'Sample sizes: a guide, nothing official',
		summary:
			'No standard sets sample sizes. The CPA firm decides; these are numbers commonly seen.',
		keywords: ['sample size', 'how many', 'sampling', 'frequency', 'items'],
		asks: ['samples'],
		blocks: [
			table(
				'Items commonly drawn over a year',
				['Frequency', 'Lower risk', 'Higher risk'],
				...frequencyFacts.map(({ frequency, sample }) => [
					termLabel('frequency', frequency),
					...sizes(sample),
				]),
			),
			list(
				'An automated control is looked at once, with the history of changes to its setting.',
				'Items are drawn across the whole period.',
				'A shorter period has fewer occurrences; the share that is looked at rises.',
				'Small lists may be looked at whole.',
				'An item is never replaced because its record is missing.',
			),
			note('Use the numbers to test yourself beforehand. Ask your CPA firm for its own.'),
		],
		related: ['populations', 'deviations', 'road-samples'],
	},
	{
		id: 'evidence-ages',
		group: 'Evidence',
		title: 'Kinds of evidence, and how fresh they must be',
		summary:
			'Each control names the kinds of record it leaves. Each kind has a rhythm and an age beyond which it shows little.',
		keywords: ['evidence type', 'stale', 'age', 'accepted', 'submitted', 'in date'],
		asks: ['evidence.kind'],
		blocks: [
			terms(
				[
					'Yearly',
					'policies, plans, exercises, assessments: at most a year old, and dated inside the period of a Type 2',
				],
				['Quarterly or monthly', 'reviews and checks: one for each time they fall due'],
				['Continuous', 'settings: looked at again about every 90 days'],
				['Per event', 'records of what happened: each with its own date inside the period'],
			),
			paragraph(
				'Age limits here are proposals that follow the rhythm with some days of grace; no standard sets them. Evidence counts fully once a second person accepted it, and half while it is only submitted.',
			),
		],
		related: ['evidence-kinds', 'good-evidence', 'observation-period'],
	},
];
