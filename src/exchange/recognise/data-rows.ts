/**
 * Tells the rows of a table from what stands between and below them: section headings, repeated
 * headers, totals, notes, sign-off lines, commented and template rows. Each row left out says why.
 */
import type { LeftOutRow } from '../../model/records/import-record.ts';
import type { SheetRow } from '../sheet.ts';
import type { Grid } from './grid.ts';
import { knownHeaderScore } from './header-evidence.ts';
import { isIdToken } from './reference-ids.ts';
import {
	coreShare,
	describeTable,
	firstText,
	hasId,
	holdsAnything,
	onlyFormulas,
	repeatsHeader,
	type TableShape,
} from './table-shape.ts';

export interface SortedRows {
	/** 1-based. */
	readonly dataRows: readonly number[];
	/** In sheet order, rows above the header included. */
	readonly leftOut: readonly LeftOutRow[];
}

/** Sorts the rows of a sheet; `keepAll` takes every row below the header that holds a value. */
export function sortRows(grid: Grid, headerRows: readonly number[], keepAll: boolean): SortedRows {
	const last = headerRows.at(-1) ?? 0;
	const dataRows: number[] = [];
	const leftOut: LeftOutRow[] = [];
	const below = grid.rows.filter((row) => row.number > last);
	const table = describeTable(grid, headerRows, below);
	let endedAt: number | undefined;

	function reasonFor(row: SheetRow): string | undefined {
		if (row.number < last) return 'Above the header';
		if (keepAll && grid.filledColumns(row).length > 0) return undefined;
		if (endedAt === undefined && startsOtherTable(table, row)) endedAt = row.number;
		if (endedAt !== undefined) return `Belongs to another table that starts in row ${endedAt}`;
		return reasonToLeaveOut(table, row);
	}

	for (const row of grid.rows) {
		if (headerRows.includes(row.number) || !holdsAnything(row)) continue;
		const reason = reasonFor(row);
		if (reason === undefined) dataRows.push(row.number);
		else leftOut.push({ row: row.number, reason, text: rowText(grid, row) });
	}
	return { dataRows, leftOut };
}

type Rule = (table: TableShape, row: SheetRow, columns: readonly number[]) => string | undefined;

const rules: readonly Rule[] = [
	(table, row, columns) => {
		if (columns.length > 0) return undefined;
		return row.cells.some((cell) => cell?.kind === 'error')
			? 'Holds only error values'
			: 'A template row: formulas without a value';
	},
	(table, row) =>
		table.plainRows && onlyFormulas(row) && coreShare(table, row) < 0.5
			? 'A template row: formulas only, no entries'
			: undefined,
	({ grid }, row, columns) =>
		columns.every((column) => /^[-=_:|*~.\s]{2,}$/.test(grid.text(row, column)))
			? 'A ruling line'
			: undefined,
	({ grid, header }, row, columns) =>
		header && repeatsHeader(grid, header, row, columns) ? 'The header again' : undefined,
	(table, row) =>
		table.commentMarks < 0.5 && startsWithMark(table, row) ? 'Commented out with #' : undefined,
	({ grid, assessable }, row) =>
		assessable !== undefined && grid.text(row, assessable) === ''
			? 'A heading: not marked as assessable'
			: undefined,
	(table, row) => (explainsColumns(table, row) ? 'Explains the columns' : undefined),
	({ grid, usual }, row, columns) =>
		/^(?:grand\s+|sub-?)?(?:total|sum|average|mean|overall|summe|gesamt|celkem)s?\b/i.test(
			firstText(grid, row),
		) &&
		columns.length <= Math.max(2, usual * 0.7) &&
		columns.slice(1).every((column) => /^[\d.,%\s/:-]*$/.test(grid.text(row, column)))
			? 'A total'
			: undefined,
	weakRow,
];

function reasonToLeaveOut(table: TableShape, row: SheetRow): string | undefined {
	const columns = table.grid.filledColumns(row);
	for (const rule of rules) {
		const reason = rule(table, row, columns);
		if (reason !== undefined) return reason;
	}
	return undefined;
}

/** A row without an id that fills less than half of what every row fills. */
function weakRow(table: TableShape, row: SheetRow, columns: readonly number[]): string | undefined {
	const { grid, core, usual, lastUsualRow } = table;
	if (usual < 2 || core.length === 0) return undefined;
	if (hasId(table, row, columns)) return undefined;
	const distinct = new Set(columns.map((column) => grid.text(row, column))).size;
	const strong = distinct > 1 && (coreShare(table, row) >= 0.5 || columns.length > usual * 0.6);
	if (strong || (distinct > 1 && usual < 3)) return undefined;
	if (row.number < lastUsualRow) return 'A section heading';
	const text = columns.map((column) => grid.text(row, column)).join(' ');
	if (/^(?:prepared|approved|reviewed|signed|signature|sign-?off|authori[sz]ed)\b/i.test(text)) {
		return 'A sign-off line below the table';
	}
	if (/^(?:legend|key|notes?|\*|\u2605|\u00a9|copyright|end of)/i.test(text))
		return 'A note below the table';
	return 'Below the table';
}

/** "# text" or "#A1.1" in the first cell or in the id's; "#12" is an id. */
function startsWithMark({ grid, idColumn }: TableShape, row: SheetRow): boolean {
	const texts = [firstText(grid, row), idColumn === undefined ? '' : grid.text(row, idColumn)];
	return texts.some((text) => /^#\s*\D/.test(text));
}

/** The first row under the header that fills far more columns than any other, with sentences. */
function explainsColumns(
	{ grid, firstRow, usual, idColumn, core }: TableShape,
	row: SheetRow,
): boolean {
	if (row.number !== firstRow) return false;
	const columns = grid.filledColumns(row);
	if (columns.length < usual * 1.4 || columns.length < 4) return false;
	const keyColumns = idColumn === undefined ? core : [idColumn];
	const wordy = columns.filter((column) => grid.text(row, column).split(/\s+/).length >= 4);
	return (
		wordy.length >= columns.length * 0.6 &&
		!keyColumns.some((column) => isIdToken(grid.text(row, column)))
	);
}

/** After a gap, a row of other column names: a second table begins. */
function startsOtherTable(table: TableShape, row: SheetRow): boolean {
	const { grid, header, usual } = table;
	if (!header || row.number <= header.number + 1 || usual < 2) return false;
	const above = grid.row(row.number - 1);
	if (above && grid.filledColumns(above).length > 0) return false;
	const columns = grid.filledColumns(row);
	if (columns.length < 3 || hasId(table, row, columns)) return false;
	if (repeatsHeader(grid, header, row, columns)) return false;
	const texts = columns.map((column) => grid.text(row, column));
	const known = texts.filter((text) => knownHeaderScore(text) >= 0.75).length;
	return (
		known >= Math.max(3, columns.length * 0.75) &&
		texts.every((text) => text.length <= 60 && !/^[\d.,%]+$/.test(text))
	);
}

/** A row's texts on one line, short enough for a list of rows left out. */
export function rowText(grid: Grid, row: SheetRow): string {
	const text = grid
		.filledColumns(row)
		.map((column) => grid.text(row, column))
		.join(' | ')
		.replace(/\s+/g, ' ');
	return text.length > 200 ? `${text.slice(0, 199)}\u2026` : text;
}
