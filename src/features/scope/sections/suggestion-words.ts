/** What the answers about a category suggest, as a sentence. */
import type { CategorySuggestion } from '../../../model/rules/scoping/category-suggestion.ts';

/** For the category of this label. */
export function suggestionWords(label: string, { kind, because }: CategorySuggestion): string {
	const reasons = listed(because);
	switch (kind) {
		case 'include':
			return `Your answers speak for including ${label}: ${reasons}.`;
		case 'leaveOut':
			return `Your answers speak for leaving ${label} out: ${reasons}.`;
		case 'mixed':
			return `Your answers point both ways: ${reasons}. Decide by what readers of the report need.`;
		case 'open':
			return 'The answers so far decide nothing.';
	}
}

function listed(clauses: readonly string[]): string {
	if (clauses.length < 2) return clauses.join('');
	return `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1) ?? ''}`;
}
