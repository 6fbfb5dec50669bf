/** Editing values of controls: text fields, members of sets, own columns. One gesture, one command. */
import type { ControlFieldKey } from '../../model/records/control-fields.ts';
import type { ControlId } from '../../model/records/control.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { CommandDefinition } from '../command.ts';
import { planEdits } from './records/edit-records.ts';

/** A column of the matrix: a field of every control or one of the workbook's own columns. */
export type ControlColumn = ControlFieldKey | ColumnId;

/** A cell and what it shall hold: text, or all members of a set. */
export interface CellEdit {
	readonly control: ControlId;
	readonly column: ControlColumn;
	readonly value: string | readonly string[];
}

export interface EditControls {
	readonly edits: readonly CellEdit[];
	/** What the gesture was, where 'Edit …' would say too little: 'Paste 12 cells'. */
	readonly label?: string;
}

/** Sets the given cells, as `editRecords` does. */
export const editControls: CommandDefinition<EditControls> = {
	name: 'editControls',
	plan: ({ edits, label }, { workbook }) =>
		planEdits(workbook, {
			register: 'controls',
			edits: edits.map(({ control, column, value }) => ({ record: control, column, value })),
			...(label === undefined ? {} : { label }),
		}),
};
