/**
 * Bringing the workbook back to a milestone, as a change of its own: what differs is written anew, what
 * came since is retired, and nothing of the history goes away. One command, one step of undo.
 */
import { ok } from '../../base/result.ts';
import { isRegisterName } from '../../model/registers/register.ts';
import type { CommandDefinition } from '../command.ts';
import { isFlat } from '../record-change.ts';
import { isSameValue, recordsOfTable, valueOf, type ReadRecord } from '../record-values.ts';
import type { RecordToRestore } from '../restoring.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';

export interface RestoreMilestone {
	/** What differs (restoring.ts). What stands now is asked of the workbook once more. */
	readonly records: readonly RecordToRestore[];
	/** What people called it. */
	readonly name: string;
}

interface RetiredMark {
	readonly at: string;
	readonly by: string;
	readonly reason: string;
}

export const restoreMilestone: CommandDefinition<RestoreMilestone> = {
	name: 'restoreMilestone',
	plan: ({ records, name }, { workbook, clock, actor }) => {
		const mark = { at: clock.now(), by: actor.name, reason: `Not in the milestone “${name}”` };
		const tables = tablesOf(workbook, records);
		const writes = records.flatMap((restored): readonly Write[] => {
			const present = tables.get(restored.table)?.get(restored.id);
			if (restored.kind === 'back') return putBack(restored);
			// A row that went meanwhile, by a step back, has nothing to be set in.
			if (!present && !isFlat(restored.table)) return [];
			if (restored.kind === 'values') return setValues(restored, present);
			return putAway(restored, present, mark);
		});
		return ok({ writes, label: `Restore milestone “${name}”` });
	},
};

type Restored<Kind extends RecordToRestore['kind']> = Extract<
	RecordToRestore,
	{ readonly kind: Kind }
>;

function setValues(
	{ table, id, values }: Restored<'values'>,
	present: ReadRecord | undefined,
): readonly Write[] {
	return values.flatMap(({ path, value }) => {
		const before = valueOf(present, path);
		if (isSameValue(before, value)) return [];
		return [
			{
				...{ kind: 'edit', table, id, path, before },
				after: value ?? nothingLike(before),
			} as const,
		];
	});
}

/** Records are retired, not deleted (law 4); what is retired already keeps its own reason. */
function putAway(
	{ table, id }: Restored<'away'>,
	present: ReadRecord | undefined,
	mark: RetiredMark,
): readonly Write[] {
	const path = table === 'acceptances' ? 'withdrawn' : 'retired';
	if (present?.[path]) return [];
	const edit = { kind: 'edit', table, id, path } as const;
	if (isRegisterName(table)) return [{ ...edit, before: undefined, after: mark }];
	return [{ ...edit, before: false, after: true }];
}

/** A row that was taken out by a step back comes again under its id, with what was edited in it. */
function putBack({ table, id, row, values }: Restored<'back'>): readonly Write[] {
	return [
		{ kind: 'row', table, id, row },
		...values.map(({ path, value }): Write => ({
			kind: 'edit',
			table,
			id,
			path,
			before: undefined,
			after: value,
		})),
	];
}

/** What stands now in the tables that are concerned, by table and id. */
function tablesOf(
	workbook: Workbook,
	records: readonly RecordToRestore[],
): ReadonlyMap<string, ReadonlyMap<string, ReadRecord>> {
	const concerned = new Set<string>(records.map(({ table }) => table));
	return new Map(
		workbook.tables
			.filter(({ kind }) => concerned.has(kind.name))
			.map((table) => [table.kind.name, recordsOfTable(table)]),
	);
}

/** What says that there is no value, for a cell that holds one like this. */
function nothingLike(value: unknown): unknown {
	if (typeof value === 'string') return '';
	return typeof value === 'boolean' ? false : null;
}
