/** Retiring keeps a record's row and history out of the way; restoring brings it back (law 4). */
import { grouped } from '../../../base/counted.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import {
	recordName,
	type Register,
	type RegisterName,
	type RegisterRecord,
} from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';
import type { Retirement } from '../../../model/records/control.ts';
import type { CommandDefinition, CommandProblem, Plan } from '../../command.ts';
import type { Workbook } from '../../workbook.ts';
import type { Write } from '../../write.ts';

export interface RetireRecords {
	readonly register: RegisterName;
	readonly records: readonly string[];
	/** Why, in the person's words; may be empty. */
	readonly reason: string;
}

export const retireRecords: CommandDefinition<RetireRecords> = {
	name: 'retireRecords',
	plan: ({ register, records, reason }, { workbook, clock, actor }) =>
		planMark(workbook, registers[register], records, 'Retire', {
			at: clock.now(),
			by: actor.name,
			reason,
		}),
};

export interface RestoreRecords {
	readonly register: RegisterName;
	readonly records: readonly string[];
}

export const restoreRecords: CommandDefinition<RestoreRecords> = {
	name: 'restoreRecords',
	plan: ({ register, records }, { workbook }) =>
		planMark(workbook, registers[register], records, 'Restore', null),
};

/** The plan of retiring (a mark) or restoring (null) records; those that are so already are left. */
export function planMark(
	workbook: Workbook,
	register: Register,
	ids: readonly string[],
	verb: string,
	mark: Retirement | null,
): Result<Plan, CommandProblem> {
	const table = workbook.registers.of(register.name);
	const writes: Write[] = [];
	for (const id of ids) {
		const record: RegisterRecord | undefined = table.get(id);
		if (!record) {
			return refused({ record: id, text: `This ${register.one} is no longer in the workbook.` });
		}
		if ((record.retired === undefined) === (mark === null)) continue;
		const before = record.retired ?? null;
		writes.push({ kind: 'edit', table: register.name, id, path: 'retired', before, after: mark });
	}
	const [first] = ids;
	const label =
		ids.length === 1 && first
			? `${verb} ${recordName(register, table.get(first))}`
			: `${verb} ${grouped(ids.length)} ${register.many}`;
	return ok({ writes, label, ...(first ? { place: { record: first } } : {}) });
}
