/** The columns of a register's sheet: its fields and the workbook's own columns, in their order. */
import type { OwnColumn } from '../model/records/own-column.ts';
import { valueAt, type RegisterName, type RegisterRecord } from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';

/** A column of a register: a field's key, or an own column by its id. */
export type RegisterColumnKey = string;

/**
 * Every column a register has: the fields in their usual order, then its own columns. A field that is
 * hidden at first goes along only where it says something, so that a small matrix stays small; or
 * where an own column bears its name and would be taken for it.
 */
export function everyColumn(
	register: RegisterName,
	records: readonly RegisterRecord[],
	ownColumns: readonly OwnColumn[],
): readonly RegisterColumnKey[] {
	const own = ownColumns.filter((column) => !column.retired && column.register === register);
	const names = new Set(own.map(({ name }) => name));
	const fields = registers[register].fields.filter(
		({ key, label, isHidden }) =>
			!isHidden || names.has(label) || records.some((record) => valueAt(record, key).length > 0),
	);
	return [...fields.map(({ key }) => key), ...own.map(({ id }) => id)];
}
