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
 * "With the controls in place you already reach 71 of 93 Annex A controls, 40 of them strongly, and 20
 * of 30 clause requirements. With all controls in place it would be 85." Many parts are counted as one.
 * Where a framework is listed in part, the words say so.
 */
export function coverageSentence(framework: MappedFramework, coverage: Coverage): string {
	const { parts, isComplete, items } = framework;
	const [first, second] = parts.length === 2 ? parts : [];
	const counts = countStates(first ? itemsOf(framework, first.id) : items, coverage);
	const what = first?.label ?? (parts.length === 1 ? parts[0]?.label : undefined) ?? 'items';
	const also = second
		? `, and ${reachedOf(countStates(itemsOf(framework, second.id), coverage))} ${lowered(second.label)}`
		: '';
	const later = counts.strong + counts.partial + counts.planned;
	return [
		`With the controls in place you already reach ${reachedOf(counts)} ${lowered(what)}, ${counts.strong} of them strongly${also}.`,
		counts.planned > 0 ? `With all controls in place it would be ${later}.` : '',
		isComplete ? '' : 'Only those that the crosswalk knows are counted, not the whole framework.',
	]
		.filter(Boolean)
		.join(' ');
}

/** The names of parts are words in a sentence; Annex A keeps its capital. */
function lowered(label: string): string {
	return label.startsWith('Annex') ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
