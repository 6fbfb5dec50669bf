/** Changes that also need new controls, such as a paste beyond the last row: one command, one undo. */
import { ok } from '../../base/result.ts';
import type { CommandDefinition } from '../command.ts';
import { addControls, type ControlValues } from './add-controls.ts';
import { editControls, type CellEdit } from './edit-controls.ts';

export interface ChangeCells {
	readonly edits: readonly CellEdit[];
	/** New controls, put at the end. */
	readonly rows: readonly ControlValues[];
	readonly label: string;
}

/** Edits cells and adds controls; both or, where one is refused, neither. */
export const changeCells: CommandDefinition<ChangeCells> = {
	name: 'changeCells',
	plan: ({ edits, rows, label }, context) => {
		const edited = editControls.plan({ edits, label }, context);
		const added = addControls.plan({ rows, label }, context);
		if (!edited.ok) return edited;
		if (!added.ok) return added;
		const place = edited.value.place ?? added.value.place;
		return ok({
			writes: [...edited.value.writes, ...added.value.writes],
			label,
			...(place ? { place } : {}),
		});
	},
};
