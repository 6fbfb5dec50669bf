/** What the grid of a register is given by its place. */
import type { MenuPoint } from '../../ui/grid/grid-props.ts';
import type { GridMarks } from '../../ui/grid/marks/grid-marks.ts';
import type { SelectionByIds } from '../../ui/grid/selection/selection-by-ids.ts';
import type { RefusedText } from './refused-text.ts';
import type { RegisterDeeds } from './register-deeds.ts';
import type { RegisterState } from './register-state.svelte.ts';

export interface RegisterGridProps {
	readonly register: RegisterState;
	readonly deeds: RegisterDeeds;
	/** The record in the side panel. */
	readonly opened: string | undefined;
	readonly onopen: (record: string) => void;
	readonly onrefused: (refused: RefusedText) => void;
	/** The menu of the selected cells is asked for, at a point of the window. */
	readonly oncellmenu: (columnKey: string | undefined, point: MenuPoint) => void;
	/** Less space around the text of cells. */
	readonly dense?: boolean;
	readonly readOnly: string | undefined;
	readonly marks: GridMarks | undefined;
	/** The mark of threads on a cell, or on a record, was clicked. */
	readonly onnote: ((record: string, field: string | undefined) => void) | undefined;
}

/** What the grid of `ui` can be asked. */
export interface GridHandle {
	focus(): void;
	reveal(rowId: string, columnKey: string): void;
	show(rowId: string, columnKey: string | undefined): void;
	fit(columnKey: string): void;
	selectionByIds(): SelectionByIds;
	restore(selection: SelectionByIds): void;
}
