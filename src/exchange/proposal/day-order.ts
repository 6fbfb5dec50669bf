/** Whether a sheet's dates are written day first or month first, column by column. */
import type { Destination } from '../destinations.ts';
import type { Grid } from '../recognise/grid.ts';
import { dayOrderOf, isAmbiguousDate } from '../recognise/parse-date.ts';
import { columnTexts } from '../recognise/row-facts.ts';
import { fieldAt } from '../destinations.ts';
import type { DraftColumn } from './draft-columns.ts';

/** By column index, for date columns whose own values settle the order. */
export function dayOrders(
	register: Destination,
	grid: Grid,
	columns: readonly DraftColumn[],
	rows: readonly number[],
): ReadonlyMap<number, boolean> {
	const orders = new Map<number, boolean>();
	for (const { index } of columns.filter((column) => isDateColumn(register, column))) {
		const dayFirst = dayOrderOf(columnTexts(grid, rows, index));
		if (dayFirst !== undefined) orders.set(index, dayFirst);
	}
	return orders;
}

/** 0-based indexes of the date columns that leave the order open and need it: a person must say. */
export function ambiguousDateColumns(
	register: Destination,
	grid: Grid,
	columns: readonly DraftColumn[],
	rows: readonly number[],
): readonly number[] {
	return columns
		.filter((column) => isDateColumn(register, column))
		.filter(({ index }) => {
			const texts = columnTexts(grid, rows, index);
			return dayOrderOf(texts) === undefined && texts.some(isAmbiguousDate);
		})
		.map(({ index }) => index);
}

function isDateColumn(register: Destination, { target }: DraftColumn): boolean {
	return target.kind === 'field' && fieldAt(register, target.key)?.value.kind === 'date';
}
