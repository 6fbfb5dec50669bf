/**
 * The columns that appended rows take up: those of the Excel table they go to, however much of its
 * last row is filled, else what the row above fills; and those of the new values.
 */
import type { CellInput } from '../change.ts';
import { isGiven } from './appended-cells.ts';
import type { ModelRow } from './model-row.ts';
import type { SheetEdit } from './sheet-edit.ts';

/** 0-based, both included. */
export interface ColumnSpan {
	readonly first: number;
	readonly last: number;
}

/** Columns that get a value in some row. */
export function givenColumns(rows: readonly (readonly CellInput[])[]): ReadonlySet<number> {
	const given = new Set<number>();
	for (const row of rows) {
		for (const [column, value] of row.entries()) if (isGiven(value)) given.add(column);
	}
	return given;
}

/** The columns of the Excel table that holds the row and gets a value; undefined where none does. */
export function tableColumns(
	edit: SheetEdit,
	row: number,
	given: ReadonlySet<number>,
): ColumnSpan | undefined {
	for (const { range } of edit.objects.tables) {
		const { firstRow, lastRow, firstColumn: first, lastColumn: last } = range;
		if (row < firstRow || lastRow < row) continue;
		if ([...given].some((column) => first <= column && column <= last)) return { first, last };
	}
	return undefined;
}

/** All columns taken up; undefined where there is no new value. */
export function columnsTaken(
	model: ModelRow,
	given: ReadonlySet<number>,
	table: ColumnSpan | undefined,
): ColumnSpan | undefined {
	if (given.size === 0) return undefined;
	const used = table
		? [table.first, table.last]
		: model.cells.filter(({ seen, formula }) => seen ?? formula).map(({ column }) => column);
	const all = [...used, ...given];
	return { first: Math.min(...all), last: Math.max(...all) };
}
