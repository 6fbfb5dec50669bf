/** Finds articles by what people type: each word must begin a word of the title, keywords or text. */
import { plainText } from '../../base/text-blocks.ts';
import type { Article } from '../../model/guidance/article.ts';
import { foldText, typedWords } from '../../ui/commands/fuzzy-match.ts';

/** What is read of an article, folded; a word counts for more the earlier the text stands here. */
type Readings = readonly [title: string, keywords: string, summary: string, body: string];

const worth = [8, 4, 2, 1] as const;
const readings = new WeakMap<Article, Readings>();

/** The articles that answer, best first; all of them, in their order, where nothing is typed. */
export function findArticles(articles: readonly Article[], typed: string): readonly Article[] {
	const words = typedWords(typed);
	if (words.length === 0) return articles;
	return articles
		.map((article) => ({ article, score: scoreOf(words, readingsOf(article)) }))
		.filter(({ score }) => score > 0)
		.toSorted((a, b) => b.score - a.score)
		.map(({ article }) => article);
}

/** The keywords in which words typed were found, those with most of them first. */
export function keywordsFound({ keywords }: Article, typed: string): readonly string[] {
	const words = typedWords(typed);
	return keywords
		.map((keyword) => {
			const folded = foldText(keyword);
			return { keyword, hits: words.filter((word) => beginsWord(folded, word)).length };
		})
		.filter(({ hits }) => hits > 0)
		.toSorted((a, b) => b.hits - a.hits)
		.map(({ keyword }) => keyword);
}

function readingsOf(article: Article): Readings {
	let known = readings.get(article);
	if (!known) {
		const { title, keywords, summary, blocks } = article;
		known = [
			foldText(title),
			foldText(keywords.join(' ')),
			foldText(summary),
			foldText(plainText(blocks)),
		];
		readings.set(article, known);
	}
	return known;
}

/** Zero where a word is found nowhere. */
function scoreOf(words: readonly string[], read: Readings): number {
	const scores = words.map((word) => {
		const best = read.findIndex((text) => beginsWord(text, word));
		return worth[best] ?? 0;
	});
	return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0);
}

function beginsWord(text: string, word: string): boolean {
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
	}
	return false;
}
