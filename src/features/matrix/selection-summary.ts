/** What the status line says about the selected cells: size, filled, distinct, sum. */
import {
	cellCountOf,
	cellsOf,
	columnCountOf,
	rowCountOf,
	type CellRange,
} from '../../ui/grid/cell-range.ts';
import { cellText } from './columns/cell-text.ts';
import type { MatrixColumn } from './columns/matrix-column.ts';
import type { MatrixRow } from './rows/outline.ts';
import { isGroup } from '../../ui/grid/grid-column.ts';

/** Beyond so many cells only the size is told: reading them all would hold every edit up. */
const mostCells = 20_000;

/** '3 rows × 2 columns · 5 filled · 4 distinct · sum 12'; undefined for a single cell. */
export function selectionSummary(
	ranges: readonly CellRange[],
	rows: readonly MatrixRow[],
	columns: readonly MatrixColumn[],
): string | undefined {
	const [range, another] = ranges;
	const count = cellCountOf(ranges);
	if (!range || count < 2) return undefined;
	const size = another
		? `${count} cells`
		: `${countOf(rowCountOf(range), 'row')} × ${countOf(columnCountOf(range), 'column')}`;
	if (count > mostCells) return `${size} selected`;
	const texts: string[] = [];
	for (const { row, column } of cellsOf(ranges)) {
		const [control, shown] = [rows[row], columns[column]];
		const text = control && !isGroup(control) && shown ? cellText(control, shown) : '';
		if (text !== '') texts.push(text);
	}
	const numbers = texts.filter((text) => /^-?\d+(\.\d+)?$/.test(text.trim())).map(Number);
	const sum = numbers.reduce((total, number) => total + number, 0);
	return [
		`${size} selected`,
		`${texts.length} filled`,
		`${new Set(texts).size} distinct`,
		...(numbers.length ? [`sum ${Number(sum.toFixed(6))}`] : []),
	].join(' · ');
}

function countOf(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}
