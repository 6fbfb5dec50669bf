/** The records that a deed with many can be about: the selected ones, those found, all shown. */
import { grouped } from '../../../base/counted.ts';
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { CellRange } from '../../../ui/grid/selection/cell-range.ts';
import { isGroup } from '../../../ui/grid/grid-column.ts';
import type { RegisterRow } from '../rows/outline.ts';

export interface BulkScope {
	readonly key: 'selected' | 'found' | 'shown';
	readonly label: string;
	readonly records: readonly RegisterRecord[];
}

/** Those that hold a record and are not the same as an earlier one. */
export function bulkScopes(
	selected: readonly RegisterRecord[],
	found: readonly RegisterRecord[],
	shown: readonly RegisterRecord[],
): readonly BulkScope[] {
	const scopes: readonly BulkScope[] = [
		{
			key: 'selected',
			label: `Selected (${grouped(selected.length)})`,
			records: selected,
		},
		{ key: 'found', label: `Found (${grouped(found.length)})`, records: found },
		{ key: 'shown', label: `All shown (${grouped(shown.length)})`, records: shown },
	];
	return scopes.filter(
		({ records }, index) =>
			records.length > 0 &&
			!scopes.slice(0, index).some((earlier) => isSame(earlier.records, records)),
	);
}

/** The records of the rows that ranges touch, each once, from top to bottom. */
export function recordsInRanges(
	ranges: readonly CellRange[],
	rows: readonly RegisterRow[],
): readonly RegisterRecord[] {
	const indexes = new Set<number>();
	for (const { top, bottom } of ranges) {
		for (let row = top; row <= bottom; row += 1) indexes.add(row);
	}
	return [...indexes]
		.sort((a, b) => a - b)
		.flatMap((index) => {
			const row = rows[index];
			return row && !isGroup(row) ? row : [];
		});
}

/** Both are in the order of the screen. */
function isSame(a: readonly RegisterRecord[], b: readonly RegisterRecord[]): boolean {
	return a.length === b.length && a.every((record, index) => record === b[index]);
}
