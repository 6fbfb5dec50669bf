/** What the rows of a table have in common: how full they are, where their ids stand. */
import type { SheetRow } from '../sheet.ts';
import type { Grid } from './grid.ts';
import { headerKey } from './header-words.ts';
import { isIdToken } from './reference-ids.ts';

/** What a usual row of the table looks like. */
export interface TableShape {
	readonly grid: Grid;
	readonly header: SheetRow | undefined;
	/** Number of cells in a usual row. */
	readonly usual: number;
	/** Columns that nearly every usual row fills. */
	readonly core: readonly number[];
	/** Column of the rows' ids, where the sheet has one. */
	readonly idColumn: number | undefined;
	/** 1-based number of the last row as full as the others. */
	readonly lastUsualRow: number;
	/** 1-based number of the first row under the header that holds anything. */
	readonly firstRow: number;
	/** True where usual rows hold more than formulas. */
	readonly plainRows: boolean;
	/** The share of rows whose first text begins with '#'. */
	readonly commentMarks: number;
	/** Column where a mark says that a row is more than a heading. */
	readonly assessable: number | undefined;
}

/** Describes the table below the header; `below` are the rows under it. */
export function describeTable(
	grid: Grid,
	headerRows: readonly number[],
	below: readonly SheetRow[],
): TableShape {
	const header = grid.row(headerRows.at(-1) ?? 0);
	const counts = below.map((row) => grid.filledColumns(row).length).filter((count) => count > 0);
	const usual = median(counts.filter((count) => count > 1));
	const usualRows = below.filter(
		(row) => grid.filledColumns(row).length >= Math.max(2, usual * 0.6),
	);
	const fill = new Map<number, number>();
	for (const row of usualRows) {
		for (const column of grid.filledColumns(row)) fill.set(column, (fill.get(column) ?? 0) + 1);
	}
	const core = [...fill]
		.filter(([, count]) => count >= usualRows.length * 0.8)
		.map(([column]) => column);
	return {
		grid,
		header,
		usual,
		core,
		idColumn: findIdColumn(grid, usualRows, core),
		lastUsualRow: usualRows.at(-1)?.number ?? 0,
		firstRow: below.find(holdsAnything)?.number ?? 0,
		plainRows: usualRows.filter((row) => !onlyFormulas(row)).length > usualRows.length * 0.5,
		commentMarks:
			below.filter((row) => firstText(grid, row).startsWith('#')).length / (below.length || 1),
		assessable: header
			? grid
					.filledColumns(header)
					.find((column) => headerKey(grid.text(header, column)) === 'assessable')
			: undefined,
	};
}

function findIdColumn(
	grid: Grid,
	rows: readonly SheetRow[],
	core: readonly number[],
): number | undefined {
	const looked = rows.slice(0, 200);
	return [...core]
		.sort((a, b) => a - b)
		.find((column) => {
			const texts = looked.map((row) => grid.text(row, column)).filter((text) => text !== '');
			const ids = texts.filter(
				(text) => isIdToken(text.split(/\s+/)[0] ?? '') && text.length <= 40,
			);
			return ids.length >= texts.length * 0.8 && new Set(texts).size > texts.length * 0.3;
		});
}

/** An id stands where ids stand; alone in its row, it must be nothing but an id. */
export function hasId(
	{ grid, idColumn }: TableShape,
	row: SheetRow,
	columns: readonly number[],
): boolean {
	if (idColumn === undefined) return false;
	const words = grid.filledText(row, idColumn).split(/\s+/);
	return isIdToken(words[0] ?? '') && words.length <= (columns.length === 1 ? 1 : 3);
}

/** How many of the columns that every row fills this row fills, as a share. */
export function coreShare({ grid, core }: TableShape, row: SheetRow): number {
	const filled = core.filter((column) => grid.filledText(row, column) !== '').length;
	return core.length === 0 ? 1 : filled / core.length;
}

/** Two or more of its cells say what the header says there, and few say anything else. */
export function repeatsHeader(
	grid: Grid,
	header: SheetRow,
	row: SheetRow,
	columns: readonly number[],
): boolean {
	const same = columns.filter(
		(column) =>
			grid.text(row, column).toLowerCase() === grid.filledText(header, column).toLowerCase(),
	).length;
	return same >= 2 && same >= columns.length * 0.6;
}

/** True for a row with a value, an error or a formula. */
export function holdsAnything(row: SheetRow): boolean {
	return row.cells.some(
		(cell) => cell !== undefined && (cell.kind !== 'empty' || cell.formula !== undefined),
	);
}

/** True for a row whose every filled cell is a formula's result. */
export function onlyFormulas(row: SheetRow): boolean {
	const cells = row.cells.filter((cell) => cell !== undefined && cell.kind !== 'empty');
	return cells.length > 0 && cells.every((cell) => cell?.formula !== undefined);
}

/** The row's leftmost text. */
export function firstText(grid: Grid, row: SheetRow): string {
	return grid.text(row, grid.filledColumns(row)[0] ?? 0);
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
