/** The crosswalk of one criterion with the words of its items. Brings the tables: load on demand. */
import {
	crosswalkNote as noteOf,
	linksOfCriterion,
	type CrosswalkStrength,
} from '../../../model/catalog/crosswalk.ts';
import { frameworkIds, type FrameworkId } from '../../../model/catalog/framework-id.ts';
import { frameworkById, frameworkItem } from '../../../model/catalog/frameworks.ts';

export interface FrameworkLinks {
	readonly framework: FrameworkId;
	readonly name: string;
	readonly items: readonly {
		readonly id: string;
		/** '' where the id is all that is known. */
		readonly label: string;
		readonly strength: CrosswalkStrength;
	}[];
}

/** Frameworks without a link are left out. */
export function crosswalkOf(criterion: string): readonly FrameworkLinks[] {
	return frameworkIds
		.map((framework) => ({
			framework,
			name: frameworkById(framework).shortName,
			items: linksOfCriterion(criterion, framework).map(({ item, strength }) => ({
				id: item,
				label: frameworkItem(framework, item)?.label ?? '',
				strength,
			})),
		}))
		.filter(({ items }) => items.length > 0);
}

/** What to know before reading them, or undefined. */
export function crosswalkNote(criterion: string): string | undefined {
	return noteOf(criterion);
}
