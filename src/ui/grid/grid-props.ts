/** What the grid is given and what it tells: the contract of the screens that use it. */
import type { Snippet } from 'svelte';
import type { CellRange } from './cell-range.ts';
import type { CellValues, GridChange } from './grid-change.ts';
import type { ClipboardFormat } from './grid-clipboard.ts';
import type { GridColumn, GridEdit, GridRow, GridSort } from './grid-column.ts';

export interface GridProps<Row extends GridRow, Value> {
	readonly label: string;
	readonly rows: readonly Row[];
	readonly columns: readonly GridColumn[];
	readonly cell: Snippet<[Row, GridColumn]>;
	readonly editor: Snippet<[GridEdit<Row, Value>]>;
	/** How many columns stay at the left. */
	readonly frozen?: number;
	readonly sort?: GridSort | undefined;
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
	readonly onsort?: ((columnKey: string) => void) | undefined;
	readonly onresize?: ((columnKey: string, width: number) => void) | undefined;
	readonly onactive?: ((rowId: string, columnKey: string) => void) | undefined;
}
