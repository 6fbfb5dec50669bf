/**
 * One sheet's rows become records of a register, as one command: the import's record, the own columns
 * nobody mapped, and every row with its place in the source. One undo takes it all back.
 */
import { counted } from '../../base/counted.ts';
import { newId, type IdSource } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import type { ImportProblem, ImportRecord, LeftOutRow } from '../../model/records/import-record.ts';
import type { ColumnId, ColumnMeaning, OwnColumnRow } from '../../model/records/own-column.ts';
import type { RegisterName } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import { ownColumnsByName } from '../../model/rules/own-columns-by-name.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { ordersAtEnd } from '../row-order.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';
import { linksOfImport } from './import-links.ts';
import { rowWrite, type RecordValues } from './records/add-records.ts';

export interface ImportRows {
	/** The matrix where absent. */
	readonly register?: RegisterName;
	readonly fileName: string;
	/** Lower-case hexadecimal SHA-256 of the file kept in storage; '' for pasted cells. */
	readonly sha256: string;
	readonly sheet: string;
	readonly headerRow: number;
	readonly columns: readonly SourceColumn[];
	readonly rows: readonly SourceRow[];
	readonly leftOut: readonly LeftOutRow[];
	readonly problems: readonly ImportProblem[];
	/** Field key → the file's word → token. */
	readonly words: ImportRecord['valueWords'];
	/** 'row/column index' → A1 of the merged cell a value was filled from. */
	readonly filledFrom: Readonly<Record<string, string>>;
}

export interface SourceColumn {
	/** 0-based in the sheet. */
	readonly index: number;
	readonly header: string;
	readonly target:
		| { readonly kind: 'field'; readonly key: string }
		| { readonly kind: 'own'; readonly name: string; readonly meaning: ColumnMeaning }
		| { readonly kind: 'leaveOut' };
}

export interface SourceRow {
	/** 1-based in the sheet. */
	readonly row: number;
	readonly texts: Readonly<Record<string, string>>;
	/** Members by field key; records of other registers by the names they have in the sheet. */
	readonly sets: Readonly<Record<string, readonly string[]>>;
	/** By 0-based column index. */
	readonly own: Readonly<Record<number, string>>;
}

export const importRows: CommandDefinition<ImportRows> = {
	name: 'importRows',
	plan: (input, context) => {
		const { workbook, ids } = context;
		const register = registers[input.register ?? 'controls'];
		if (input.rows.length === 0) {
			return refused({ text: `No row of ${input.sheet} would come in, so nothing was imported.` });
		}
		const importId = newId('import', ids);
		const { columnIds, writes: columnWrites } = planColumns(workbook, input, ids);
		const record = importedRecord(input, columnIds, context);
		const orders = ordersAtEnd(workbook.registers.of(register.name).all(), input.rows.length);
		const rowWrites = input.rows.map((row, i) =>
			rowWrite(
				register,
				{ ...valuesOf(row, columnIds), source: { import: importId, row: row.row } },
				orders[i] ?? '',
				ids,
			),
		);
		const writes: Write[] = [
			{ kind: 'row', table: 'imports', id: importId, row: record },
			...columnWrites,
			...linksOfImport(workbook, register, rowWrites),
		];
		const count = counted(input.rows.length, register.one, register.many);
		return ok({ writes, label: `Import ${count} from ${input.fileName}` });
	},
};

/** The record of an import, but for what only the next version of a file has to say. */
export function importedRecord(
	input: Omit<ImportRows, 'rows'> & { readonly rows?: readonly SourceRow[] },
	columnIds: ReadonlyMap<number, ColumnId>,
	{ clock, actor }: CommandContext,
): Omit<ImportRecord, 'id'> {
	return {
		at: clock.now(),
		by: actor.name,
		fileName: input.fileName,
		sha256: input.sha256,
		sheet: input.sheet,
		register: input.register ?? 'controls',
		headerRow: input.headerRow,
		columns: input.columns.map(({ index, header, target }) => ({
			index,
			header,
			target: target.kind === 'field' ? target.key : (columnIds.get(index) ?? ''),
		})),
		rowsIn: input.rows?.length ?? 0,
		leftOut: [...input.leftOut],
		problems: [...input.problems],
		valueWords: input.words,
		filledFrom: { ...input.filledFrom },
	};
}

/** An own column of the same name is used again, so that a second import lines up with the first. */
export function planColumns(
	workbook: Workbook,
	{ columns, register = 'controls' }: Pick<ImportRows, 'columns' | 'register'>,
	ids: IdSource,
) {
	const wanted = columns.flatMap(({ index, target }) =>
		target.kind === 'own' ? [{ index, name: target.name, meaning: target.meaning }] : [],
	);
	const present = workbook.columns.all().filter((column) => column.register === register);
	const columnIds = new Map(ownColumnsByName(wanted, present));
	const orders = ordersAtEnd(workbook.columns.all(), wanted.length);
	const ofRegister = register === 'controls' ? {} : { register };
	const writes: Write[] = [];
	wanted.forEach(({ index, name, meaning }, i) => {
		if (columnIds.has(index)) return;
		const id = newId('column', ids);
		columnIds.set(index, id);
		const row: OwnColumnRow = { name, meaning, order: orders[i] ?? '', ...ofRegister };
		writes.push({ kind: 'row', table: 'columns', id, row });
	});
	return { columnIds, writes };
}

/** What a row gives a new record; own columns by the ids they have here. */
export function valuesOf(row: SourceRow, columnIds: ReadonlyMap<number, ColumnId>): RecordValues {
	const own: Record<ColumnId, string> = {};
	for (const [index, id] of columnIds) {
		const value = row.own[index];
		if (value !== undefined && value !== '') own[id] = value;
	}
	return { ...row.texts, ...row.sets, own };
}
