/** The workbook's own columns: adding, renaming, taking out and bringing back. */
import { newId } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import type { ColumnId, ColumnMeaning, OwnColumnRow } from '../../model/records/own-column.ts';
import type { RegisterName } from '../../model/registers/register.ts';
import type { CommandDefinition, CommandProblem } from '../command.ts';
import { ordersAtEnd } from '../row-order.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';
import { isTaken } from './taken-names.ts';

export interface AddColumn {
	readonly name: string;
	readonly meaning?: ColumnMeaning;
	/** The matrix where absent. */
	readonly register?: RegisterName;
}

export const addColumn: CommandDefinition<AddColumn> = {
	name: 'addColumn',
	plan: ({ name, meaning, register = 'controls' }, { workbook, ids }) => {
		const problem = nameProblem(workbook, register, name);
		if (problem) return refused(problem);
		const [order] = ordersAtEnd(workbook.columns.all(), 1);
		const row: OwnColumnRow = {
			name: name.trim(),
			order: order ?? '',
			...(meaning ? { meaning } : {}),
			...(register === 'controls' ? {} : { register }),
		};
		const id = newId('column', ids);
		return ok({
			writes: [{ kind: 'row', table: 'columns', id, row }],
			label: `Add column ${name.trim()}`,
		});
	},
};

export interface RenameColumn {
	readonly column: ColumnId;
	readonly name: string;
}

export const renameColumn: CommandDefinition<RenameColumn> = {
	name: 'renameColumn',
	plan: ({ column: id, name }, { workbook }) => {
		const column = workbook.columns.get(id);
		if (!column) return refused({ record: id, text: 'This column is no longer in the workbook.' });
		const problem = nameProblem(workbook, column.register, name, id);
		if (problem) return refused(problem);
		return ok({
			writes: [edited(id, 'name', column.name, name.trim())],
			label: `Rename column ${column.name} to ${name.trim()}`,
		});
	},
};

export interface RetireColumn {
	readonly column: ColumnId;
}

/** Takes a column out of sight; its values stay in the document and come back with it. */
export const retireColumn: CommandDefinition<RetireColumn> = {
	name: 'retireColumn',
	plan: ({ column: id }, { workbook }) => {
		const column = workbook.columns.get(id);
		if (!column) return refused({ record: id, text: 'This column is no longer in the workbook.' });
		return ok({
			writes: [edited(id, 'retired', column.retired, true)],
			label: `Remove column ${column.name}`,
		});
	},
};

function nameProblem(
	workbook: Workbook,
	register: RegisterName,
	name: string,
	except?: ColumnId,
): CommandProblem | undefined {
	if (!name.trim()) return { text: 'Give the column a name.' };
	const among = workbook.columns.all();
	if (!isTaken(name, { among, register, except })) return undefined;
	return { text: `There is a column ${name.trim()} already. Choose another name.` };
}

function edited(id: ColumnId, path: string, before: unknown, after: unknown): Write {
	return { kind: 'edit', table: 'columns', id, path, before, after };
}
