/** The score of a category, or of all in scope: the plain mean of its criteria (guide, 3.4). */
import type { CriterionScore, GroupScore } from './score.ts';

/** Undefined where no criterion is in scope. */
export function groupScore(scores: readonly CriterionScore[]): GroupScore | undefined {
	if (scores.length === 0) return undefined;
	const mean = (side: 'low' | 'high') =>
		scores.reduce((sum, score) => sum + score[side], 0) / scores.length;
	return {
		low: mean('low'),
		high: mean('high'),
		criteria: scores.map(({ criterion }) => criterion),
	};
}
