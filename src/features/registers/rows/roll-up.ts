/** What the controls of a group add up to: how many are in place, and how many need a look. */
import type { Control } from '../../../model/records/control.ts';
import { hasProblem } from '../columns/cell-problems.ts';

export interface RollUp {
	/** Controls in place. */
	readonly implemented: number;
	/** Of so many: active ones that are not marked as not applicable. */
	readonly applicable: number;
	/** Controls with a marked cell. */
	readonly problems: number;
}

/** `duplicateIds` are those of the whole workbook. */
export function rollUp(controls: readonly Control[], duplicateIds: ReadonlySet<string>): RollUp {
	let [implemented, applicable, problems] = [0, 0, 0];
	for (const control of controls) {
		if (hasProblem(control, duplicateIds)) problems += 1;
		if (control.retired || control.status === 'notApplicable') continue;
		applicable += 1;
		if (control.status === 'implemented') implemented += 1;
	}
	return { implemented, applicable, problems };
}
