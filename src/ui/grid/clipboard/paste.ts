/** Where pasted cells go: a value into a range, a block tiled, rows added at the end. Pure. */
import { columnCountOf, type CellRange } from '../selection/cell-range.ts';
import { changeLabel, type CellChange, type CellSource, type GridChange } from '../grid-change.ts';
import { isGroup, type GridRow } from '../grid-column.ts';

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

/** Pastes a table (rows of equal length) over the selected ranges; heads of groups are passed over. */
export function pastedCells<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	ranges: readonly CellRange[],
	table: readonly (readonly PastedCell<Value>[])[],
): Paste<Value> {
	const [height, width] = [table.length, table[0]?.length ?? 0];
	if (height === 0 || width === 0) return { change: noChange, covered: [], left: [] };
	const edits = new Map<string, CellChange<Value>>();
	const added: Map<string, Value>[] = [];
	const left: string[] = [];
	const targets = targetsIn(source, ranges, height, width);
	for (const { rows, columns } of targets) {
		for (const [down, row] of rows.entries()) {
			for (const [across, column] of columns.entries()) {
				const cell = table[down % height]?.[across % width];
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
	const covered = targets.map(({ rows, columns }) => ({
		top: rows.at(0) ?? 0,
		left: columns.at(0) ?? 0,
		bottom: rows.at(-1) ?? 0,
		right: columns.at(-1) ?? 0,
	}));
	return { change: { edits: [...edits.values()], added, label }, covered, left };
}

const noChange = { edits: [], added: [], label: undefined };

interface Target {
	/** Indexes of data rows; those beyond the last row are new ones. */
	readonly rows: readonly number[];
	readonly columns: readonly number[];
}

/** A range whose size is a multiple of the table's is filled with it; else the table counts. */
function targetsIn<Row extends GridRow, Value>(
	{ rows }: CellSource<Row, Value>,
	ranges: readonly CellRange[],
	height: number,
	width: number,
): readonly Target[] {
	const dataRows = rows.flatMap((row, index) => (isGroup(row) ? [] : [index]));
	return ranges.map((range) => {
		const before = dataRows.filter((row) => row < range.top).length;
		const inside = dataRows.filter((row) => row >= range.top && row <= range.bottom).length;
		const across = columnCountOf(range);
		const tiles = inside > 0 && inside % height === 0 && across % width === 0;
		const rowAt = (index: number): number =>
			dataRows[index] ?? rows.length + index - dataRows.length;
		return {
			rows: Array.from({ length: tiles ? inside : height }, (_, down) => rowAt(before + down)),
			columns: Array.from({ length: tiles ? across : width }, (_, at) => range.left + at),
		};
	});
}
