/**
 * From each of the 61 criteria to the items of six frameworks. Strength is our judgement: strong
 * where doing the one well would normally satisfy most of the other, partial where it helps and more
 * is needed. No framework ever proves that a criterion is met. Load on demand.
 */
import data from './crosswalk.json' with { type: 'json' };
import { frameworkIds, type FrameworkId } from './framework-id.ts';

export type CrosswalkStrength = 'strong' | 'partial';

export interface CrosswalkLink {
	readonly criterion: string;
	readonly framework: FrameworkId;
	/** Id of the framework's item. */
	readonly item: string;
	readonly strength: CrosswalkStrength;
	/** Ids of the public listings that have the same pair; empty where it is judgement only. */
	readonly checked: readonly string[];
}

/** A public listing that pairs were compared with. */
export interface CrosswalkSource {
	readonly id: string;
	readonly text: string;
}

type StoredLink = readonly [item: string, strength: CrosswalkStrength, ...checked: string[]];

interface StoredCriterion {
	readonly criterion: string;
	readonly note?: string;
	readonly links: Readonly<Record<FrameworkId, readonly StoredLink[]>>;
}

const stored = data.criteria as unknown as readonly StoredCriterion[];

export const crosswalkSources = data.sources as readonly CrosswalkSource[];

/** Every pair: by criterion in catalogue order, then framework, the closest items first. */
export const crosswalkLinks: readonly CrosswalkLink[] = stored.flatMap(({ criterion, links }) =>
	frameworkIds.flatMap((framework) =>
		links[framework].map(([item, strength, ...checked]): CrosswalkLink => ({
			criterion,
			framework,
			item,
			strength,
			checked,
		})),
	),
);

const byCriterion = gathered(({ framework, criterion }) => `${framework} ${criterion}`);
const byItem = gathered(({ framework, item }) => `${framework} ${item}`);
const noteByCriterion = new Map(stored.map(({ criterion, note }) => [criterion, note]));

/** What a framework has for a criterion; empty where nothing, or where no such criterion is. */
export function linksOfCriterion(
	criterion: string,
	framework: FrameworkId,
): readonly CrosswalkLink[] {
	return byCriterion.get(`${framework} ${criterion}`) ?? [];
}

/** The criteria that a framework's item helps with, in catalogue order. */
export function linksOfItem(framework: FrameworkId, item: string): readonly CrosswalkLink[] {
	return byItem.get(`${framework} ${item}`) ?? [];
}

/** What to know before reading a criterion's links, or undefined. */
export function crosswalkNote(criterion: string): string | undefined {
	return noteByCriterion.get(criterion);
}

function gathered(
	key: (link: CrosswalkLink) => string,
): ReadonlyMap<string, readonly CrosswalkLink[]> {
	const lists = new Map<string, CrosswalkLink[]>();
	for (const link of crosswalkLinks) {
		const list = lists.get(key(link));
		if (list) list.push(link);
		else lists.set(key(link), [link]);
	}
	return lists;
}
