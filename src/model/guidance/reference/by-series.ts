/** Puts reference entries under the series of criteria that each mostly supports. */
import { criterionById, criterionSeries } from '../../catalog/criteria.ts';

interface Entry {
	readonly criteria: readonly string[];
}

export interface SeriesOfEntries<E extends Entry> {
	/** Undefined for those of no criterion. */
	readonly id: string | undefined;
	/** “CC6 · Logical and physical access”, or what `elsewhere` says. */
	readonly title: string;
	readonly entries: readonly E[];
}

/**
 * The series in catalogue order, each with its entries in theirs; those of no criterion stand first,
 * under `elsewhere`. An entry that supports two series alike stands under the one it names first.
 */
export function bySeries<E extends Entry>(
	entries: readonly E[],
	elsewhere: string,
): readonly SeriesOfEntries<E>[] {
	const places = [
		{ id: undefined, title: elsewhere },
		...criterionSeries.map(({ id, title }) => ({ id, title: `${id} · ${title}` })),
	];
	return places.flatMap(({ id, title }) => {
		const members = entries.filter((entry) => mainSeries(entry) === id);
		return members.length > 0 ? [{ id, title, entries: members }] : [];
	});
}

function mainSeries({ criteria }: Entry): string | undefined {
	const counts = new Map<string, number>();
	for (const id of criteria) {
		const series = criterionById(id)?.series;
		if (series !== undefined) counts.set(series, (counts.get(series) ?? 0) + 1);
	}
	const most = Math.max(...counts.values());
	return [...counts].find(([, count]) => count === most)?.[0];
}
