/** The texts of a column over the data rows, with merged-down values filled in. */
import type { SheetRow } from '../sheet.ts';
import type { Grid } from './grid.ts';

/** Texts in row order, '' where a row has none. */
export function columnTexts(
	grid: Grid,
	dataRows: readonly number[],
	column: number,
): readonly string[] {
	return dataRows
		.map((number) => grid.row(number))
		.filter((row): row is SheetRow => row !== undefined)
		.map((row) => grid.filledText(row, column));
}
