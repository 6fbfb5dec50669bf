/** The sheet of one register as an order for the worker. */
import { everyColumn } from '../../../exchange/register-columns.ts';
import type { SheetOrder } from '../../../exchange/worker/protocol.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { RegisterName, RegisterRecord } from '../../../model/registers/register.ts';
import { linkedNames } from '../linked-names.ts';
import { sheetTitles } from './export-subjects.ts';

/** What of the register goes in, where that is not all of it. */
export interface RegisterPart {
	readonly records: readonly RegisterRecord[];
	readonly columns: readonly string[];
}

/** The columns a register's export has: all of them but those hidden ones that are empty. */
export function exportColumns(workbook: LiveWorkbook, register: RegisterName): readonly string[] {
	return everyColumn(register, workbook.records(register), workbook.ownColumnsOf(register));
}

/** `part` is taken as it is, retired records included. */
export function registerOrder(
	workbook: LiveWorkbook,
	register: RegisterName,
	includeRetired: boolean,
	part?: RegisterPart,
): SheetOrder {
	const records = part?.records ?? workbook.records(register);
	return {
		kind: 'register',
		register,
		title: sheetTitles[register],
		records,
		columns: part?.columns ?? exportColumns(workbook, register),
		ownColumns: workbook.ownColumnsOf(register),
		includeRetired: part !== undefined || includeRetired,
		names: linkedNames(workbook, register, records),
	};
}
