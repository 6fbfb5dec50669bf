/** New records of a register: empty ones, several at once, or copies of those that stand. */
import { grouped } from '../../../base/counted.ts';
import { newId, type IdSource } from '../../../base/ids.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import {
	recordName,
	valueAt,
	type Register,
	type RegisterName,
	type RegisterRecord,
} from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';
import type { CommandDefinition, CommandProblem, Plan } from '../../command.ts';
import { ordersAfter, ordersAtEnd } from '../../row-order.ts';
import type { Workbook } from '../../workbook.ts';
import type { Write } from '../../write.ts';

/** A record's values without its place, by field key; `own` by column id. Absent ones are empty. */
export type RecordValues = Readonly<Record<string, unknown>>;

export interface AddRecords {
	readonly register: RegisterName;
	readonly rows: readonly RecordValues[];
	/** Put after this record; at the end where absent. */
	readonly after?: string;
	readonly label?: string;
}

export const addRecords: CommandDefinition<AddRecords> = {
	name: 'addRecords',
	plan: (input, { workbook, ids }) => ok(planRows(workbook, ids, input)),
};

/** The plan of `addRecords`, for commands that add among other things. */
export function planRows(
	workbook: Workbook,
	ids: IdSource,
	{ register: name, rows, after, label }: AddRecords,
): Plan {
	const register = registers[name];
	const all: readonly RegisterRecord[] = workbook.registers.of(name).all();
	const index = after === undefined ? -1 : all.findIndex(({ id }) => id === after);
	const orders = index < 0 ? ordersAtEnd(all, rows.length) : ordersAfter(all, index, rows.length);
	const writes = rows.map((row, at) => rowWrite(register, row, orders[at] ?? '', ids));
	const count =
		rows.length === 1 ? withArticle(register.one) : `${grouped(rows.length)} ${register.many}`;
	const place = writes[0] ? { record: writes[0].id } : undefined;
	return { writes, label: label ?? `Add ${count}`, ...(place ? { place } : {}) };
}

export interface DuplicateRecords {
	readonly register: RegisterName;
	readonly records: readonly string[];
}

/** Copies each record just below itself; the copy keeps everything but its source. */
export const duplicateRecords: CommandDefinition<DuplicateRecords> = {
	name: 'duplicateRecords',
	plan: ({ register: name, records }, { workbook, ids }) =>
		planCopies(workbook, ids, registers[name], records),
};

/** The plan of `duplicateRecords`. */
export function planCopies(
	workbook: Workbook,
	ids: IdSource,
	register: Register,
	records: readonly string[],
): Result<Plan, CommandProblem> {
	const table = workbook.registers.of(register.name);
	const all: readonly RegisterRecord[] = table.all();
	const indexes = new Map(all.map(({ id }, index) => [id, index]));
	const writes: (Write & { readonly kind: 'row' })[] = [];
	for (const id of records) {
		const index = indexes.get(id) ?? -1;
		const original = all[index];
		if (!original) {
			return refused({ record: id, text: `This ${register.one} is no longer in the workbook.` });
		}
		const [order] = ordersAfter(all, index, 1);
		writes.push(rowWrite(register, valuesOf(register, original), order ?? '', ids));
	}
	const [first] = records;
	const only = records.length === 1 && first ? all[indexes.get(first) ?? -1] : undefined;
	const what = only ? recordName(register, only) : `${grouped(records.length)} ${register.many}`;
	const place = writes[0] ? { record: writes[0].id } : undefined;
	return ok({ writes, label: `Duplicate ${what}`, ...(place ? { place } : {}) });
}

/** The write of a new row; empty values are left out to keep the document small. */
export function rowWrite(
	register: Register,
	values: RecordValues,
	order: string,
	ids: IdSource,
): Write & { readonly kind: 'row' } {
	const row = { ...withoutEmpty(values), order };
	return { kind: 'row', table: register.name, id: newId(register.idKind, ids), row };
}

function valuesOf({ fields }: Register, record: RegisterRecord): RecordValues {
	const values = fields.map(({ key }): [string, unknown] => [key, valueAt(record, key)]);
	return { ...Object.fromEntries(values), own: record.own };
}

function withoutEmpty(values: RecordValues): RecordValues {
	const filled: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(values)) {
		if (value === '' || value === undefined) continue;
		if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) continue;
		filled[key] = value;
	}
	return filled;
}

function withArticle(noun: string): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
