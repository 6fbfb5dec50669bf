/** What the file of an imported record says in its row, however it was edited here since (SPEC I-5). */
import type { Control } from '../../../model/records/control.ts';
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import { saidInFile } from '../../../workbook/said-in-file.ts';
import type { Workbook } from '../../../workbook/workbook.ts';

/** Undefined for a record that was made here. Only controls have later versions of their file. */
export function saidByFile(
	workbook: Workbook,
	{ name }: Register,
	record: RegisterRecord,
): RegisterRecord | undefined {
	if (!record.source) return undefined;
	if (name === 'controls') return saidInFile(workbook, record as Control);
	return workbook.registers.of(name).asCreated(record.id);
}
