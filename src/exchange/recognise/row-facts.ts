/** The texts of a column over the data rows, with merged-down values filled in. */
import type { Grid } from './grid.ts';

/** Texts in row order, '' where a row has none. */
export function columnTexts(
	grid: Grid,
	dataRows: readonly number[],
	column: number,
): readonly string[] {
	const texts: string[] = [];
	for (const number of dataRows) {
		const row = grid.row(number);
		if (row) texts.push(grid.filledText(row, column));
	}
	return texts;
}
