/** All articles of the guidance in reading order. */
import type { Article, ArticleGroup } from './article.ts';
import { commonGapsArticle, firstReportGapsArticle } from './reference/common-gaps.ts';
import { evidenceKindsArticle } from './reference/evidence-kinds.ts';
import { writtenArticles } from './written-articles.ts';

const all = [...writtenArticles, evidenceKindsArticle, firstReportGapsArticle, commonGapsArticle];

/** In the order in which they are listed. */
export const articleGroups: readonly ArticleGroup[] = [
	'The road',
	'Reports and roles',
	'Scope',
	'Criteria and controls',
	'Evidence',
	'Gaps and score',
	'Examination and report',
	'Working together',
];

export const articles: readonly Article[] = articleGroups.flatMap((group) =>
	all.filter((article) => article.group === group),
);

const byId = new Map(articles.map((article) => [article.id, article]));

/** The article of an id, or undefined where none exists: addresses may be old or mistyped. */
export function articleById(id: string): Article | undefined {
	return byId.get(id);
}
