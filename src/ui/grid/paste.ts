/** Where pasted cells go: a value into a range, a block tiled, rows added at the end. Pure. */
import { columnCountOf, rowCountOf, type CellRange } from './cell-range.ts';
import { changeLabel, type CellChange, type CellSource, type GridChange } from './grid-change.ts';
import type { GridRow } from './grid-column.ts';

/** A cell of the clipboard: its text, and what it was in this grid where it was copied here. */
export interface PastedCell<Value> {
	readonly text: string;
	readonly from?: { readonly columnKey: string; readonly value: Value } | undefined;
}

export interface Paste<Value> {
	readonly change: GridChange<Value>;
	/** Every cell that was pasted into, new rows included. */
	readonly covered: readonly CellRange[];
	/** Texts that found no place: beyond the last column or in a read-only one. */
	readonly left: readonly string[];
}

/** Pastes a table (rows of equal length) over the selected ranges. */
export function pastedCells<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	ranges: readonly CellRange[],
	table: readonly (readonly PastedCell<Value>[])[],
): Paste<Value> {
	const [height, width] = [table.length, table[0]?.length ?? 0];
	if (height === 0 || width === 0) return { change: noChange, covered: [], left: [] };
	const covered = ranges.map((range) => targetOf(range, height, width));
	const edits = new Map<string, CellChange<Value>>();
	const added: Map<string, Value>[] = [];
	const left: string[] = [];
	for (const { top, left: first, bottom, right } of covered) {
		for (let row = top; row <= bottom; row += 1) {
			for (let column = first; column <= right; column += 1) {
				const cell = table[(row - top) % height]?.[(column - first) % width];
				const target = source.columns[column];
				if (!cell) continue;
				if (!target || target.readOnly) {
					if (cell.text !== '') left.push(cell.text);
					continue;
				}
				const { key } = target;
				const value =
					cell.from?.columnKey === key ? cell.from.value : source.values.parse(key, cell.text);
				const present = source.rows[row];
				if (present) edits.set(`${row} ${column}`, { rowId: present.id, columnKey: key, value });
				else {
					while (added.length <= row - source.rows.length) added.push(new Map());
					added[row - source.rows.length]?.set(key, value);
				}
			}
		}
	}
	const count = edits.size + added.reduce((sum, { size }) => sum + size, 0);
	const label = changeLabel('Paste', count);
	return { change: { edits: [...edits.values()], added, label }, covered, left };
}

const noChange = { edits: [], added: [], label: undefined };

/** A range whose size is a multiple of the table's is filled with it; else the table counts. */
function targetOf(range: CellRange, height: number, width: number): CellRange {
	const [rows, columns] = [rowCountOf(range), columnCountOf(range)];
	const tiles = rows % height === 0 && columns % width === 0;
	if (tiles) return range;
	return { ...range, bottom: range.top + height - 1, right: range.left + width - 1 };
}
