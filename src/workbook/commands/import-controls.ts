/**
 * One sheet's rows become controls, as one command: the import's record, the own columns nobody
 * mapped, and every row with its place in the source. One undo takes it all back.
 */
import { newId, type IdSource } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import type { ControlFieldKey } from '../../model/records/control-fields.ts';
import type { ImportProblem, ImportRecord, LeftOutRow } from '../../model/records/import-record.ts';
import type { ColumnId, ColumnMeaning, OwnColumnRow } from '../../model/records/own-column.ts';
import { ownColumnsByName } from '../../model/rules/own-columns-by-name.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { ordersAtEnd } from '../row-order.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';
import { controls } from '../../model/registers/controls.ts';
import type { ControlValues } from './add-controls.ts';
import { rowWrite } from './records/add-records.ts';

export interface ImportControls {
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
		| { readonly kind: 'field'; readonly key: ControlFieldKey }
		| { readonly kind: 'own'; readonly name: string; readonly meaning: ColumnMeaning }
		| { readonly kind: 'leaveOut' };
}

export interface SourceRow {
	/** 1-based in the sheet. */
	readonly row: number;
	readonly texts: Readonly<Partial<Record<ControlFieldKey, string>>>;
	readonly criteria: readonly string[];
	readonly references: readonly string[];
	/** By 0-based column index. */
	readonly own: Readonly<Record<number, string>>;
}

export const importControls: CommandDefinition<ImportControls> = {
	name: 'importControls',
	plan: (input, context) => {
		const { workbook, ids } = context;
		if (input.rows.length === 0) {
			return refused({ text: `No row of ${input.sheet} would come in, so nothing was imported.` });
		}
		const importId = newId('import', ids);
		const { columnIds, writes: columnWrites } = planColumns(workbook, input.columns, ids);
		const record = importedRecord(input, columnIds, context);
		const orders = ordersAtEnd(workbook.controls.all(), input.rows.length);
		const rowWrites = input.rows.map((row, i) =>
			rowWrite(
				controls,
				{ ...valuesOf(row, columnIds), source: { import: importId, row: row.row } },
				orders[i] ?? '',
				ids,
			),
		);
		const writes: Write[] = [
			{ kind: 'row', table: 'imports', id: importId, row: record },
			...columnWrites,
			...rowWrites,
		];
		const count = input.rows.length === 1 ? '1 control' : `${input.rows.length} controls`;
		return ok({ writes, label: `Import ${count} from ${input.fileName}` });
	},
};

/** The record of an import, but for what only the next version of a file has to say. */
export function importedRecord(
	input: Omit<ImportControls, 'rows'> & { readonly rows?: readonly SourceRow[] },
	columnIds: ReadonlyMap<number, ColumnId>,
	{ clock, actor }: CommandContext,
): Omit<ImportRecord, 'id'> {
	return {
		at: clock.now(),
		by: actor.name,
		fileName: input.fileName,
		sha256: input.sha256,
		sheet: input.sheet,
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
export function planColumns(workbook: Workbook, columns: readonly SourceColumn[], ids: IdSource) {
	const wanted = columns.flatMap(({ index, target }) =>
		target.kind === 'own' ? [{ index, name: target.name, meaning: target.meaning }] : [],
	);
	const columnIds = new Map(ownColumnsByName(wanted, workbook.columns.all()));
	const orders = ordersAtEnd(workbook.columns.all(), wanted.length);
	const writes: Write[] = [];
	wanted.forEach(({ index, name, meaning }, i) => {
		if (columnIds.has(index)) return;
		const id = newId('column', ids);
		columnIds.set(index, id);
		const row: OwnColumnRow = { name, meaning, order: orders[i] ?? '' };
		writes.push({ kind: 'row', table: 'columns', id, row });
	});
	return { columnIds, writes };
}

/** What a row gives a new control; own columns by the ids they have here. */
export function valuesOf(row: SourceRow, columnIds: ReadonlyMap<number, ColumnId>): ControlValues {
	const own: Record<ColumnId, string> = {};
	for (const [index, id] of columnIds) {
		const value = row.own[index];
		if (value !== undefined && value !== '') own[id] = value;
	}
	return { ...row.texts, criteria: row.criteria, references: row.references, own };
}
