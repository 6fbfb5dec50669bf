/** What each kind of evidence should show: one by one for a screen, and all of them to look up. */
import {
	heading,
	list,
	note,
	paragraph,
	table,
	type TextBlock,
} from '../../../base/text-blocks.ts';
import { evidenceTypes, type EvidenceType } from '../../catalog/evidence-types.ts';
import type { Article } from '../article.ts';
import type { Explanation } from '../explanation.ts';
import { bySeries } from './by-series.ts';
import { sentence } from '../sentence.ts';

/** What a good one of this kind shows, how fresh it must be, and what must come with it. */
export function explainEvidenceType(type: EvidenceType): Explanation {
	return {
		title: type.label,
		blocks: [
			paragraph(`A good one shows: ${sentence(type.goodShows, 'lower')}`),
			list(
				freshness(type),
				...(type.populationBased
					? ['It begins with a complete list; items are drawn from it.']
					: []),
				...(type.completeness.how
					? [`Completeness: ${sentence(type.completeness.how, 'lower')}`]
					: []),
				`It commonly supports ${type.criteria.join(', ')}.`,
			),
		],
	};
}

function freshness({ stalenessDays }: EvidenceType): string {
	return stalenessDays === undefined
		? 'It carries the date of an event inside the period.'
		: `The newest is at most ${stalenessDays} days old.`;
}

function ageOf({ stalenessDays }: EvidenceType): string {
	return stalenessDays === undefined ? 'date of the event' : `${stalenessDays} days`;
}

function entries(): readonly TextBlock[] {
	return bySeries(evidenceTypes, 'Any criterion').flatMap(({ id, title, entries: types }) => [
		heading(title),
		table(
			`Evidence for ${id ?? 'any criterion'}`,
			['Kind', 'A good one shows', 'Age at most'],
			...types.map((type) => [type.label, shows(type), ageOf(type)]),
		),
	]);
}

function shows({ goodShows, populationBased }: EvidenceType): string {
	return populationBased ? `${goodShows} (drawn from a complete list)` : goodShows;
}

/** All kinds, under the series of criteria that they mostly support. */
export const evidenceKindsArticle: Article = {
	id: 'evidence-kinds',
	group: 'Evidence',
	title: 'What each kind of evidence should show',
	summary: `${evidenceTypes.length} kinds of evidence to look up: what a good one shows and how fresh it must be.`,
	keywords: ['evidence types', 'reference', ...evidenceTypes.map(({ label }) => label)],
	blocks: [
		note('Ages are proposals that follow the rhythm of each kind. No standard sets them.'),
		...entries(),
	],
	related: ['good-evidence', 'evidence-ages', 'populations'],
};
