/** Retiring keeps a control's row and history out of the way; restoring brings it back (law 4). */
import type { ControlId } from '../../model/records/control.ts';
import { controls as register } from '../../model/registers/controls.ts';
import type { CommandDefinition } from '../command.ts';
import { planMark } from './records/retire-records.ts';

export interface RetireControls {
	readonly controls: readonly ControlId[];
	/** Why, in the person's words; may be empty. */
	readonly reason: string;
}

export const retireControls: CommandDefinition<RetireControls> = {
	name: 'retireControls',
	plan: ({ controls, reason }, { workbook, clock, actor }) =>
		planMark(workbook, register, controls, 'Retire', {
			at: clock.now(),
			by: actor.name,
			reason,
		}),
};

export interface RestoreControls {
	readonly controls: readonly ControlId[];
}

export const restoreControls: CommandDefinition<RestoreControls> = {
	name: 'restoreControls',
	plan: ({ controls }, { workbook }) => planMark(workbook, register, controls, 'Restore', null),
};
