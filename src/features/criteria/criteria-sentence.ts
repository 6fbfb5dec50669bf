/** What the map shows, in one or two sentences. */
import { standingWords, type CriterionStanding } from '../../model/rules/criteria/standing.ts';
import type { CriterionRow } from './criterion-row.ts';

/** In the order in which something is to be done about them. */
const open: readonly CriterionStanding[] = ['none', 'blocked', 'planned', 'part'];

export function criteriaSentence(rows: readonly CriterionRow[]): string {
	const counted = rows.filter(({ standing }) => standing !== undefined);
	const count = (state: CriterionStanding) =>
		counted.filter(({ standing }) => standing === state).length;
	const [met, all] = [count('met'), counted.length];
	if (met === all) return `All ${all} criteria in scope are in order.`;
	const rest = open
		.filter((state) => count(state) > 0)
		.map((state) => `${count(state)} ${lowered(standingWords[state])}`);
	return `${met} of ${all} criteria in scope ${met === 1 ? 'is' : 'are'} in order. The others: ${rest.join(', ')}.`;
}

function lowered(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
