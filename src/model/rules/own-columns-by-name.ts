/** Which own column a column of a file is: the one of the same name, each taken once (SPEC I-2). */
import type { ColumnId, OwnColumn } from '../records/own-column.ts';

interface NamedColumn {
	/** 0-based in the sheet. */
	readonly index: number;
	readonly name: string;
}

/** By the index of the file's column; one that has no own column here yet is not among them. */
export function ownColumnsByName(
	wanted: readonly NamedColumn[],
	ownColumns: readonly OwnColumn[],
): ReadonlyMap<number, ColumnId> {
	const present = new Map(
		ownColumns.flatMap((column) => (column.retired ? [] : [[column.name, column.id]])),
	);
	const found = new Map<number, ColumnId>();
	for (const { index, name } of wanted) {
		const id = present.get(name);
		if (id === undefined) continue;
		found.set(index, id);
		present.delete(name);
	}
	return found;
}
