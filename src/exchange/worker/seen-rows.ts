/** Rows of a sheet as the page shows them: texts only, with what is merged down filled in. */
import { createGrid, type Grid } from '../recognise/grid.ts';
import type { Sheet } from '../sheet.ts';
import type { SeenRow } from './protocol.ts';

const grids = new WeakMap<Sheet, Grid>();

/** The rows from `from` to before `to`, counted among the rows that hold cells. */
export function seeRows(sheet: Sheet, from: number, to: number): readonly SeenRow[] {
	const grid = grids.get(sheet) ?? createGrid(sheet);
	grids.set(sheet, grid);
	return sheet.rows.slice(from, to).map((row) => {
		const filledFrom: Record<number, string> = {};
		const texts = Array.from({ length: sheet.columnCount }, (_, column) => {
			const anchor = grid.filledFrom(row, column);
			if (anchor !== undefined) filledFrom[column] = anchor;
			return anchor === undefined ? (row.cells[column]?.text ?? '') : grid.filledText(row, column);
		});
		return { number: row.number, hidden: row.hidden, texts, filledFrom };
	});
}
