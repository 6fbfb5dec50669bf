/** The controls that a deed with many can be about: the selected ones, those found, all shown. */
import type { Control } from '../../../model/records/control.ts';
import type { CellRange } from '../../../ui/grid/selection/cell-range.ts';
import { isGroup } from '../../../ui/grid/grid-column.ts';
import type { RegisterRow } from '../rows/outline.ts';

export interface BulkScope {
	readonly key: 'selected' | 'found' | 'shown';
	readonly label: string;
	readonly controls: readonly Control[];
}

/** Those that hold a control and are not the same as an earlier one. */
export function bulkScopes(
	selected: readonly Control[],
	found: readonly Control[],
	shown: readonly Control[],
): readonly BulkScope[] {
	const scopes: readonly BulkScope[] = [
		{
			key: 'selected',
			label: `Selected (${selected.length.toLocaleString('en')})`,
			controls: selected,
		},
		{ key: 'found', label: `Found (${found.length.toLocaleString('en')})`, controls: found },
		{ key: 'shown', label: `All shown (${shown.length.toLocaleString('en')})`, controls: shown },
	];
	return scopes.filter(
		({ controls }, index) =>
			controls.length > 0 &&
			!scopes.slice(0, index).some((earlier) => isSame(earlier.controls, controls)),
	);
}

/** The controls of the rows that ranges touch, each once, from top to bottom. */
export function controlsInRanges(
	ranges: readonly CellRange[],
	rows: readonly RegisterRow[],
): readonly Control[] {
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
function isSame(a: readonly Control[], b: readonly Control[]): boolean {
	return a.length === b.length && a.every((control, index) => control === b[index]);
}
