/**
 * The 61 trust services criteria by their published ids (TSP section 100, 2017 with the points of
 * focus revised in 2022), each with our own short label. The AICPA's text is licensed and not here.
 */
import data from './criteria.json' with { type: 'json' };
import { positionOfCriterion } from './criterion-ids.ts';

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
	/** 1 to 17: the COSO principle behind CC1.1 to CC5.3; absent from CC6 on. */
	readonly cosoPrinciple?: number;
}

export interface CriterionSeries {
	readonly id: string;
	readonly category: TrustServicesCategory;
	readonly title: string;
}

export interface CategoryFacts {
	readonly id: TrustServicesCategory;
	readonly label: string;
	/** True for security: every examination has it. */
	readonly mandatory: boolean;
}

/** The five categories, security first. */
export const categories = data.categories as readonly CategoryFacts[];
/** CC1 … CC9, A1, C1, PI1, P1 … P8. */
export const criterionSeries = data.series as readonly CriterionSeries[];
/** In catalogue order: CC1.1 … CC9.2, A1, C1, PI1, P1 … P8. */
export const criteria = data.criteria as readonly Criterion[];

const seriesById = new Map(criterionSeries.map((series) => [series.id, series]));
const criteriaByCategory = new Map(
	categories.map(({ id }) => [id, criteria.filter(({ category }) => category === id)]),
);
const labelByCategory = new Map<string, string>(categories.map(({ id, label }) => [id, label]));

/** The criterion of a published id, or undefined where none exists (CC6.9). */
export function criterionById(id: string): Criterion | undefined {
	const position = positionOfCriterion(id);
	return position === undefined ? undefined : criteria[position];
}

/** The series of a series id (CC6) or of what stands under it, an id that does not exist (CC6.99) included. */
export function seriesOf(id: string): CriterionSeries | undefined {
	const dot = id.indexOf('.');
	return seriesById.get(dot < 0 ? id : id.slice(0, dot));
}

/** All criteria of a category in catalogue order: a category in scope brings every one of them. */
export function criteriaOf(category: TrustServicesCategory): readonly Criterion[] {
	return criteriaByCategory.get(category) ?? [];
}

/** The words for a category: "Processing integrity"; the value itself where it is no category. */
export function categoryLabel(category: string): string {
	return labelByCategory.get(category) ?? category;
}
