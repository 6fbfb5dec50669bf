/** Rows that stay out, gathered under their reasons, the most frequent first. */
import type { LeftOutRow } from '../../model/records/import-record.ts';

export function leftOutByReason(
	rows: readonly LeftOutRow[],
): readonly (readonly [reason: string, rows: readonly LeftOutRow[]])[] {
	const groups = new Map<string, LeftOutRow[]>();
	for (const row of rows) groups.set(row.reason, [...(groups.get(row.reason) ?? []), row]);
	return [...groups].sort((a, b) => b[1].length - a[1].length);
}
