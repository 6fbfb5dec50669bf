/**
 * Finds the header of a sheet: below banners and instructions, on one line or several joined by
 * merged cells, within the first 40 rows that hold anything.
 */
import type { SheetRow } from '../sheet.ts';
import type { Guess } from '../proposal/proposal.ts';
import type { Grid } from './grid.ts';
import { isLabel, judgeRows, type HeaderCandidate } from './header-score.ts';

export interface HeaderRows {
	/** 1-based rows of the header's lines, the last one the header proper; empty where there is none. */
	readonly rows: readonly number[];
	readonly guess: Guess;
}

/** A row of two unknown words above two columns of text stays below this. */
const enough = 1.2;

/** Finds the header rows; none where no row looks like column names. */
export function findHeaderRows(grid: Grid): HeaderRows {
	const best = judgeRows(grid).reduce<HeaderCandidate | undefined>(
		(top, candidate) => (!top || candidate.score > top.score ? candidate : top),
		undefined,
	);
	if (!best || best.score < enough) {
		return { rows: [], guess: { confidence: 0.5, reason: 'No row looks like column names' } };
	}
	const rows = [...linesAbove(grid, best.row), best.row.number];
	return { rows, guess: { confidence: confidenceOf(best), reason: reasonOf(best, rows) } };
}

/** The header lines for a header row the user chose: with the group lines that belong to it. */
export function headerRowsFor(grid: Grid, headerRow: number): readonly number[] {
	const row = grid.row(headerRow);
	return row ? [...linesAbove(grid, row), headerRow] : [headerRow];
}

/** Names of the columns, by 0-based index: group lines and header proper joined. */
export function headerTexts(grid: Grid, headerRows: readonly number[]): readonly string[] {
	const lines = headerRows.map((number) => grid.row(number)).filter((row) => row !== undefined);
	const proper = lines.at(-1);
	return Array.from({ length: grid.columnCount }, (_, column) => {
		const parts = lines.map((row) =>
			row === proper ? grid.filledText(row, column) : groupText(grid, row, column),
		);
		return oneLine([...new Set(parts.filter((part) => part !== ''))].join(' \u2013 '));
	});
}

/** The header proper of a column, without its group, its line breaks kept. */
export function ownHeaderText(grid: Grid, headerRows: readonly number[], column: number): string {
	const row = grid.row(headerRows.at(-1) ?? 0);
	return row ? grid.filledText(row, column) : '';
}

/** Up to three lines above the header proper that name groups of columns. */
function linesAbove(grid: Grid, header: SheetRow): readonly number[] {
	const lines: number[] = [];
	for (let number = header.number - 1; number >= header.number - 3; number--) {
		const row = grid.row(number);
		if (!row || !isGroupLine(grid, row, header)) break;
		lines.unshift(number);
	}
	return lines;
}

/** A group line has labels over several columns each; a banner spans the sheet, alone. */
function isGroupLine(grid: Grid, row: SheetRow, header: SheetRow): boolean {
	const columns = grid.filledColumns(row);
	if (columns.length === 0 || !columns.every((column) => isLabel(grid.text(row, column))))
		return false;
	const width = grid.filledColumns(header).length;
	const merges = grid.sheet.merges.filter((merge) => merge.firstRow === row.number);
	if (merges.some((merge) => merge.lastColumn - merge.firstColumn + 1 >= Math.max(3, width * 0.7)))
		return false;
	const spans = merges.some((merge) => merge.lastColumn > merge.firstColumn);
	const joinsHeader = merges.some((merge) => merge.lastRow >= header.number);
	return (spans && columns.length >= 2) || joinsHeader;
}

/** The group a column stands under: the cell merged across it. */
function groupText(grid: Grid, row: SheetRow, column: number): string {
	const own = grid.filledText(row, column);
	if (own !== '') return own;
	const merge = grid.sheet.merges.find(
		(each) =>
			each.firstRow <= row.number &&
			each.lastRow >= row.number &&
			each.firstColumn <= column &&
			each.lastColumn >= column,
	);
	const anchor = merge && grid.row(merge.firstRow);
	return anchor ? grid.text(anchor, merge.firstColumn) : '';
}

function confidenceOf(best: HeaderCandidate): number {
	const sure = 0.55 + Math.min(best.known, 6) * 0.06 + (best.filtered ? 0.08 : 0);
	return Math.min(0.99, Number(sure.toFixed(2)));
}

function reasonOf(best: HeaderCandidate, rows: readonly number[]): string {
	const says = [
		`row ${best.row.number} holds ${best.labels} column names, ${best.known} of them known`,
		...(best.filtered ? ['the filter or table starts there'] : []),
		...(rows.length > 1 ? [`row ${rows.slice(0, -1).join(', ')} names groups of columns`] : []),
	];
	return says.join('; ').replace(/^r/, 'R');
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
