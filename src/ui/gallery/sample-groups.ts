/** Sample rows under the heads of groups, for the gallery: by the first place of each row. */
import type { GridGroup } from '../grid/grid-column.ts';
import type { SampleRow } from './sample-data.ts';

export function groupedSample(
	rows: readonly SampleRow[],
	closed: ReadonlySet<string>,
): readonly (SampleRow | GridGroup)[] {
	const placeOf = ({ places }: SampleRow): string => places[0] ?? 'Nowhere';
	return [...new Set(rows.map(placeOf))].toSorted().flatMap((label) => {
		const id = `group-${label}`;
		const members = rows.filter((row) => placeOf(row) === label);
		const expanded = !closed.has(id);
		const head = { id, group: { label, count: members.length, level: 1, expanded } };
		return expanded ? [head, ...members] : [head];
	});
}
