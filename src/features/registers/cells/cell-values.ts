/** How the grid reads and writes the cells of records in gestures over ranges and on the clipboard. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { CellValues, GridChange } from '../../../ui/grid/grid-change.ts';
import type { RecordValues } from '../../../workbook/commands/records/add-records.ts';
import { valueText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { cellFromText, membersFromText } from './cell-from-text.ts';

export type CellValue = string | readonly string[];

/** Terms and links travel by their words, dates as YYYY-MM-DD, which other programs understand. */
export function cellValues(
	columnOf: (key: string) => RegisterColumn | undefined,
): CellValues<RegisterRecord, CellValue> {
	return {
		read: (record, key) => columnOf(key)?.valueOf(record) ?? '',
		text: (key, value) => {
			const column = columnOf(key);
			if (!column || column.value.kind === 'date') return String(value);
			return valueText(value, column);
		},
		parse: (key, text) => {
			const column = columnOf(key);
			return column ? valueFromText(column, text) : text;
		},
	};
}

/** What a column stores for text that was typed or pasted. */
export function valueFromText(column: RegisterColumn, text: string): CellValue {
	return column.isSet ? membersFromText(column, text) : cellFromText(column, text);
}

/** The values of a record that a paste adds. */
export function addedRecord(
	values: GridChange<CellValue>['added'][number],
	columnOf: (key: string) => RegisterColumn | undefined,
): RecordValues {
	const fields: Record<string, CellValue> = {};
	const own: Record<string, string> = {};
	for (const [key, value] of values) {
		const column = columnOf(key);
		if (!column) continue;
		if (!column.own) fields[column.key] = value;
		else if (typeof value === 'string' && value !== '') own[column.key] = value;
	}
	return { ...fields, own };
}
