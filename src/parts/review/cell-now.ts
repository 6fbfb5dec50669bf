/** What stands in the cells that suggestions are about. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { CellValue } from '../../model/review/entry.ts';
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
