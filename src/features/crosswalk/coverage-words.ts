/** What a coverage says, in words and in the states things are shown in. */
import type { Coverage, ItemCoverage } from '../../model/rules/crosswalk/coverage.ts';
import type { MappedFramework, MappedItem } from '../../model/rules/crosswalk/mapped-framework.ts';
import type { LegendEntry } from '../../ui/charts/Legend.svelte';
import type { PillState } from '../../ui/feedback/pill-state.ts';

/** How an item is shown: as it is now, or as planned where nothing in place reaches it. */
export type ItemState = 'strong' | 'partial' | 'planned' | 'none';

export const itemStates: readonly ItemState[] = ['strong', 'partial', 'planned', 'none'];

export const itemStateLooks: Readonly<
	Record<ItemState, { readonly state: PillState; readonly label: string }>
> = {
	strong: { state: 'met', label: 'Reached strongly' },
	partial: { state: 'part', label: 'Reached in part' },
	planned: { state: 'planned', label: 'Once controls are in place' },
	none: { state: 'none', label: 'Not reached' },
};

export function itemState(coverage: ItemCoverage | undefined): ItemState {
	if (!coverage) return 'none';
	if (coverage.now !== 'none') return coverage.now;
	return coverage.planned === 'none' ? 'none' : 'planned';
}

/** How many of some items are in each state. */
export function countStates(
	items: readonly MappedItem[],
	coverage: Coverage,
): Readonly<Record<ItemState, number>> {
	const counts = { strong: 0, partial: 0, planned: 0, none: 0 };
	for (const { id } of items) counts[itemState(coverage.get(id))] += 1;
	return counts;
}

export function stateParts(counts: Readonly<Record<ItemState, number>>): readonly LegendEntry[] {
	return itemStates.map((id) => ({
		id,
		state: itemStateLooks[id].state,
		label: itemStateLooks[id].label.toLowerCase(),
		count: counts[id],
	}));
}

/** "71 of 93". */
export function reachedOf(counts: Readonly<Record<ItemState, number>>): string {
	const all = counts.strong + counts.partial + counts.planned + counts.none;
	return `${counts.strong + counts.partial} of ${all}`;
}

/** The items of a part of a framework. */
export function itemsOf(framework: MappedFramework, part: string): readonly MappedItem[] {
	const groups = new Set(
		framework.groups.filter((group) => group.part === part).map(({ id }) => id),
	);
	return framework.items.filter(({ group }) => groups.has(group));
}

/**
 * "With the controls in place you already reach 71 of 93 Annex A controls, 40 of them strongly. With all
 * controls in place it would be 85." Where a framework is listed in part, the words say so.
 */
export function coverageSentence(
	{ parts, isComplete, items }: MappedFramework,
	coverage: Coverage,
	first: readonly MappedItem[],
): string {
	const isWhole = parts.length !== 2;
	const counted = isWhole ? items : first;
	const what = isWhole && parts.length > 1 ? 'items' : (parts[0]?.label.toLowerCase() ?? 'items');
	const named = what.replace(/^annex a/, 'Annex A');
	const counts = countStates(counted, coverage);
	const later = counts.planned;
	const already = `With the controls in place you already reach ${reachedOf(counts)} ${named}, ${counts.strong} of them strongly.`;
	const planned =
		later > 0
			? ` With all controls in place it would be ${counts.strong + counts.partial + later}.`
			: '';
	return `${already}${planned}${isComplete ? '' : ' Only those that the crosswalk knows are counted, not the whole framework.'}`;
}
