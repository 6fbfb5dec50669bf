/**
 * Bringing the workbook back to a milestone, as a change of its own: what differs is written anew, what
 * came since is retired, and nothing of the history goes away. One command, one step of undo.
 */
import { ok } from '../../base/result.ts';
import { isRegisterName } from '../../model/registers/register.ts';
import type { CommandDefinition } from '../command.ts';
import { recordMaps, splitEditKey } from '../layout.ts';
import { compareWorkbooks, type RecordChange } from '../net-change.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';

export interface RestoreMilestone {
	/** The workbook as it was (milestones.ts). */
	readonly milestone: Workbook;
	/** What people called it. */
	readonly name: string;
}

export const restoreMilestone: CommandDefinition<RestoreMilestone> = {
	name: 'restoreMilestone',
	plan: ({ milestone, name }, { workbook, clock, actor }) => {
		const mark = { at: clock.now(), by: actor.name, reason: `Not in the milestone “${name}”` };
		const edits = editsById(milestone);
		const writes = compareWorkbooks(workbook, milestone).flatMap((change) => {
			if (change.kind === 'changed') return setValues(change);
			if (change.kind === 'removed') return putAway(change, mark);
			return putBack(change, milestone, edits);
		});
		return ok({ writes, label: `Restore milestone “${name}”` });
	},
};

function setValues({ changes, table, id }: RecordChange): readonly Write[] {
	return changes.map(({ path, before, after }) => ({
		...{ kind: 'edit', table, id, path, before },
		after: after ?? nothingLike(before),
	}));
}

/** Records are retired, not deleted (law 4). */
function putAway(
	{ table, id }: RecordChange,
	mark: { readonly at: string; readonly by: string; readonly reason: string },
): readonly Write[] {
	const edit = { kind: 'edit', table, id } as const;
	if (isRegisterName(table)) return [{ ...edit, path: 'retired', before: undefined, after: mark }];
	if (table === 'acceptances') {
		return [{ ...edit, path: 'withdrawn', before: false, after: true }];
	}
	return [{ ...edit, path: 'retired', before: false, after: true }];
}

/** A row that was taken out by a step back comes again under its id, with what was edited in it. */
function putBack(
	{ table, id }: RecordChange,
	milestone: Workbook,
	edits: ReadonlyMap<string, readonly Write[]>,
): readonly Write[] {
	const row = recordMaps(milestone.doc, table).base.get(id);
	return [{ kind: 'row', table, id, row }, ...(edits.get(`${table}/${id}`) ?? [])];
}

/** The milestone's edits by table and record, as writes. */
function editsById(milestone: Workbook): ReadonlyMap<string, readonly Write[]> {
	const found = new Map<string, Write[]>();
	for (const { kind } of milestone.tables) {
		for (const [key, after] of recordMaps(milestone.doc, kind.name).edits) {
			const place = splitEditKey(key);
			if (!place) continue;
			const of = `${kind.name}/${place.id}`;
			const writes = found.get(of) ?? [];
			writes.push({ kind: 'edit', table: kind.name, ...place, before: undefined, after });
			found.set(of, writes);
		}
	}
	return found;
}

/** What says that there is no value, for a cell that holds one like this. */
function nothingLike(value: unknown): unknown {
	if (typeof value === 'string') return '';
	return typeof value === 'boolean' ? false : null;
}
