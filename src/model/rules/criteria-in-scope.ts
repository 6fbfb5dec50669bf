/** Which criteria a workbook is about, and which of its controls answer each (SPEC X-2). */
import { criteria, criterionById, type Criterion } from '../catalog/criteria.ts';
import type { Control } from '../records/control.ts';

/**
 * The criteria of security, which every SOC 2 examination covers, and of each other category that an
 * active control names a criterion of; in catalogue order.
 */
export function criteriaInScope(controls: readonly Control[]): readonly Criterion[] {
	const categories = new Set(
		[...controlsByCriterion(controls).keys()].map((id) => criterionById(id)?.category),
	).add('security');
	return criteria.filter(({ category }) => categories.has(category));
}

/** Active controls by each id they name, in their order; ids that are no criterion included. */
export function controlsByCriterion(
	controls: readonly Control[],
): ReadonlyMap<string, readonly Control[]> {
	const found = new Map<string, Control[]>();
	for (const control of controls) {
		if (control.retired) continue;
		for (const id of control.criteria) {
			const named = found.get(id);
			if (named) named.push(control);
			else found.set(id, [control]);
		}
	}
	return found;
}
