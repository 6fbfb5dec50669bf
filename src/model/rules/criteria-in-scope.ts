/** Which criteria a workbook is about, and which of its controls answer each (SPEC X-2). */
import {
	criteria,
	criterionById,
	type Criterion,
	type TrustServicesCategory,
} from '../catalog/criteria.ts';
import type { Control } from '../records/control.ts';

/**
 * The criteria of security, which every SOC 2 examination covers, and of each other category in scope;
 * where nobody has decided on `categories`, of each that an active control names a criterion of. In
 * catalogue order.
 */
export function criteriaInScope(
	controls: readonly Control[],
	categories: readonly TrustServicesCategory[] = [],
): readonly Criterion[] {
	const named = [...controlsByCriterion(controls).keys()].map((id) => criterionById(id)?.category);
	const inScope = new Set(categories.length > 0 ? categories : named).add('security');
	return criteria.filter(({ category }) => inScope.has(category));
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
