/** What the grid knows of a row and a column; what they mean is the caller's. */

/** A row keeps its id for life, and its object for as long as nothing in it changes. */
export interface GridRow {
	readonly id: string;
}

/** A row that is the head of a group: one wide cell, and never data. */
export interface GridGroup extends GridRow {
	readonly group: {
		readonly label: string;
		/** Of the data rows it stands for, shown or not. */
		readonly count: number;
		/** 1 for the outermost, as aria-level counts. */
		readonly level: number;
		/** False: its rows are left out of the rows. */
		readonly expanded: boolean;
	};
}

export function isGroup(row: GridRow): row is GridGroup {
	return 'group' in row;
}

export interface GridColumn {
	readonly key: string;
	readonly label: string;
	/** In CSS pixels. */
	readonly width: number;
	/** Shown when pointing at the header. */
	readonly hint?: string | undefined;
	readonly readOnly?: boolean | undefined;
	readonly align?: 'start' | 'end' | undefined;
}

export interface GridSort {
	readonly columnKey: string;
	readonly direction: 'ascending' | 'descending';
}

/**
 * A cell by its place: 0-based indexes of what is shown. Row -1 is the header, column -1 the head
 * of the row with its number.
 */
export interface GridPlace {
	readonly row: number;
	readonly column: number;
}

/** What the editor of a cell is given. Enter, Tab, Esc and leaving the cell are the grid's work. */
export interface GridEdit<Row extends GridRow, Value> {
	readonly row: Row;
	readonly column: GridColumn;
	/** The text that started the edit and replaces the value; undefined keeps the value to edit. */
	readonly typed: string | undefined;
	/** It was asked to choose from the list of the cell, where it has one. */
	readonly opensList: boolean;
	/** Says what would be committed; without it, ending the edit changes nothing. */
	readonly update: (value: Value) => void;
	/** Ends the edit with what was last updated; the active cell stays. */
	readonly commit: () => void;
	/** Ends the edit and restores the value. */
	readonly cancel: () => void;
}
