/** Runs the commands that the example is built of; a refusal is a fault of these files. */
import type { RegisterName } from '../../model/registers/register.ts';
import type { CommandDefinition } from '../command.ts';
import { addRecords, type RecordValues } from '../commands/records/add-records.ts';
import type { Workbook } from '../workbook.ts';

/** The ids of what the command created. */
export function carryOut<Input>(
	workbook: Workbook,
	definition: CommandDefinition<Input>,
	input: Input,
): readonly string[] {
	const outcome = workbook.run(definition, input);
	if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('; '));
	return outcome.value.created;
}

/** Adds records by a name the example knows them by; their ids by that name. */
export function addNamed(
	workbook: Workbook,
	register: RegisterName,
	rows: Readonly<Record<string, RecordValues>>,
): Readonly<Record<string, string>> {
	const ids = carryOut(workbook, addRecords, { register, rows: Object.values(rows) });
	return Object.fromEntries(Object.keys(rows).map((name, at) => [name, ids[at] ?? '']));
}
