/**
 * Articles as results of the palette. They are loaded when the palette first asks, so that a start of
 * the app carries none of them.
 */
import type { Article } from '../../model/guidance/article.ts';
import type { CommandSearch } from '../../ui/commands/command-board.svelte.ts';
import type { UiCommand } from '../../ui/commands/ui-command.ts';
import { findArticles, keywordsFound } from './find-articles.ts';
import BookOpen from '@lucide/svelte/icons/book-open';

const shownAtMost = 8;

/** For `commands.offerSearch`; `open` is given the id of the article chosen. */
export function guidanceSearch(open: (article: string) => void): CommandSearch {
	let articles: readonly Article[] = [];
	let loading: Promise<void> | undefined;
	return (typed) => {
		loading ??= import('../../model/guidance/articles.ts').then(
			(loaded) => void (articles = loaded.articles),
			() => (loading = undefined), // tried again with the next letter
		);
		if (typed.trim() === '') return [];
		return findArticles(articles, typed)
			.slice(0, shownAtMost)
			.map((article) => commandOf(article, typed, open));
	};
}

function commandOf(article: Article, typed: string, open: (article: string) => void): UiCommand {
	// The palette looks again for each word in label and hint, so the keywords found stand there.
	const found = keywordsFound(article, typed);
	return {
		id: `guidance-${article.id}`,
		label: article.title,
		group: 'Guidance',
		icon: BookOpen,
		...(found.length > 0 && { hint: found.slice(0, 3).join(', ') }),
		run: () => open(article.id),
	};
}
