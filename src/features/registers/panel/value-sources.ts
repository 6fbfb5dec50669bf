/** The cell of the source workbook that each value of an imported record came from (SPEC I-1). */
import { cellReference } from '../../../exchange/sheet.ts';
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { ImportRecord } from '../../../model/records/import-record.ts';
import type { RegisterColumn } from '../columns/register-column.ts';

export interface ValueSource {
	readonly column: RegisterColumn;
	/** A1 references; several columns of the sheet may have filled one set. */
	readonly cells: readonly string[];
	/** The words over the column in the sheet. */
	readonly header: string;
}

/** In the order of the columns; empty for a record that was made here. */
export function valueSources(
	record: RegisterRecord,
	imported: ImportRecord | undefined,
	columns: readonly RegisterColumn[],
): readonly ValueSource[] {
	const { source } = record;
	if (!source || !imported) return [];
	return columns.flatMap((column) => {
		const from = imported.columns.filter(({ target }) => target === column.key);
		if (from.length === 0) return [];
		const cells = from.map(
			({ index }) =>
				imported.filledFrom[`${source.row}/${index}`] ?? cellReference(index, source.row),
		);
		return [{ column, cells, header: from.map(({ header }) => header).join(', ') }];
	});
}
