/** Which rows are heads of groups and what stands under which. Pure. */
import { isGroup, type GridRow } from '../grid-column.ts';

export interface RowOutline {
	/** For each row the index of the group it stands under, itself for a group; -1 before the first. */
	readonly groups: Int32Array;
	/** For each row how many data rows there are up to it, itself included. */
	readonly numbers: Int32Array;
	/** For each row its depth as in aria-level: 1 for the outermost. */
	readonly levels: Int32Array;
}

/** Undefined where no row is a group. */
export function outlineOf(rows: readonly GridRow[]): RowOutline | undefined {
	if (!rows.some(isGroup)) return undefined;
	const groups = new Int32Array(rows.length);
	const numbers = new Int32Array(rows.length);
	const levels = new Int32Array(rows.length);
	let [group, level, number] = [-1, 0, 0];
	rows.forEach((row, index) => {
		if (isGroup(row)) [group, level] = [index, row.group.level];
		else number += 1;
		groups[index] = group;
		numbers[index] = number;
		levels[index] = isGroup(row) ? level : level + 1;
	});
	return { groups, numbers, levels };
}

/** The group a row stands under, itself for a group; undefined where it stands under none. */
export function groupOf(outline: RowOutline | undefined, row: number): number | undefined {
	const group = outline?.groups[row];
	return group === -1 ? undefined : group;
}
