/** Groups and their rows as the grid shows them: heads, and the rows of those that are open. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { GridGroup } from '../../../ui/grid/grid-column.ts';
import type { RowGroup } from './row-groups.ts';

export type RegisterRow = RegisterRecord | GridGroup;

const heads = new WeakMap<RowGroup, { readonly open: GridGroup; readonly closed: GridGroup }>();

/** Heads of unchanged groups are the same objects. */
export function outlineRows(
	groups: readonly RowGroup[],
	collapsed: ReadonlySet<string>,
): readonly RegisterRow[] {
	const rows: RegisterRow[] = [];
	for (const group of groups) {
		const isClosed = collapsed.has(group.id);
		rows.push(headOf(group)[isClosed ? 'closed' : 'open']);
		if (!isClosed) for (const row of group.rows) rows.push(row);
	}
	return rows;
}

function headOf(group: RowGroup): { readonly open: GridGroup; readonly closed: GridGroup } {
	const known = heads.get(group);
	if (known) return known;
	const { id, label, rows } = group;
	const head = (expanded: boolean): GridGroup => ({
		id,
		group: { label, count: rows.length, level: 1, expanded },
	});
	const both = { open: head(true), closed: head(false) };
	heads.set(group, both);
	return both;
}
