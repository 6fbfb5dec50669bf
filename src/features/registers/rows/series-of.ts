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

const seriesByCriterion = new Map<string, CriterionSeries | undefined>();

/** The series of `CC6.1`; undefined for what no series begins. Asked for every row. */
export function seriesOf(criterion: string): CriterionSeries | undefined {
	const known = seriesByCriterion.get(criterion);
	if (known || seriesByCriterion.has(criterion)) return known;
	const dot = criterion.indexOf('.');
	const series = dot < 0 ? undefined : seriesById.get(criterion.slice(0, dot));
	seriesByCriterion.set(criterion, series);
	return series;
}

/** In catalogue order, with the words people read. */
export const categoryLabels: ReadonlyMap<TrustServicesCategory, string> = new Map([
	['security', 'Security'],
	['availability', 'Availability'],
	['confidentiality', 'Confidentiality'],
	['processing-integrity', 'Processing integrity'],
	['privacy', 'Privacy'],
]);
