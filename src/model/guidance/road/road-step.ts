/** A step of the road from scope to report: what happens, who does what, what it leaves behind. */
import { heading, note, paragraph, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';
import type { Ask } from '../asks.ts';

export type RoadStepId =
	| 'scope'
	| 'assessment'
	| 'remediation'
	| 'type-1'
	| 'period'
	| 'requests'
	| 'walkthroughs'
	| 'samples'
	| 'exceptions'
	| 'draft'
	| 'assertion'
	| 'report'
	| 'share'
	| 'bridge-letter'
	| 'next-period';

export interface RoadStep {
	readonly id: RoadStepId;
	/** Two or three words, as on a map. */
	readonly label: string;
	readonly title: string;
	readonly summary: string;
	readonly what: string;
	/** Role and what it does. */
	readonly who: readonly (readonly [string, string])[];
	readonly leaves: string;
	/** What often goes wrong here. */
	readonly slip: string;
	readonly keywords: readonly string[];
	readonly asks?: readonly Ask[];
	readonly related: readonly string[];
}

/** The id of the article about a step. */
export function articleOfStep(step: RoadStepId): string {
	return `road-${step}`;
}

/** The step as an article. */
export function stepArticle(step: RoadStep): Article {
	return {
		id: articleOfStep(step.id),
		group: 'The road',
		title: step.title,
		short: step.label,
		summary: step.summary,
		keywords: step.keywords,
		...(step.asks && { asks: step.asks }),
		blocks: [
			paragraph(step.what),
			heading('Who does what'),
			terms(...step.who),
			heading('What it leaves behind'),
			paragraph(step.leaves),
			note(`**What often goes wrong:** ${step.slip}`),
		],
		related: step.related,
	};
}
