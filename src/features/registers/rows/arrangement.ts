/** What decides which records are shown and in which order. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { ColumnFilter, SourceFilter } from '../../../model/records/view-filter.ts';
import type { ViewSort } from '../../../model/records/view-settings.ts';
import { hasProblem } from '../columns/cell-problems.ts';
import { passesAll, type FilterFacts, type Passes } from './filter.ts';
import type { Grouping } from './grouping.ts';
import { passesSource, type SourceFacts } from './source-filter.ts';
import { sortKey } from './sort-key.ts';

/** Compared by identity: a new object means to arrange anew. */
export interface Arrangement extends FilterFacts {
	readonly filters: readonly ColumnFilter[];
	/** Null: from anywhere. */
	readonly cameFrom: SourceFilter | null;
	readonly sources: SourceFacts;
	readonly onlyProblems: boolean;
	readonly showRetired: boolean;
	readonly grouping: Grouping | undefined;
	/** The primary one first; without any, rows stand in the order of the workbook. */
	readonly sorts: readonly ViewSort[];
}

/** The test that a shown record passes. */
export function passesOf(arrangement: Arrangement): Passes {
	const { filters, cameFrom, sources, showRetired, onlyProblems, marks } = arrangement;
	const passes = passesAll(filters, arrangement);
	const cameFromThere = cameFrom ? passesSource(cameFrom, sources) : () => true;
	return (record) =>
		(showRetired || !record.retired) &&
		(!onlyProblems || hasProblem(record, marks)) &&
		cameFromThere(record) &&
		passes(record);
}

/** One thing rows are ordered by. Keys compare by `<`; '' is last in both directions. */
export interface SortLevel {
	readonly keyOf: (record: RegisterRecord) => string;
	readonly descending: boolean;
}

/** The primary one first: the group, then the sorts. Sorts by columns that are gone do nothing. */
export function levelsOf({ columns, sorts, grouping }: Arrangement): readonly SortLevel[] {
	const levels = sorts.flatMap(({ column: key, direction }) => {
		const column = columns.find((candidate) => candidate.key === key);
		const keyOf = column && ((record: RegisterRecord) => sortKey(record, column));
		return keyOf ? [{ keyOf, descending: direction === 'descending' }] : [];
	});
	if (!grouping) return levels;
	const own = sorts.find(({ column }) => column === grouping.column?.key);
	return [{ keyOf: grouping.keyOf, descending: own?.direction === 'descending' }, ...levels];
}

/** A total order: records that are equal in every level stand in the order of the workbook. */
export function compareBy(
	levels: readonly SortLevel[],
): (a: RegisterRecord, b: RegisterRecord) => number {
	return (a, b) => {
		for (const { keyOf, descending } of levels) {
			const [left, right] = [keyOf(a), keyOf(b)];
			if (left === right) continue;
			if (left === '') return 1;
			if (right === '') return -1;
			return left < right !== descending ? -1 : 1;
		}
		return byPlace(a, b);
	};
}

/** As the workbook orders its records (SPEC R-4). */
function byPlace(a: RegisterRecord, b: RegisterRecord): number {
	if (a.order !== b.order) return a.order < b.order ? -1 : 1;
	if (a.id === b.id) return 0;
	return a.id < b.id ? -1 : 1;
}
