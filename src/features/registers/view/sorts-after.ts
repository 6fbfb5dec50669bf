/** What the order becomes when somebody asks to sort by a column. */
import type { ViewSort } from '../../../model/records/view-settings.ts';

/** Ascending first, then descending, then not by this column; the others stay where one is added. */
export function sortsAfter(
	sorts: readonly ViewSort[],
	column: string,
	adds: boolean,
): readonly ViewSort[] {
	const index = sorts.findIndex((sort) => sort.column === column);
	const next = nextSort(column, sorts[index]);
	if (!adds) return next ? [next] : [];
	if (index < 0) return next ? [...sorts, next] : sorts;
	return next ? sorts.with(index, next) : sorts.toSpliced(index, 1);
}

function nextSort(column: string, sort: ViewSort | undefined): ViewSort | undefined {
	if (!sort) return { column, direction: 'ascending' };
	return sort.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
