/**
 * Finds the header of a sheet: below banners and instructions, on one line or several joined by
 * merged cells, within the first 40 rows that hold anything.
 */
import type { SheetRow } from '../sheet.ts';
import type { Guess } from '../proposal/proposal.ts';
import { isIdToken } from './reference-ids.ts';
import type { Grid } from './grid.ts';
import { knownHeaderScore } from './header-evidence.ts';
import { parseDate } from './parse-date.ts';

export interface HeaderRows {
	/** 1-based rows of the header's lines, the last one the header proper; empty where there is none. */
	readonly rows: readonly number[];
	readonly guess: Guess;
}

const rowsLookedAt = 40;
const rowsBelow = 30;

/** Finds the header rows; none where no row looks like column names. */
export function findHeaderRows(grid: Grid): HeaderRows {
	const candidates = grid.rows
		.slice(0, rowsLookedAt)
		.map((row, place) => judgeRow(grid, row, place))
		.filter((candidate) => candidate !== undefined);
	const best = candidates.reduce<Candidate | undefined>(
		(top, candidate) => (!top || candidate.score > top.score ? candidate : top),
		undefined,
	);
	if (!best || best.score < 1.2) {
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

/** The header proper of a column, without its group. */
export function ownHeaderText(grid: Grid, headerRows: readonly number[], column: number): string {
	const row = grid.row(headerRows.at(-1) ?? 0);
	return row ? oneLine(grid.filledText(row, column)) : '';
}

interface Candidate {
	readonly row: SheetRow;
	readonly score: number;
	readonly known: number;
	readonly labels: number;
	readonly filtered: boolean;
}

function judgeRow(grid: Grid, row: SheetRow, place: number): Candidate | undefined {
	const columns = columnsWithText(grid, row);
	if (columns.length === 0) return undefined;
	const texts = columns.map((column) => grid.filledText(row, column));
	const scores = texts.map((text) => (isLabel(text) ? knownHeaderScore(text) : 0));
	const known = scores.filter((score) => score >= 0.5).length;
	const labels = texts.filter(isLabel).length;
	const filtered = startsFilterOrTable(grid, row.number);
	if (columns.length < 2 && !filtered && known === 0) return undefined;
	const below = grid.rows.filter(
		(other) => other.number > row.number && other.number <= row.number + rowsBelow,
	);
	const usedBelow = new Set(below.flatMap((other) => grid.filledColumns(other)));
	const covered = columns.filter((column) => usedBelow.has(column)).length;
	const width = usedBelow.size === 0 ? columns.length / grid.columnCount : covered / usedBelow.size;
	const distinct = new Set(texts).size / texts.length;
	const score =
		Math.min(known, 12) * 0.5 +
		(known / columns.length) * 2 +
		(labels / columns.length) * 2 -
		((columns.length - labels) / columns.length) * 4 +
		width * 3 +
		distinct -
		(columns.length < 2 ? 4 : 0) -
		(below.length === 0 ? 0.5 : 0) +
		(filtered ? 2 : 0) +
		(endsVerticalMerge(grid, row.number) ? 1 : 0) -
		place * 0.04 -
		2.5;
	return { row, score, known, labels, filtered };
}

/** The texts a header line shows: its own, and those of header cells merged down to it. */
function columnsWithText(grid: Grid, row: SheetRow): readonly number[] {
	const columns: number[] = [];
	for (let column = 0; column < grid.columnCount; column++) {
		if (grid.filledText(row, column) !== '') columns.push(column);
	}
	return columns;
}

/** Could stand above a column: some words, not an id, a date, a number, a sentence or a link. */
export function isLabel(text: string): boolean {
	if (text.length > 140 || !/\p{L}|#/u.test(text)) return false;
	if (/^https?:/i.test(text) || parseDate(text, true) !== undefined) return false;
	if (isIdToken(text) && /\d/.test(text) && knownHeaderScore(text) < 0.5)
		return /^[A-Za-z]{2,}[_ ]?\d{0,2}$|_/.test(text);
	const words = text.split(/\s+/).length;
	return words <= 8 || (words <= 22 && !/[.!?]$/.test(text.trim()) && text.length <= 110);
}

function startsFilterOrTable(grid: Grid, rowNumber: number): boolean {
	const { autoFilter, tables } = grid.sheet;
	return autoFilter?.firstRow === rowNumber || tables.some((table) => table.firstRow === rowNumber);
}

function endsVerticalMerge(grid: Grid, rowNumber: number): boolean {
	return grid.sheet.merges.some(
		(merge) =>
			merge.lastRow === rowNumber && merge.firstRow < rowNumber && merge.firstRow >= rowNumber - 3,
	);
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

function confidenceOf(best: Candidate): number {
	const sure = 0.55 + Math.min(best.known, 6) * 0.06 + (best.filtered ? 0.08 : 0);
	return Math.min(0.99, Number(sure.toFixed(2)));
}

function reasonOf(best: Candidate, rows: readonly number[]): string {
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
