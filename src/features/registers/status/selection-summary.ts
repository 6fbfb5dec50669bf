/** What the status line says about the selected cells: size, filled, distinct, sum, from and to. */
import { counted, grouped } from '../../../base/counted.ts';
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import {
	cellCountOf,
	cellsOf,
	columnCountOf,
	rowCountOf,
	type CellRange,
} from '../../../ui/grid/selection/cell-range.ts';
import { isGroup } from '../../../ui/grid/grid-column.ts';
import { cellText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import type { RegisterRow } from '../rows/outline.ts';

/** Beyond so many cells their values are not read: that would take longer than a frame. */
const mostCells = 20_000;

/** '3 rows × 2 columns', or '7 cells' of several ranges; undefined for less than two cells. */
export function selectionSize(ranges: readonly CellRange[]): string | undefined {
	const [range, another] = ranges;
	const count = cellCountOf(ranges);
	if (!range || count < 2) return undefined;
	if (another) return counted(count, 'cell');
	return `${counted(rowCountOf(range), 'row')} × ${counted(columnCountOf(range), 'column')}`;
}

/** '5 filled · 4 distinct · sum 12 · from 3 to 9', of what the cells hold. */
export function selectionContents(
	ranges: readonly CellRange[],
	rows: readonly RegisterRow[],
	columns: readonly RegisterColumn[],
): string {
	if (cellCountOf(ranges) > mostCells) return 'more than 20,000 cells, not counted';
	const texts: string[] = [];
	const dates: string[] = [];
	for (const { row: rowIndex, column: columnIndex } of cellsOf(ranges)) {
		const [row, column] = [rows[rowIndex], columns[columnIndex]];
		if (!row || isGroup(row) || !column) continue;
		const text = cellText(row, column);
		if (text !== '') texts.push(text);
		if (column.value.kind === 'date') dates.push(String(column.valueOf(row)));
	}
	return [
		`${grouped(texts.length)} filled`,
		`${grouped(new Set(texts).size)} distinct`,
		...numberWords(texts),
		...dateWords(dates),
	].join(' · ');
}

function numberWords(texts: readonly string[]): readonly string[] {
	const numbers = texts.filter((text) => /^-?\d+(\.\d+)?$/.test(text.trim())).map(Number);
	if (numbers.length === 0) return [];
	const sum = numbers.reduce((total, number) => total + number, 0);
	// Decimal fractions add up to crumbs such as 0.30000000000000004.
	const words = `sum ${Number(sum.toFixed(6))}`;
	const range = `from ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
	return numbers.length === 1 ? [words] : [words, range];
}

function dateWords(texts: readonly string[]): readonly string[] {
	const dates = texts.filter(isCalendarDate).sort();
	const [first, last] = [dates[0], dates.at(-1)];
	if (!first || !last || dates.length === 1) return [];
	return [`from ${readableDate(first)} to ${readableDate(last)}`];
}
