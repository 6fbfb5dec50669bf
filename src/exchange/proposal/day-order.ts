/** Whether a sheet's dates are written day first or month first, column by column. */
import type { RegisterName } from '../../model/registers/register.ts';
import type { Grid } from '../recognise/grid.ts';
import { dayOrderOf, isAmbiguousDate } from '../recognise/parse-date.ts';
import { columnTexts } from '../recognise/row-facts.ts';
import { registerField } from '../register-field.ts';
import type { DraftColumn } from './draft-columns.ts';

/** By column index, for date columns whose own values settle the order. */
export function dayOrders(
	register: RegisterName,
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
	register: RegisterName,
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

function isDateColumn(register: RegisterName, { target }: DraftColumn): boolean {
	return target.kind === 'field' && registerField(register, target.key)?.value.kind === 'date';
}
