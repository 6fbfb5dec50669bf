/** Values that were suggested, set by an editor: one or several, of any registers, as one command. */
import { ok, refused } from '../../base/result.ts';
import type { RegisterName } from '../../model/registers/register.ts';
import { registerOfId } from '../../model/registers/registers.ts';
import type { CommandDefinition, CommandProblem } from '../command.ts';
import type { Write } from '../write.ts';
import { planEdits, type RecordEdit } from './records/edit-records.ts';

export interface AcceptSuggestions {
	readonly edits: readonly RecordEdit[];
	readonly label: string;
}

/** Sets all of the values or, where one of them is refused, none. */
export const acceptSuggestions: CommandDefinition<AcceptSuggestions> = {
	name: 'acceptSuggestions',
	plan: ({ edits, label }, { workbook }) => {
		const writes: Write[] = [];
		const problems: CommandProblem[] = [];
		for (const [register, those] of byRegister(edits)) {
			const planned = planEdits(workbook, { register, edits: those, label });
			if (planned.ok) writes.push(...planned.value.writes);
			else problems.push(...planned.problems);
		}
		if (problems.length > 0) return refused(...problems);
		const [first] = edits;
		return ok({
			...{ writes, label },
			...(first ? { place: { record: first.record, field: first.column } } : {}),
		});
	},
};

function byRegister(edits: readonly RecordEdit[]): ReadonlyMap<RegisterName, RecordEdit[]> {
	const grouped = new Map<RegisterName, RecordEdit[]>();
	for (const edit of edits) {
		const register = registerOfId(edit.record)?.name ?? 'controls';
		grouped.set(register, [...(grouped.get(register) ?? []), edit]);
	}
	return grouped;
}
