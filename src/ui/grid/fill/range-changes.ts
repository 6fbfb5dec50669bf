/** The changes that gestures over ranges ask for: clear, fill, continue a series. Pure. */
import { cellsOf, columnCountOf, type CellRange } from '../selection/cell-range.ts';
import {
	changeLabel,
	dataRow,
	type CellChange,
	type CellSource,
	type GridChange,
} from '../grid-change.ts';
import type { GridPlace, GridRow } from '../grid-column.ts';
import { continueSeries } from './series.ts';

/** Empties every cell of the ranges. */
export function clearedCells<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	ranges: readonly CellRange[],
): GridChange<Value> {
	const edits = [...cellsOf(ranges)].flatMap((place) => editOf(source, place, ''));
	return { edits, added: [], label: changeLabel('Clear', edits.length) };
}

/** Puts one value, given with the column it was made for, into every cell of the ranges. */
export function filledCells<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	ranges: readonly CellRange[],
	from: { readonly columnKey: string; readonly value: Value },
): GridChange<Value> {
	const edits = [...cellsOf(ranges)].flatMap((place) => copyTo(source, place, from));
	return { edits, added: [], label: changeLabel('Fill', edits.length) };
}

/**
 * Ctrl+D and Ctrl+R: the first row (or column) of each range goes into the others; a range of one
 * row (or column) takes what is above (or at the left of) it.
 */
export function repeatedCells<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	ranges: readonly CellRange[],
	towards: 'down' | 'right',
): GridChange<Value> {
	const edits = ranges.flatMap((range) => {
		const first = towards === 'down' ? firstRowFor(source, range) : firstColumnFor(range);
		if (first === undefined) return [];
		return [...cellsOf([range])].flatMap((place) => {
			const from = towards === 'down' ? { ...place, row: first } : { ...place, column: first };
			const read = readCell(source, from);
			const isFirst = from.row === place.row && from.column === place.column;
			return read && !isFirst ? copyTo(source, place, read) : [];
		});
	});
	return { edits, added: [], label: changeLabel('Fill', edits.length) };
}

/** The first data row of a range; the one above it where the range holds no other. */
function firstRowFor<Row extends GridRow, Value>(
	{ rows }: CellSource<Row, Value>,
	{ top, bottom }: CellRange,
): number | undefined {
	const isData = (row: number): boolean => dataRow(rows, row) !== undefined;
	const [first, second] = between(top, bottom).filter(isData);
	if (second !== undefined) return first;
	return between(0, top - 1).findLast(isData);
}

function firstColumnFor(range: CellRange): number | undefined {
	if (columnCountOf(range) > 1) return range.left;
	return range.left > 0 ? range.left - 1 : undefined;
}

/**
 * The fill handle: what `from` holds goes on in the rest of `to`, which reaches beyond one side.
 * `turned` copies a series and counts a lone number on.
 */
export function continuedCells<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	from: CellRange,
	to: CellRange,
	turned = false,
): GridChange<Value> {
	const isUpright = to.top < from.top || to.bottom > from.bottom;
	const isBackward = to.top < from.top || to.left < from.left;
	const edits = linesOf(from, to, isUpright, isBackward).flatMap(({ known, open }) =>
		continueLine(source, known, open, { direction: isBackward ? -1 : 1, turned }),
	);
	return { edits, added: [], label: changeLabel('Fill', edits.length) };
}

interface Line {
	readonly known: readonly GridPlace[];
	readonly open: readonly GridPlace[];
}

/** The rows or columns along which to fill, each in the direction of filling. */
function linesOf(from: CellRange, to: CellRange, isUpright: boolean, isBackward: boolean): Line[] {
	const [first, last] = isUpright ? [from.left, from.right] : [from.top, from.bottom];
	return between(first, last).map((line) => {
		const places = (start: number, end: number): GridPlace[] =>
			between(start, end).map((at) =>
				isUpright ? { row: at, column: line } : { row: line, column: at },
			);
		const known = isUpright ? places(from.top, from.bottom) : places(from.left, from.right);
		if (isBackward) {
			const open = isUpright ? places(to.top, from.top - 1) : places(to.left, from.left - 1);
			return { known: known.toReversed(), open: open.toReversed() };
		}
		const open = isUpright ? places(from.bottom + 1, to.bottom) : places(from.right + 1, to.right);
		return { known, open };
	});
}

function continueLine<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	known: readonly GridPlace[],
	all: readonly GridPlace[],
	{ direction, turned }: { readonly direction: 1 | -1; readonly turned: boolean },
): CellChange<Value>[] {
	const open = all.filter(({ row }) => dataRow(source.rows, row));
	const cells = known.flatMap((place) => readCell(source, place) ?? []);
	const texts = cells.map(({ columnKey, value }) => source.values.text(columnKey, value));
	const series = continueSeries(texts, open.length, direction, turned);
	return open.flatMap((place, index) => {
		const text = series[index] ?? '';
		const repeated = cells[index % cells.length];
		// A copy keeps the value as it is stored; only what was counted on is read from its text.
		const isCopy = repeated && text === texts[index % cells.length];
		return isCopy ? copyTo(source, place, repeated) : editOf(source, place, text);
	});
}

interface ReadCell<Value> {
	readonly columnKey: string;
	readonly value: Value;
}

/** What a cell holds; undefined outside the grid and in the head of a group. */
export function readCell<Row extends GridRow, Value>(
	{ rows, columns, values }: CellSource<Row, Value>,
	place: GridPlace,
): ReadCell<Value> | undefined {
	const [row, column] = [dataRow(rows, place.row), columns[place.column]];
	if (!row || !column) return undefined;
	return { columnKey: column.key, value: values.read(row, column.key) };
}

/** One edit, or none in a column that is read-only. A value of another column goes by its text. */
function copyTo<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	place: GridPlace,
	{ columnKey, value }: ReadCell<Value>,
): CellChange<Value>[] {
	const [row, column] = [dataRow(source.rows, place.row), source.columns[place.column]];
	if (!row || !column || column.readOnly) return [];
	if (column.key === columnKey) return [{ rowId: row.id, columnKey, value }];
	return editOf(source, place, source.values.text(columnKey, value));
}

function editOf<Row extends GridRow, Value>(
	{ rows, columns, values }: CellSource<Row, Value>,
	place: GridPlace,
	text: string,
): CellChange<Value>[] {
	const [row, column] = [dataRow(rows, place.row), columns[place.column]];
	if (!row || !column || column.readOnly) return [];
	return [{ rowId: row.id, columnKey: column.key, value: values.parse(column.key, text) }];
}

function between(first: number, last: number): number[] {
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
