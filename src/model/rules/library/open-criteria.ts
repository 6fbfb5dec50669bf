/** Criteria that have to be answered and that no active control names. */
import { criteria, type Criterion } from '../../catalog/criteria.ts';
import { isNotRelevant, type Assessment } from '../../records/assessment.ts';
import type { Control } from '../../records/control.ts';
import type { Scope } from '../../records/scope.ts';
import { controlsByCriterion, criteriaInScope } from '../criteria-in-scope.ts';

/**
 * The criteria to answer: those of security and the categories in scope, or, while nobody has chosen
 * categories, of those that controls name (SPEC X-2). What is not relevant for a reason is left out.
 */
export function criteriaToAnswer(
	scope: Pick<Scope, 'categories'>,
	controls: readonly Control[],
	assessment: (criterion: string) => Assessment,
): readonly Criterion[] {
	const chosen = new Set<string>(scope.categories);
	const all =
		chosen.size === 0
			? criteriaInScope(controls)
			: criteria.filter(({ category }) => category === 'security' || chosen.has(category));
	return all.filter(({ id }) => !isNotRelevant(assessment(id)));
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
