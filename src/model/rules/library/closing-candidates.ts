/** Which controls of the starter library would answer a criterion, the best first. */
import type { CompanyFacet } from '../../catalog/company-facets.ts';

/** What a proposal needs to know of a library control. */
export interface Candidate {
	readonly id: string;
	readonly criteria: readonly string[];
	readonly suggestedKey: boolean;
	readonly needs: readonly CompanyFacet[];
}

/**
 * The controls that name the criterion: key ones first, then those that answer more of the open
 * criteria, then as they stand in the library. The caller leaves out what does not fit the company.
 */
export function closingCandidates<Control extends Candidate>(
	criterion: string,
	open: ReadonlySet<string>,
	library: readonly Control[],
): readonly Control[] {
	return library
		.map((control, place) => ({ control, place, answers: answeredBy(control, open).length }))
		.filter(({ control }) => control.criteria.includes(criterion))
		.sort(
			(a, b) =>
				Number(b.control.suggestedKey) - Number(a.control.suggestedKey) ||
				b.answers - a.answers ||
				a.place - b.place,
		)
		.map(({ control }) => control);
}

/** The open criteria that a control would answer. */
export function answeredBy(
	{ criteria }: Pick<Candidate, 'criteria'>,
	open: ReadonlySet<string>,
): readonly string[] {
	return criteria.filter((criterion) => open.has(criterion));
}
