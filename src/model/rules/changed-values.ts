/** Which values of a control are other ones than those its file says (SPEC I-5). */
import { controlFields, type ControlFieldKey } from '../records/control-fields.ts';
import type { Control } from '../records/control.ts';
import type { ColumnId } from '../records/own-column.ts';

/**
 * The columns in which `now` differs from what its file says: fields in their usual order, then own
 * columns. Members of a set count in any order; that a control was retired is no value.
 */
export function changedColumns(
	said: Control,
	now: Control,
): readonly (ControlFieldKey | ColumnId)[] {
	const fields = controlFields.flatMap(({ key }) => (isSame(said[key], now[key]) ? [] : [key]));
	if (said.own === now.own) return fields;
	const columns = new Set([...Object.keys(said.own), ...Object.keys(now.own)] as ColumnId[]);
	const own = [...columns].filter((id) => (said.own[id] ?? '') !== (now.own[id] ?? ''));
	return [...fields, ...own];
}

function isSame(a: string | readonly string[], b: string | readonly string[]): boolean {
	if (typeof a === 'string' || typeof b === 'string' || a === b) return a === b;
	return a.length === b.length && a.every((member) => b.includes(member));
}
