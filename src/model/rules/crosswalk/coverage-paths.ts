/** What leads to one item of a framework: its controls, and the criteria through which they do. */
import type { MappedControl, MappedFramework, MappedLink } from './mapped-framework.ts';
import { answersByCriterion, counts, directReach, pairsOf, type LibraryOf } from './coverage.ts';
import type { Reach } from './coverage.ts';

export interface CoveragePaths {
	/** Controls that name the item, that it names, or that the starter library maps to it. */
	readonly controls: readonly { readonly control: MappedControl['id']; readonly reach: Reach }[];
	/** Criteria that match it, in the crosswalk's order, with the controls that answer each. */
	readonly criteria: readonly {
		readonly link: MappedLink;
		/** All that count, and those in place. */
		readonly all: number;
		readonly inPlace: number;
	}[];
}

export function pathsTo(
	framework: MappedFramework,
	item: string,
	controls: readonly MappedControl[],
	libraryOf: LibraryOf,
): CoveragePaths {
	const strongPairs = pairsOf(framework);
	const answers = answersByCriterion(controls);
	return {
		controls: controls.filter(counts).flatMap((control) => {
			const reach = directReach(framework, control, libraryOf, strongPairs).get(item);
			return reach === undefined ? [] : [{ control: control.id, reach }];
		}),
		criteria: framework.links
			.filter((link) => link.item === item)
			.map((link) => ({ link, ...(answers.get(link.criterion) ?? { all: 0, inPlace: 0 }) })),
	};
}
