/** The road from scope to report, its steps in order, and the article that shows all of it. */
import { note, paragraph, table } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';
import { fieldwork } from './fieldwork.ts';
import { preparing } from './preparing.ts';
import { reporting } from './reporting.ts';
import type { RoadStep } from './road-step.ts';

export interface RoadStretch {
	readonly title: string;
	readonly steps: readonly RoadStep[];
}

export const roadStretches: readonly RoadStretch[] = [
	{ title: 'Prepare and run', steps: preparing },
	{ title: 'Be examined', steps: fieldwork },
	{ title: 'Report and carry on', steps: reporting },
];

export const roadSteps: readonly RoadStep[] = roadStretches.flatMap(({ steps }) => steps);

export const wholeRoad: Article = {
	id: 'the-road',
	group: 'The road',
	title: 'From scope to report',
	short: 'The whole road',
	summary: 'The whole way in one table: prepare, be examined, report, carry on.',
	keywords: ['timeline', 'process', 'how long', 'new to SOC 2', 'steps', 'overview'],
	asks: ['overview'],
	blocks: [
		paragraph(
			'A first Type 2 report commonly takes 9 to 18 months from the first day. Most of that is not paperwork but time in which controls have to be seen working.',
		),
		table(
			'Four stretches of the road',
			['', 'What happens', 'Takes, as a rule of thumb'],
			['Prepare', 'scope, assessment, remediation', 'as long as the gaps need'],
			['Run', 'the period of a Type 2; a Type 1 needs one date only', '3 to 12 months'],
			[
				'Be examined',
				'requests, walkthroughs, samples, exceptions',
				'during the period and after it',
			],
			['Report', 'draft, assertion, report, sharing', '3 to 8 weeks after the period'],
		),
		paragraph(
			'Then the next period begins, the day after the last one ended. A bridge letter covers the days until the next report.',
		),
		note('The lengths are common practice and differ between firms. No standard sets them.'),
	],
	related: ['road-scope', 'who-does-what', 'type-1-and-type-2'],
};
