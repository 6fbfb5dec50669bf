/** What was done to one record, in words, out of the workbook's whole activity list. */
import type { Register } from '../../../model/registers/register.ts';
import type { DoneBy } from '../../../workbook/actor.ts';
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

/** The newest `limit` entries that changed the record, newest first. */
export function recordActivity(
	about: Register,
	activity: readonly ActivityEntry[],
	record: string,
	names: Names,
	who: (deed: DoneBy) => string,
	limit: number,
): readonly RecordDeed[] {
	const deeds: RecordDeed[] = [];
	for (const { id, at, by, label, changes } of activity) {
		if (deeds.length === limit) break;
		const own = changes.filter((change) => isOf(change, about, record));
		if (own.length === 0) continue;
		deeds.push({ id, at, by: who({ id, by }), label, changes: changeWords(own, names) });
	}
	return deeds;
}

function isOf(change: ActivityChange, about: Register, record: string): boolean {
	return change.table === about.name && change.id === record;
}
