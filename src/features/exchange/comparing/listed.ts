/** What the comparison shows of the rows: which ones under a filter, and how many of each kind. */
import { counted } from '../../../base/counted.ts';
import type {
	AddedRow,
	ComparedCell,
	ComparedRow,
	MatchedRow,
	RemovedControl,
} from '../../../exchange/next-version/comparison.ts';
import type { ControlId } from '../../../model/records/control.ts';
import { isChoice, sideOf, type Choices } from './choices.ts';

export const compareFilters = [
	...(['all', 'conflicts', 'theirs', 'ours', 'likeness', 'added', 'removed'] as const),
];

/** `theirs` and `ours`: changed there, changed here. `likeness`: put together by more than the id. */
export type CompareFilter = (typeof compareFilters)[number];

export type Counts = Readonly<Record<CompareFilter, number>> & {
	/** Rows that are the same as before on both sides. */
	readonly unchanged: number;
};

/** One entry of the list; ids are those of the list, not of records. */
export type ComparedItem =
	| {
			readonly id: string;
			readonly kind: 'matched';
			readonly row: MatchedRow;
			readonly cells: readonly ComparedCell[];
	  }
	| { readonly id: string; readonly kind: 'added'; readonly row: AddedRow }
	| { readonly id: string; readonly kind: 'removed'; readonly row: RemovedControl };

/** Conflicts first, then the file's own order. */
export function itemsOf(
	rows: readonly ComparedRow[],
	filter: CompareFilter,
): readonly ComparedItem[] {
	const items = rows.flatMap((row): readonly ComparedItem[] => {
		if (row.kind === 'added') {
			return isShown(filter, 'added') ? [{ id: `row/${row.row.row}`, kind: 'added', row }] : [];
		}
		const id = `${row.kind}/${row.control}`;
		if (row.kind === 'removed') {
			return isShown(filter, 'removed') ? [{ id, kind: 'removed', row }] : [];
		}
		const cells = cellsShown(row, filter);
		const isShownBare = isByLikeness(row) && isShown(filter, 'likeness');
		return cells.length > 0 || isShownBare ? [{ id, kind: 'matched', row, cells }] : [];
	});
	const isConflict = (item: ComparedItem): boolean =>
		item.kind === 'matched' && item.cells.some(({ state }) => state === 'conflict');
	return [...items.filter(isConflict), ...items.filter((item) => !isConflict(item))];
}

export function tally(rows: readonly ComparedRow[]): Counts {
	const matched = rows.filter((row) => row.kind === 'matched');
	const states = matched.flatMap(({ cells }) => cells.map(({ state }) => state));
	const count = (...wanted: readonly string[]): number =>
		states.filter((state) => wanted.includes(state)).length;
	const likeness = matched.filter(isByLikeness).length;
	const unchanged = matched.filter((row) => row.cells.length === 0 && !isByLikeness(row)).length;
	return {
		all: rows.length - unchanged,
		conflicts: count('conflict'),
		theirs: count('theirs', 'merged', 'both'),
		ours: count('ours', 'merged', 'both'),
		likeness,
		added: rows.filter(({ kind }) => kind === 'added').length,
		removed: rows.filter(({ kind }) => kind === 'removed').length,
		unchanged,
	};
}

/** `2 rows added · 5 values changed in the file · 117 rows unchanged`. */
export function totalsOf(counts: Counts): string {
	const { added, removed, theirs, ours, conflicts, unchanged } = counts;
	const parts: readonly (readonly [number, string])[] = [
		[conflicts, `${counted(conflicts, 'value')} changed on both sides`],
		[theirs, `${counted(theirs, 'value')} changed in the file`],
		[ours, `${counted(ours, 'value')} changed here`],
		[added, `${counted(added, 'row')} added`],
		[removed, `${counted(removed, 'control')} not in the file any more`],
		[unchanged, `${counted(unchanged, 'row')} unchanged`],
	];
	return parts.flatMap(([count, words]) => (count > 0 ? [words] : [])).join(' · ');
}

/** How many conflicts nobody has decided yet. */
export function undecided(rows: readonly ComparedRow[], choices: Choices): number {
	let count = 0;
	for (const row of rows) {
		if (row.kind !== 'matched') continue;
		for (const cell of row.cells) {
			if (isChoice(cell) && sideOf(choices, row.control, cell) === undefined) count += 1;
		}
	}
	return count;
}

/** Control and column of every cell that can be chosen. */
export function allCells(items: readonly ComparedItem[]): readonly [ControlId, string][] {
	return items.flatMap((item) =>
		item.kind === 'matched'
			? item.cells.filter(isChoice).map(({ key }): [ControlId, string] => [item.row.control, key])
			: [],
	);
}

function isShown(filter: CompareFilter, kind: CompareFilter): boolean {
	return filter === 'all' || filter === kind;
}

function isByLikeness({ match }: MatchedRow): boolean {
	return match.how !== 'id';
}

function cellsShown(row: MatchedRow, filter: CompareFilter): readonly ComparedCell[] {
	switch (filter) {
		case 'all':
			return row.cells;
		case 'conflicts':
			return row.cells.filter(({ state }) => state === 'conflict');
		case 'theirs':
			return row.cells.filter(({ state }) => state !== 'ours' && state !== 'conflict');
		case 'ours':
			return row.cells.filter(({ state }) => state !== 'theirs' && state !== 'conflict');
		case 'likeness':
			return isByLikeness(row) ? row.cells : [];
		case 'added':
		case 'removed':
			return [];
	}
}
