/** What the columns of a source file are called there, and in the workbook. */
import type { HandBackCell } from '../../../exchange/hand-back/order.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import { controlField, isControlFieldKey } from '../../../model/records/control-fields.ts';
import type { ImportRecord } from '../../../model/records/import-record.ts';
import type { ColumnId } from '../../../model/records/own-column.ts';

export type ColumnNames = (cell: Pick<HandBackCell, 'sheet' | 'column'>) => string;

/** The header of a cell's column in the file; the workbook's own name for it where it has none. */
export function columnNames(
	imports: readonly ImportRecord[],
	{ names }: Pick<LiveWorkbook, 'names'>,
): ColumnNames {
	const headers = new Map(
		imports.flatMap(({ sheet, columns }) =>
			columns.map(({ target, header }) => [`${sheet}/${target}`, header.trim()] as const),
		),
	);
	return ({ sheet, column }) => {
		if (column === '') return '';
		const header = headers.get(`${sheet}/${column}`);
		if (header) return header.replace(/\s+/g, ' ');
		if (isControlFieldKey(column)) return controlField(column).label;
		return names.column(column as ColumnId)?.name ?? 'A removed column';
	};
}
