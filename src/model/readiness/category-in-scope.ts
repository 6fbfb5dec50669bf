/** Whether a category is in scope: by decision, or by what controls name while nobody has decided. */
import { criterionById, type TrustServicesCategory } from '../catalog/criteria.ts';
import type { Facts } from './facts.ts';

/** True where at least one of its criteria counts. */
export function isCategoryInScope(facts: Facts, category: TrustServicesCategory): boolean {
	return facts.criteria.some((id) => criterionById(id)?.category === category);
}
