/**
 * How a criterion stands, as the map of criteria shows it. Worked out from controls, scores and checks,
 * never said by a person: what people conclude stands beside it (`assessment.conclusion`). It says
 * nothing of the opinion, which is the CPA firm's.
 *
 * - `none`: no control that applies answers it. First, since nothing else about it matters yet.
 * - `blocked`: a check of the error level found something that touches it.
 * - `planned`: every control that answers it is not started or only planned.
 * - `met`: the low end of its score is in the highest band (readiness guide, 3.4).
 * - `part`: anything between.
 */
import type { Finding } from '../../readiness/finding.ts';
import { bandOf, type CriterionScore } from '../../readiness/score/score.ts';
import type { Control } from '../../records/control.ts';

export type CriterionStanding = 'none' | 'planned' | 'part' | 'met' | 'blocked';

/** In the order in which a map names them. */
export const criterionStandings: readonly CriterionStanding[] = [
	'met',
	'part',
	'planned',
	'blocked',
	'none',
];

export const standingWords: Readonly<Record<CriterionStanding, string>> = {
	met: 'In order',
	part: 'Under way',
	planned: 'Only planned',
	blocked: 'Error to mend',
	none: 'No control',
};

/** `statuses` are those of the controls that count in the score. */
export function criterionStanding(
	score: Pick<CriterionScore, 'low'>,
	statuses: readonly Control['status'][],
	findings: readonly Pick<Finding, 'severity'>[],
): CriterionStanding {
	if (statuses.length === 0) return 'none';
	if (findings.some(({ severity }) => severity === 'error')) return 'blocked';
	if (statuses.every((status) => status === 'planned' || status === 'notStarted')) {
		return 'planned';
	}
	return bandOf(score.low) === 'bookFieldwork' ? 'met' : 'part';
}
