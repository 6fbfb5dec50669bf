/**
 * Reads criteria from section headings: "CC6.1 The entity implements …" on a line of its own, the
 * controls that answer it under it. Counts only where no column says the criteria.
 */
import { readCellIds } from './criteria-ids.ts';
import type { Grid } from './grid.ts';

/** Fewer headings than this are a coincidence. */
const fewestHeadings = 2;

/** By data row: the criteria its heading names. `leftOut` are the rows that do not come in. */
export function headingCriteria(
	grid: Grid,
	headerRow: number,
	leftOut: readonly number[],
	dataRows: readonly number[],
): ReadonlyMap<number, readonly string[]> {
	const headings = new Map(
		leftOut
			.filter((number) => number > headerRow && number < (dataRows.at(-1) ?? 0))
			.map((number) => [number, criteriaOf(grid, number)]),
	);
	const named = [...headings.values()].filter((ids) => ids.length > 0);
	if (named.length < fewestHeadings) return new Map();
	const comesIn = new Set(dataRows);
	const byRow = new Map<number, readonly string[]>();
	let current: readonly string[] = [];
	for (const { number } of grid.rows) {
		if (comesIn.has(number)) {
			if (current.length > 0) byRow.set(number, current);
		} else {
			current = headings.get(number) ?? current;
		}
	}
	return byRow;
}

/** The criteria a heading begins with; a heading of a whole series (CC6) names none. */
function criteriaOf(grid: Grid, number: number): readonly string[] {
	const row = grid.row(number);
	const column = row ? grid.filledColumns(row)[0] : undefined;
	if (!row || column === undefined) return [];
	const text = grid.text(row, column);
	if (!/^(?:tsc|criteri(?:on|a)|common criteria)?[\s:]*(?:cc|pi|[acp])[\s.-]?\d/i.test(text))
		return [];
	return readCellIds(text.slice(0, 60), 'criteria').criteria;
}
