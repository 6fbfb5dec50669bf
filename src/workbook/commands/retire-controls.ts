/** Retiring keeps a control's row and history out of the way; restoring brings it back (law 4). */
import { ok, refused } from '../../base/result.ts';
import { controlName } from '../../model/records/control-name.ts';
import type { ControlId } from '../../model/records/control.ts';
import type { CommandDefinition } from '../command.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';

export interface RetireControls {
	readonly controls: readonly ControlId[];
	/** Why, in the person's words; may be empty. */
	readonly reason: string;
}

export const retireControls: CommandDefinition<RetireControls> = {
	name: 'retireControls',
	plan: ({ controls, reason }, { workbook, clock, actor }) => {
		const retirement = { at: clock.now(), by: actor.name, reason };
		return planMark(workbook, controls, 'Retire', retirement);
	},
};

export interface RestoreControls {
	readonly controls: readonly ControlId[];
}

export const restoreControls: CommandDefinition<RestoreControls> = {
	name: 'restoreControls',
	plan: ({ controls }, { workbook }) => planMark(workbook, controls, 'Restore', null),
};

function planMark(workbook: Workbook, ids: readonly ControlId[], verb: string, mark: unknown) {
	const writes: Write[] = [];
	for (const id of ids) {
		const control = workbook.controls.get(id);
		if (!control) {
			return refused({ record: id, text: 'This control is no longer in the workbook.' });
		}
		if ((control.retired === undefined) === (mark === null)) continue;
		const before = control.retired ?? null;
		writes.push({ kind: 'edit', table: 'controls', id, path: 'retired', before, after: mark });
	}
	const [first] = ids;
	const label =
		ids.length === 1 && first
			? `${verb} ${controlName(workbook.controls.get(first))}`
			: `${verb} ${ids.length} controls`;
	return ok({ writes, label, ...(first ? { place: { record: first } } : {}) });
}
