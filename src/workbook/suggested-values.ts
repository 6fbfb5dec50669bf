/** What a command would set, as values proposed beside those that stand: whole cells, whole sets. */
import { counted, grouped } from '../base/counted.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { cellValueSchema, type CellValue } from '../model/review/entry.ts';
import {
	isRegisterName,
	valueAt,
	type Register,
	type RegisterRecord,
} from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';
import type { CommandProblem } from './command.ts';
import { askAnEditor, type Gate } from './gate.ts';
import { splitPath } from './layout.ts';
import type { Workbook } from './workbook.ts';
import type { Write } from './write.ts';

export interface SuggestedValue {
	readonly record: string;
	/** A field's key, or `own/<column id>`. */
	readonly field: string;
	readonly present: CellValue;
	readonly proposed: CellValue;
}

/** More than anybody would answer one by one. */
export const mostSuggestedValues = 200;

/** Takes the values under the command's label, all of them or none. */
export type Propose = (
	values: readonly SuggestedValue[],
	label: string,
) => Result<void, CommandProblem>;

/** The gate of a reviewer: what a command would write goes to `propose`. */
export function suggestingGate(propose: Propose): Gate {
	return {
		kind: 'suggest',
		suggest(workbook, writes, label) {
			const values = suggestedValues(workbook, writes);
			if (!values.ok) return values;
			const proposed = propose(values.value, label);
			if (!proposed.ok) return proposed;
			return ok({ label: `Suggested: ${label}`, created: [], changed: true });
		},
	};
}

/** The cells that `writes` would change; refused where they do more than set values of records. */
function suggestedValues(
	workbook: Workbook,
	writes: readonly Write[],
): Result<readonly SuggestedValue[], CommandProblem> {
	const cells = new Map<string, SuggestedValue>();
	for (const write of writes) {
		const cell = cellOf(workbook, write);
		if (typeof cell === 'string') return refused({ record: write.id, text: cell });
		const key = `${cell.record}/${cell.field}`;
		const { proposed } = cells.get(key) ?? cell;
		cells.set(key, { ...cell, proposed: withWrite(proposed, write) });
	}
	const values = [...cells.values()];
	if (values.length > mostSuggestedValues) {
		return refused({
			text: `This would suggest ${counted(values.length, 'value')} at once; up to ${grouped(mostSuggestedValues)} can be answered. Choose fewer, or ask an editor.`,
		});
	}
	const tooLong = values.find(({ proposed }) => !cellValueSchema.safeParse(proposed).success);
	if (!tooLong) return ok(values);
	const { record, field } = tooLong;
	return refused({ record, field, text: 'This value is too long to be suggested. Shorten it.' });
}

/** The cell as it stands, or in words why this write is no value of one. */
function cellOf(workbook: Workbook, write: Write): SuggestedValue | string {
	if (!isRegisterName(write.table)) return askAnEditor('make this change');
	const register: Register = registers[write.table];
	if (write.kind === 'row') return askAnEditor(`add ${register.many}`);
	const { field, member } = splitPath(write.path);
	if (field === 'retired') return askAnEditor(`retire or restore ${register.many}`);
	const isOwn = field === 'own' && member !== undefined;
	const record: RegisterRecord | undefined = workbook.registers.of(write.table).get(write.id);
	if (!record || !(isOwn || register.fields.some(({ key }) => key === field))) {
		return askAnEditor('make this change');
	}
	const present = valueAt(record, isOwn ? member : field);
	return { record: record.id, field: isOwn ? write.path : field, present, proposed: present };
}

function withWrite(value: CellValue, write: Write): CellValue {
	if (write.kind === 'row') return value;
	const { field, member } = splitPath(write.path);
	if (member === undefined || field === 'own') return textOf(write.after);
	const others = (typeof value === 'string' ? [] : value).filter((each) => each !== member);
	return write.after === true ? [...others, member] : others;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
