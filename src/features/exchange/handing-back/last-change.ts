/** Who changed a value of a control last, and when, out of the workbook's activity list. */
import type { ControlId } from '../../../model/records/control.ts';
import type { ActivityEntry } from '../../../workbook/activity.ts';
import { changedColumn } from '../../../workbook/change-words.ts';

/** `activity` stands newest first; nothing is found for a value nobody edited here. */
export function lastChange(
	activity: readonly ActivityEntry[],
	control: ControlId,
	column: string,
): ActivityEntry | undefined {
	return activity.find(({ changes }) =>
		changes.some((change) => change.id === control && changedColumn(change) === column),
	);
}
