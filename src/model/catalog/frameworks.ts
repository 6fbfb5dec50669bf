/**
 * The six frameworks by the ids of their items. Labels are our own words and stand where the
 * standard is known to us item by item; elsewhere the id is all there is. ISO and PCI texts are
 * licensed and not here. Load on demand: only crosswalks need it.
 */
import data from './frameworks.json' with { type: 'json' };
import { frameworkIds, type FrameworkId } from './framework-id.ts';

export interface FrameworkPart {
	/** annexA; clauses; GV; … */
	readonly id: string;
	/** What its items are together: "Annex A controls". */
	readonly label: string;
	readonly note?: string;
}

export interface FrameworkGroup {
	/** A theme, a clause, a category, a family, a chapter. */
	readonly id: string;
	readonly label: string;
	/** Id of the part it belongs to. */
	readonly part: string;
}

export interface FrameworkItem {
	/** A.5.1; GV.OC-01; AC-2; 164.308(a)(1)(i); 12.2.1; Art. 32(1)(a). */
	readonly id: string;
	/** Id of the group it belongs to. */
	readonly group: string;
	readonly label?: string;
}

export interface Framework {
	readonly id: FrameworkId;
	readonly name: string;
	readonly shortName: string;
	/** False where only the items that the crosswalk uses are listed: never say "of all" there. */
	readonly complete: boolean;
	/** Coverage is counted for each part: 93 Annex A controls apart from 30 clause requirements. */
	readonly parts: readonly FrameworkPart[];
	readonly groups: readonly FrameworkGroup[];
	/** In the framework's own order. */
	readonly items: readonly FrameworkItem[];
}

export const frameworks = data as readonly Framework[];

interface Listing {
	readonly framework: Framework;
	readonly positions: ReadonlyMap<string, number>;
	readonly groups: ReadonlyMap<string, FrameworkGroup>;
}

const listings = Object.fromEntries(
	frameworks.map((framework): [string, Listing] => [
		framework.id,
		{
			framework,
			positions: new Map(framework.items.map(({ id }, position) => [id, position])),
			groups: new Map(framework.groups.map((group) => [group.id, group])),
		},
	]),
) as Readonly<Record<FrameworkId, Listing>>;

/** The framework of an id; all six exist. */
export function frameworkById(id: FrameworkId): Framework {
	return listings[id].framework;
}

/** The item of an id, or undefined where the framework lists none. */
export function frameworkItem(framework: FrameworkId, id: string): FrameworkItem | undefined {
	const { positions, framework: facts } = listings[framework];
	const position = positions.get(id);
	return position === undefined ? undefined : facts.items[position];
}

/** The group of an item, or undefined where the item is not listed. */
export function frameworkGroupOf(framework: FrameworkId, id: string): FrameworkGroup | undefined {
	const item = frameworkItem(framework, id);
	return item && listings[framework].groups.get(item.group);
}

/** The items of one part, in the framework's order. */
export function itemsOfPart(framework: FrameworkId, part: string): readonly FrameworkItem[] {
	const { framework: facts, groups } = listings[framework];
	return facts.items.filter(({ group }) => groups.get(group)?.part === part);
}

/** The framework's own order; ids it does not list come after, 9 before 10. */
export function compareFrameworkItems(framework: FrameworkId, a: string, b: string): number {
	const { positions } = listings[framework];
	const [left, right] = [positions.get(a), positions.get(b)];
	if (left !== undefined && right !== undefined) return left - right;
	if (left !== undefined) return -1;
	if (right !== undefined) return 1;
	return a.localeCompare(b, 'en', { numeric: true });
}

/** The frameworks that list an id as it is written; A.5.1 is ISO's, an unknown id is nobody's. */
export function frameworksListing(id: string): readonly FrameworkId[] {
	return frameworkIds.filter((framework) => listings[framework].positions.has(id));
}
