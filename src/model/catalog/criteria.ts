/**
 * The 61 trust services criteria by their published ids (TSP section 100, 2017 with the points of
 * focus revised in 2022), each with our own short label. The AICPA's text is licensed and not here.
 */
import data from './criteria.json' with { type: 'json' };

export type TrustServicesCategory =
	'security' | 'availability' | 'confidentiality' | 'processing-integrity' | 'privacy';

export interface Criterion {
	readonly id: string;
	readonly category: TrustServicesCategory;
	/** CC6 for CC6.1. */
	readonly series: string;
	/** Our own words. */
	readonly label: string;
	/** What an auditor looks for, in our own words. */
	readonly lookFor: string;
}

export interface CriterionSeries {
	readonly id: string;
	readonly category: TrustServicesCategory;
	readonly title: string;
}

export const criterionSeries = data.series as readonly CriterionSeries[];
/** In catalogue order: CC1.1 … CC9.2, A1, C1, PI1, P1 … P8. */
export const criteria = data.criteria as readonly Criterion[];

const positionById = new Map(criteria.map((criterion, position) => [criterion.id, position]));

/** The criterion of a published id, or undefined where none exists (CC6.9). */
export function criterionById(id: string): Criterion | undefined {
	const position = positionById.get(id);
	return position === undefined ? undefined : criteria[position];
}

/** True for the 61 ids that exist. */
export function isCriterionId(id: string): boolean {
	return positionById.has(id);
}

/** Catalogue order; ids that do not exist come after all that do, alphabetically. */
export function compareCriteria(a: string, b: string): number {
	const [left, right] = [positionById.get(a), positionById.get(b)];
	if (left !== undefined && right !== undefined) return left - right;
	if (left !== undefined) return -1;
	if (right !== undefined) return 1;
	return a.localeCompare(b, 'en', { numeric: true });
}
