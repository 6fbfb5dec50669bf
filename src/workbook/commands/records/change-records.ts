/** Changes that also need new records, such as a paste beyond the last row: one command, one undo. */
import { ok } from '../../../base/result.ts';
import type { RegisterName } from '../../../model/registers/register.ts';
import type { CommandDefinition } from '../../command.ts';
import { planRows, type RecordValues } from './add-records.ts';
import { planEdits, type RecordEdit } from './edit-records.ts';

export interface ChangeRecords {
	readonly register: RegisterName;
	readonly edits: readonly RecordEdit[];
	/** New records, put at the end. */
	readonly rows: readonly RecordValues[];
	readonly label: string;
}

/** Edits cells and adds records; both or, where one is refused, neither. */
export const changeRecords: CommandDefinition<ChangeRecords> = {
	name: 'changeRecords',
	plan: ({ register, edits, rows, label }, { workbook, ids }) => {
		const edited = planEdits(workbook, { register, edits, label });
		if (!edited.ok) return edited;
		const added = planRows(workbook, ids, { register, rows, label });
		const place = edited.value.place ?? added.place;
		return ok({
			writes: [...edited.value.writes, ...added.writes],
			label,
			...(place ? { place } : {}),
		});
	},
};
