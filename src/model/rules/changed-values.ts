/** Which values of a record are other ones than those its file says (SPEC I-5). */
import type { ControlFieldKey } from '../records/control-fields.ts';
import type { Control } from '../records/control.ts';
import type { ColumnId } from '../records/own-column.ts';
import { controls } from '../registers/controls.ts';
import { valueAt, type Register, type RegisterRecord } from '../registers/register.ts';

/**
 * The columns in which `now` differs from what its file says: fields in their usual order, then own
 * columns. Members of a set count in any order; that a record was retired is no value.
 */
export function changedFields(
	{ fields }: Register,
	said: RegisterRecord,
	now: RegisterRecord,
): readonly string[] {
	const changed = fields.flatMap(({ key }) =>
		isSame(valueAt(said, key), valueAt(now, key)) ? [] : [key],
	);
	if (said.own === now.own) return changed;
	const columns = new Set([...Object.keys(said.own), ...Object.keys(now.own)] as ColumnId[]);
	const own = [...columns].filter((id) => (said.own[id] ?? '') !== (now.own[id] ?? ''));
	return [...changed, ...own];
}

/** `changedFields` of a control. */
export function changedColumns(
	said: Control,
	now: Control,
): readonly (ControlFieldKey | ColumnId)[] {
	return changedFields(controls, said, now) as readonly (ControlFieldKey | ColumnId)[];
}

function isSame(a: string | readonly string[], b: string | readonly string[]): boolean {
	if (typeof a === 'string' || typeof b === 'string' || a === b) return a === b;
	return a.length === b.length && a.every((member) => b.includes(member));
}
