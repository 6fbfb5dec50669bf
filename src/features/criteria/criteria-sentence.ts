/** What the map shows, in one or two sentences. */
import type { CriterionStanding } from '../../model/rules/criteria/standing.ts';
import type { CriterionRow } from './criterion-row.ts';

/** In the order in which something is to be done about them; of one and of several. */
const open: readonly (readonly [CriterionStanding, string, string])[] = [
	['none', 'has no control', 'have no control'],
	['blocked', 'has an error to mend', 'have an error to mend'],
	['planned', 'is only planned', 'are only planned'],
	['part', 'is under way', 'are under way'],
];

/** "2 of 38 criteria in scope are in order; 24 have an error to mend, 12 are under way." */
export function criteriaSentence(rows: readonly CriterionRow[]): string {
	const counted = rows.filter(({ standing }) => standing !== undefined);
	const count = (state: CriterionStanding) =>
		counted.filter(({ standing }) => standing === state).length;
	const [met, all] = [count('met'), counted.length];
	if (met === all) return `All ${all} criteria in scope are in order.`;
	const rest = open
		.filter(([state]) => count(state) > 0)
		.map(([state, one, several]) => `${count(state)} ${count(state) === 1 ? one : several}`);
	return `${met} of ${all} criteria in scope ${met === 1 ? 'is' : 'are'} in order; ${rest.join(', ')}.`;
}
