/** The articles that were written by hand, in reading order. Those made of the catalogue are elsewhere. */
import type { Article } from './article.ts';
import { stepArticle } from './road/road-step.ts';
import { roadSteps, wholeRoad } from './road/road.ts';
import { controlArticles } from './texts/controls.ts';
import { evidenceArticles } from './texts/evidence.ts';
import { gapArticles } from './texts/gaps.ts';
import { opinionArticles } from './texts/opinion.ts';
import { otherPartiesArticles } from './texts/others.ts';
import { reportArticles } from './texts/reports.ts';
import { reviewWorkArticles } from './texts/review-work.ts';
import { scopeArticles } from './texts/scope.ts';
import { togetherArticles } from './texts/together.ts';

export const writtenArticles: readonly Article[] = [
	wholeRoad,
	...roadSteps.map(stepArticle),
	...reportArticles,
	...scopeArticles,
	...otherPartiesArticles,
	...controlArticles,
	...evidenceArticles,
	...gapArticles,
	...opinionArticles,
	...togetherArticles,
	...reviewWorkArticles,
];
