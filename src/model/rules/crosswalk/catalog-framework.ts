/** The six frameworks of the catalogue as controls reach them. Great tables: load on demand. */
import { crosswalkLinks } from '../../catalog/crosswalk.ts';
import type { FrameworkId } from '../../catalog/framework-id.ts';
import { frameworkById, frameworksListing } from '../../catalog/frameworks.ts';
import { libraryMappings } from '../../catalog/library-mappings.ts';
import type { MappedFramework } from './mapped-framework.ts';

const mapped = new Map<FrameworkId, MappedFramework>();

/** One of the six; the same object each time. */
export function catalogFramework(id: FrameworkId): MappedFramework {
	const made = mapped.get(id) ?? mappedFramework(id);
	mapped.set(id, made);
	return made;
}

function mappedFramework(id: FrameworkId): MappedFramework {
	const { name, shortName, complete, parts, groups, items } = frameworkById(id);
	const itemBySpelling = new Map(
		items.flatMap((item) => spellings(id, item.id).map((spelt) => [spelt, item.id] as const)),
	);
	return {
		name,
		shortName,
		isComplete: complete,
		parts,
		groups,
		items: items.map((item) => ({
			id: item.id,
			code: item.id,
			label: item.label ?? '',
			group: item.group,
		})),
		links: crosswalkLinks.filter(({ framework }) => framework === id),
		namedWith: ({ references }) =>
			references.length === 0
				? references
				: references.flatMap((reference) => itemBySpelling.get(folded(reference)) ?? []),
		ofLibrary: (control) => libraryMappings.get(control)?.[id] ?? [],
	};
}

/**
 * How people write an item's id. What two frameworks list (9.2.1 of ISO and of PCI) names neither
 * unless it says that it is a clause.
 */
function spellings(framework: FrameworkId, id: string): readonly string[] {
	const isOfOne = frameworksListing(id).length === 1;
	const clauses = framework === 'iso27001' ? [`clause${id}`, `c.${id}`] : [];
	return [...(isOfOne ? [id] : []), ...clauses].map(folded);
}

/** Ids are the same whatever their letter case, blanks and §. */
function folded(id: string): string {
	return id.toLowerCase().replace(/[\s§]/g, '');
}
