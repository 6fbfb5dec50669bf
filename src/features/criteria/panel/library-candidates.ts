/** What the starter library offers for a criterion. Brings the library: load on demand. */
import type { Company } from '../../../model/catalog/company-facets.ts';
import { controlLibrary, type LibraryControl } from '../../../model/catalog/control-library.ts';
import type { Control } from '../../../model/records/control.ts';
import { LibraryFinder } from '../../../model/rules/library/already-there.ts';
import { closingCandidates } from '../../../model/rules/library/closing-candidates.ts';

const finder = new LibraryFinder(controlLibrary);

/** Controls that name the criterion, fit the company and are not in the workbook, the best first. */
export function libraryCandidates(
	criterion: string,
	controls: readonly Control[],
	company: Company,
): readonly LibraryControl[] {
	const there = finder.alreadyThere(controls);
	const fitting = controlLibrary.filter(
		({ id, needs }) => !there.has(id) && needs.every((facet) => company[facet] !== false),
	);
	return closingCandidates(criterion, new Set([criterion]), fitting);
}
