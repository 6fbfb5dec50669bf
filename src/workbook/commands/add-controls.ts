/** New controls: an empty one, several at once, or copies of those that stand. */
import { ok } from '../../base/result.ts';
import type { ControlId, ControlRow } from '../../model/records/control.ts';
import { controls as register } from '../../model/registers/controls.ts';
import type { CommandDefinition } from '../command.ts';
import { planCopies, planRows } from './records/add-records.ts';

/** A control's values without its place: absent fields are empty. */
export type ControlValues = Omit<ControlRow, 'order'>;

export interface AddControls {
	readonly rows: readonly ControlValues[];
	/** Put after this control; at the end where absent. */
	readonly after?: ControlId;
	readonly label?: string;
}

export const addControls: CommandDefinition<AddControls> = {
	name: 'addControls',
	plan: ({ rows, ...rest }, { workbook, ids }) =>
		ok(
			planRows(workbook, ids, {
				register: 'controls',
				rows: rows,
				...rest,
			}),
		),
};

export interface DuplicateControls {
	readonly controls: readonly ControlId[];
}

/** Copies each control just below itself; the copy keeps everything but its source. */
export const duplicateControls: CommandDefinition<DuplicateControls> = {
	name: 'duplicateControls',
	plan: ({ controls }, { workbook, ids }) => planCopies(workbook, ids, register, controls),
};
