/** What stands in the cells that suggestions are about, and what accepting one puts there. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { CellValue } from '../../model/review/entry.ts';
import { sameValue, type Suggestion } from '../../model/review/review-items.ts';
import { columnIdOf } from '../../model/review/signed-content.ts';
import type { CellSubject } from '../../model/review/subject.ts';
import { valueAt } from '../../model/registers/register.ts';

/** The value of a cell; undefined where its record is gone. */
export function cellNow(
	{ names }: Pick<LiveWorkbook, 'names'>,
	{ record: id, field }: CellSubject,
): CellValue | undefined {
	const record = names.record(id);
	return record && valueAt(record, columnIdOf(field) ?? field);
}

/**
 * What a suggestion sets where `now` stands: its value; in a set that others changed meanwhile, only
 * the members it adds and takes out, so that theirs stay.
 */
export function valueToSet({ present, proposed }: Suggestion, now: CellValue): CellValue {
	if (typeof proposed === 'string' || typeof now === 'string' || sameValue(now, present)) {
		return proposed;
	}
	const before = typeof present === 'string' ? [] : present;
	const kept = now.filter((member) => proposed.includes(member) || !before.includes(member));
	return [
		...kept,
		...proposed.filter((member) => !before.includes(member) && !kept.includes(member)),
	];
}
