/**
 * How a register is looked at: what is shown, in which order, in which columns. The same shape stands
 * in the browser of one person and in a view shared in the workbook. Whatever is kept may come from
 * another version or be damaged: every part that cannot be read falls back to its default.
 */
import {
	asObject,
	readColumn,
	readFilter,
	readSourceFilter,
	type ColumnFilter,
	type SourceFilter,
	type ViewColumn,
} from './view-filter.ts';

export interface ViewSort {
	readonly column: ViewColumn;
	readonly direction: 'ascending' | 'descending';
}

/** A column; `series` or `trustCategory` of the first criterion. */
export type GroupBy = ViewColumn;

export interface ViewSettings {
	readonly filters: readonly ColumnFilter[];
	/** Null: from anywhere. */
	readonly cameFrom: SourceFilter | null;
	/** Only records with a marked cell. */
	readonly onlyProblems: boolean;
	readonly showRetired: boolean;
	/** The primary one first; without any, rows stand in the order of the workbook. */
	readonly sorts: readonly ViewSort[];
	/** Null: not grouped. */
	readonly groupBy: GroupBy | null;
	/** Columns in the order chosen; those it does not name keep their usual place. */
	readonly columnOrder: readonly ViewColumn[];
	readonly hidden: readonly ViewColumn[];
	/** Columns that are hidden at first and were asked for: a view that never named one hides it. */
	readonly shown: readonly ViewColumn[];
	/** CSS pixels by column; absent ones have their first width. */
	readonly widths: Readonly<Partial<Record<ViewColumn, number>>>;
	/** How many of the shown columns stay at the start of the row. */
	readonly frozen: number;
	/** The most lines of text a row shows, 1 to 20. */
	readonly lines: number;
}

export const mostLines = 20;

/** How a register looks before anybody changed anything. */
export const firstSettings: ViewSettings = {
	filters: [],
	cameFrom: null,
	onlyProblems: false,
	showRetired: false,
	sorts: [],
	groupBy: null,
	columnOrder: [],
	hidden: [],
	shown: [],
	widths: {},
	frozen: 1,
	lines: 8,
};

/** Reads settings of any origin; what is missing or cannot be read is as in `firstSettings`. */
export function readSettings(kept: unknown): ViewSettings {
	const loose = asObject(kept);
	return {
		filters: readFilters(loose['filters']),
		cameFrom: readSourceFilter(loose['cameFrom']),
		onlyProblems: loose['onlyProblems'] === true,
		showRetired: loose['showRetired'] === true,
		sorts: onePerColumn(listOf(loose['sorts'], readSort)),
		groupBy: readGroupBy(loose['groupBy']),
		columnOrder: [...new Set(listOf(loose['columnOrder'], readColumn))],
		hidden: [...new Set(listOf(loose['hidden'], readColumn))],
		shown: [...new Set(listOf(loose['shown'], readColumn))],
		widths: readWidths(loose['widths']),
		frozen: wholeNumber(loose['frozen'], 0, 50) ?? firstSettings.frozen,
		lines: wholeNumber(loose['lines'], 1, mostLines) ?? firstSettings.lines,
	};
}

/** One sort, or undefined where it cannot be read. */
export function readSort(kept: unknown): ViewSort | undefined {
	const { column: name, direction } = asObject(kept);
	const column = readColumn(name);
	if (!column || (direction !== 'ascending' && direction !== 'descending')) return undefined;
	return { column, direction };
}

/** True where two settings, or parts of them, look the same; the order of an object's keys aside. */
export function sameSetting(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [left, right] = [asObject(a), asObject(b)];
	const keys = Object.keys(left);
	return (
		keys.length === Object.keys(right).length &&
		keys.every((key) => Object.hasOwn(right, key) && sameSetting(left[key], right[key]))
	);
}

function readFilters(kept: unknown): readonly ColumnFilter[] {
	return onePerColumn(listOf(kept, readFilter));
}

function readGroupBy(kept: unknown): GroupBy | null {
	return kept === 'series' || kept === 'trustCategory' ? kept : (readColumn(kept) ?? null);
}

function readWidths(kept: unknown): ViewSettings['widths'] {
	const widths = Object.entries(asObject(kept)).flatMap(([name, value]) => {
		const column = readColumn(name);
		const isWidth = typeof value === 'number' && value >= 40 && value <= 2000;
		return column && isWidth ? [[column, value] as const] : [];
	});
	return Object.fromEntries(widths);
}

function wholeNumber(kept: unknown, least: number, most: number): number | undefined {
	const isIn = typeof kept === 'number' && kept >= least && kept <= most;
	return isIn && Number.isInteger(kept) ? kept : undefined;
}

function onePerColumn<Part extends { readonly column: ViewColumn }>(
	parts: readonly Part[],
): readonly Part[] {
	return [...new Map(parts.toReversed().map((part) => [part.column, part])).values()].toReversed();
}

function listOf<Item>(kept: unknown, read: (item: unknown) => Item | undefined): readonly Item[] {
	if (!Array.isArray(kept)) return [];
	return kept.map(read).filter((item) => item !== undefined);
}
