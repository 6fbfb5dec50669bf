/** The series of a criterion by its id alone, so that an id that does not exist (CC6.99) has one too. */
import {
	criterionSeries,
	type CriterionSeries,
	type TrustServicesCategory,
} from '../../../model/catalog/criteria.ts';

/** In catalogue order. */
export const seriesById: ReadonlyMap<string, CriterionSeries> = new Map(
	criterionSeries.map((series) => [series.id, series]),
);

/** The series of `CC6.1`; undefined for what no series begins. */
export function seriesOf(criterion: string): CriterionSeries | undefined {
	const dot = criterion.indexOf('.');
	return dot < 0 ? undefined : seriesById.get(criterion.slice(0, dot));
}

/** In catalogue order, with the words people read. */
export const categoryLabels: ReadonlyMap<TrustServicesCategory, string> = new Map([
	['security', 'Security'],
	['availability', 'Availability'],
	['confidentiality', 'Confidentiality'],
	['processing-integrity', 'Processing integrity'],
	['privacy', 'Privacy'],
]);
