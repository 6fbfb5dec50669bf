/** Which gap waits for which. A gap cannot wait for itself, not even through others. */
import { isOpenGap, type Gap } from '../../registers/gaps.ts';

type GapById = (id: string) => Gap | undefined;

/**
 * The way round that would come about if `gap` waited for all of `wanted`: ids from the gap back to
 * itself. Undefined where there is none.
 */
export function cycleThrough(
	gap: string,
	wanted: readonly string[],
	byId: GapById,
): readonly string[] | undefined {
	const seen = new Set<string>();
	const walk = (id: string, way: readonly string[]): readonly string[] | undefined => {
		if (id === gap) return [...way, id];
		if (seen.has(id)) return undefined;
		seen.add(id);
		for (const next of byId(id)?.dependsOn ?? []) {
			const found = walk(next, [...way, id]);
			if (found) return found;
		}
		return undefined;
	};
	for (const next of wanted) {
		const found = walk(next, [gap]);
		if (found) return found;
	}
	return undefined;
}

/** The gaps it waits for that are still open. */
export function openDependencies(gap: Gap, byId: GapById): readonly Gap[] {
	return gap.dependsOn.flatMap((id) => {
		const other = byId(id);
		return other && isOpenGap(other) ? [other] : [];
	});
}
