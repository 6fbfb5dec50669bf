/**
 * The answer to the question that arises at a place of the workbook. Screens import this one and not
 * all articles, which bring the catalogue with them.
 */
import { paragraph } from '../../base/text-blocks.ts';
import type { Article } from './article.ts';
import type { Ask } from './asks.ts';
import type { Explanation } from './explanation.ts';
import { writtenArticles } from './written-articles.ts';

const articleByAsk = new Map(
	writtenArticles.flatMap((article) => (article.asks ?? []).map((ask) => [ask, article] as const)),
);

/** The article that answers; its id leads to it in the guidance. */
export function articleAbout(ask: Ask): Article {
	const article = articleByAsk.get(ask);
	if (!article) throw new Error(`No article answers ${ask}.`);
	return article;
}

/** What to show right there: `<Explain {...explain('scope.categories')} />`. */
export function explain(ask: Ask): Explanation {
	const { title, summary, blocks } = articleAbout(ask);
	return { title, blocks: [paragraph(`**${summary}**`), ...blocks] };
}
