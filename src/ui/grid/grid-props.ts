/** What the grid is given and what it tells: the contract of the screens that use it. */
import type { Snippet } from 'svelte';
import type { CellRange } from './selection/cell-range.ts';
import type { CellValues, GridChange } from './grid-change.ts';
import type { ClipboardFormat } from './clipboard/grid-clipboard.ts';
import type { GridColumn, GridEdit, GridGroup, GridRow, GridSort } from './grid-column.ts';
import type { GridMarks } from './marks/grid-marks.ts';

/** Most lines of text a row shows where nobody says. */
export const usualLines = 8;

export interface GridProps<Row extends GridRow, Value> {
	readonly label: string;
	/** Rows with the heads of their groups among them; the rows of a closed group are left out. */
	readonly rows: readonly (Row | GridGroup)[];
	readonly columns: readonly GridColumn[];
	readonly cell: Snippet<[Row, GridColumn]>;
	readonly editor: Snippet<[GridEdit<Row, Value>]>;
	/** Beside label and count of a group. */
	readonly groupHead?: Snippet<[GridGroup]> | undefined;
	/** In the head of a column, after its label. */
	readonly headMark?: Snippet<[GridColumn]> | undefined;
	/** How many columns stay at the left, as far as they fit into 60 % of the view. */
	readonly frozen?: number;
	/** The primary one first. */
	readonly sorts?: readonly GridSort[];
	/** Most lines of text a row shows. */
	readonly lines?: number;
	/** Less space around the text of cells. */
	readonly dense?: boolean;
	/** What is wrong with a cell: it is told as invalid; the mark and the words are the caller's cell's. */
	readonly problem?: ((row: Row, columnKey: string) => string | undefined) | undefined;
	/** Who else is where, and what they left: outlines, names and marks on cells and row heads. */
	readonly marks?: GridMarks | undefined;
	/** Why nothing can be changed here now, in words for whoever tries; undefined: it can. */
	readonly readOnly?: string | undefined;
	/** The row shown in the panel beside the grid. */
	readonly openedRowId?: string | undefined;
	/** In place of rows where there are none. */
	readonly empty?: Snippet;
	readonly oncommit?: ((rowId: string, columnKey: string, value: Value) => void) | undefined;
	/** How values are read and written; without it nobody changes ranges here. */
	readonly values?: CellValues<Row, Value> | undefined;
	readonly clipboard?: ClipboardFormat | undefined;
	/** A gesture over the selected cells. */
	readonly onchange?: ((change: GridChange<Value>) => void) | undefined;
	/** The cells that gestures act on. */
	readonly onselect?: ((ranges: readonly CellRange[]) => void) | undefined;
	/** Something the person should know. */
	readonly onnotice?: ((text: string) => void) | undefined;
	readonly onopen?: ((rowId: string) => void) | undefined;
	/** A group is to be opened or closed. */
	readonly ontoggle?: ((groupId: string) => void) | undefined;
	/** `adds`: the column joins those it is sorted by; else it alone is the order. */
	readonly onsort?: ((columnKey: string, adds: boolean) => void) | undefined;
	/** A column is to stand before another, or last. Without it columns cannot be moved. */
	readonly onmovecolumn?: ((columnKey: string, beforeKey: string | undefined) => void) | undefined;
	/** The menu of a column is asked for, to open at `anchor`. Without it heads have no menu. */
	readonly onheadmenu?: ((columnKey: string, anchor: HTMLElement) => void) | undefined;
	/** The menu of a cell is asked for, at a point of the window; no column: of the row's head. */
	readonly oncellmenu?:
		((rowId: string, columnKey: string | undefined, point: MenuPoint) => void) | undefined;
	readonly onresize?: ((columnKey: string, width: number) => void) | undefined;
	/** A cell was made active; no column: the head of a row. */
	readonly onactive?: ((rowId: string, columnKey: string | undefined) => void) | undefined;
	/** A mark of threads or suggestions was clicked; no column: at the head of a row. */
	readonly onnote?: ((rowId: string, columnKey: string | undefined) => void) | undefined;
}

/** In CSS pixels from the window's corner. */
export interface MenuPoint {
	readonly x: number;
	readonly y: number;
}
