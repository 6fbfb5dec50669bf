/** Putting back values that somebody else's change took the place of: one gesture for all of them. */
import { counted } from '../../base/counted.ts';
import { ok } from '../../base/result.ts';
import type { CommandDefinition } from '../command.ts';
import { editKey, recordMaps } from '../layout.ts';
import type { OvertakenValue } from '../overtaken.ts';

export interface PutBack {
	readonly values: readonly Pick<OvertakenValue, 'change'>[];
}

/** Sets the values as they were written here; theirs stay in the activity list. */
export const putBack: CommandDefinition<PutBack> = {
	name: 'putBack',
	plan: ({ values }, { workbook }) => {
		const writes = values.map(({ change: { table, id, path, before: after } }) => ({
			kind: 'edit' as const,
			...{ table, id, path, after },
			before: recordMaps(workbook.doc, table).edits.get(editKey(id, path)),
		}));
		const label =
			writes.length === 1 ? 'Put a value back' : `Put ${counted(writes.length, 'value')} back`;
		const [first] = values;
		return ok({
			writes,
			label,
			...(first ? { place: { record: first.change.id, field: first.change.path } } : {}),
		});
	},
};
