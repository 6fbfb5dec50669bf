/** The order of columns: as chosen, with columns that came since in their usual place. */

interface Keyed {
	readonly key: string;
}

/** Columns in the order of `chosen`; one it does not name follows the one that it usually follows. */
export function inOrder<Column extends Keyed>(
	columns: readonly Column[],
	chosen: readonly string[],
): readonly Column[] {
	if (chosen.length === 0) return columns;
	const byKey = new Map(columns.map((column) => [column.key, column]));
	const ordered = chosen.flatMap((key) => byKey.get(key) ?? []);
	const named = new Set(chosen);
	columns.forEach((column, index) => {
		if (named.has(column.key)) return;
		const before = columns[index - 1];
		ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, column);
	});
	return ordered;
}

/** The keys with one of them moved before another, or to the end. */
export function movedBefore<Key extends string>(
	keys: readonly Key[],
	key: Key,
	before: Key | undefined,
): readonly Key[] {
	if (key === before) return keys;
	const others = keys.filter((other) => other !== key);
	const index = before === undefined ? -1 : others.indexOf(before);
	return others.toSpliced(index < 0 ? others.length : index, 0, key);
}
