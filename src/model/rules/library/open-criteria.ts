/** Criteria that have to be answered and that no active control names. */
import { criteria, type Criterion } from '../../catalog/criteria.ts';
import { isNotRelevant, type Assessment } from '../../records/assessment.ts';
import type { Control } from '../../records/control.ts';
import type { Scope } from '../../records/scope.ts';
import { controlsByCriterion } from '../criteria-in-scope.ts';

/**
 * The criteria to answer: those of security and of the other categories in scope; what is not relevant
 * for a reason is left out. While nobody has chosen categories it is security alone: a control that
 * also helps another category must not bring that one in.
 */
export function criteriaToAnswer(
	scope: Pick<Scope, 'categories'>,
	assessment: (criterion: string) => Assessment,
): readonly Criterion[] {
	const chosen = new Set<string>(scope.categories).add('security');
	return criteria.filter(
		({ id, category }) => chosen.has(category) && !isNotRelevant(assessment(id)),
	);
}

/** Those of `toAnswer` without an active control that applies. */
export function openCriteria(
	toAnswer: readonly Criterion[],
	controls: readonly Control[],
): readonly Criterion[] {
	const named = controlsByCriterion(
		controls.filter(
			({ status, notApplicableReason }) =>
				status !== 'notApplicable' || notApplicableReason.trim() === '',
		),
	);
	return toAnswer.filter(({ id }) => !named.has(id));
}
