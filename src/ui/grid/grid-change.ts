/** What a gesture over many cells asks for: all of it is one change, and one undo. */
import { counted } from '../../base/counted.ts';
import { isGroup, type GridColumn, type GridGroup, type GridRow } from './grid-column.ts';

export interface CellChange<Value> {
	readonly rowId: string;
	readonly columnKey: string;
	readonly value: Value;
}

export interface GridChange<Value> {
	readonly edits: readonly CellChange<Value>[];
	/** New rows at the end, each with its values by column key. */
	readonly added: readonly ReadonlyMap<string, Value>[];
	/** The gesture in words: 'Paste 12 cells'. Undefined where a single cell changed. */
	readonly label: string | undefined;
}

/** How the caller's values are read and written; the grid itself does not know what they mean. */
export interface CellValues<Row extends GridRow, Value> {
	readonly read: (row: Row, columnKey: string) => Value;
	/** The value as other programs get it; '' is an empty cell. */
	readonly text: (columnKey: string, value: Value) => string;
	/** What a column holds for a text; '' empties it. */
	readonly parse: (columnKey: string, text: string) => Value;
}

/** The cells a gesture works on. */
export interface CellSource<Row extends GridRow, Value> {
	readonly rows: readonly (Row | GridGroup)[];
	readonly columns: readonly GridColumn[];
	readonly values: CellValues<Row, Value>;
}

/** A row that holds data; undefined for the head of a group and outside the grid. */
export function dataRow<Row extends GridRow>(
	rows: readonly (Row | GridGroup)[],
	index: number,
): Row | undefined {
	const row = rows[index];
	return row && !isGroup(row) ? row : undefined;
}

/** 'Clear 12 cells'; undefined for a single one, which is named by itself. */
export function changeLabel(verb: string, count: number): string | undefined {
	return count === 1 ? undefined : `${verb} ${counted(count, 'cell')}`;
}
