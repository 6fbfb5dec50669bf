/** What was done to one control, in words, out of the workbook's whole activity list. */
import type { ControlId } from '../../../model/records/control.ts';
import type { ActivityChange, ActivityEntry } from '../../../workbook/activity.ts';
import { changeWords, type ChangeWords, type Names } from '../../../workbook/change-words.ts';

export interface RecordDeed {
	readonly id: string;
	/** ISO 8601 instant. */
	readonly at: string;
	readonly by: string;
	readonly label: string;
	readonly changes: readonly ChangeWords[];
}

/** The newest `limit` entries that changed the control, newest first. */
export function recordActivity(
	activity: readonly ActivityEntry[],
	control: ControlId,
	names: Names,
	limit: number,
): readonly RecordDeed[] {
	const deeds: RecordDeed[] = [];
	for (const { id, at, by, label, changes } of activity) {
		if (deeds.length === limit) break;
		const own = changes.filter((change) => isOf(change, control));
		if (own.length === 0) continue;
		deeds.push({ id, at, by: by.name, label, changes: changeWords(own, names) });
	}
	return deeds;
}

function isOf(change: ActivityChange, control: ControlId): boolean {
	return change.table === 'controls' && change.id === control;
}
