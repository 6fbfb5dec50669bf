/**
 * Scores how much a row looks like column names: known words, short labels, as wide as the table,
 * and unlike what stands under it.
 */
import type { SheetRow } from '../sheet.ts';
import type { Grid } from './grid.ts';
import { headingCriterion, isMark } from './criteria-grid.ts';
import { knownHeaderScore } from './header-evidence.ts';
import { parseDate } from './parse-date.ts';
import { isIdToken, startsWithReference } from './reference-ids.ts';

export interface HeaderCandidate {
	readonly row: SheetRow;
	readonly score: number;
	/** How many of its texts are column names we know. */
	readonly known: number;
	/** How many of its texts could be column names. */
	readonly labels: number;
	/** The sheet's filter or a table starts here. */
	readonly filtered: boolean;
}

const rowsLookedAt = 40;
const rowsBelow = 30;

/** The candidates among the first rows that hold anything, in sheet order. */
export function judgeRows(grid: Grid): readonly HeaderCandidate[] {
	const candidates: HeaderCandidate[] = [];
	/** Cells in the fullest row of labels so far: a later row must be fuller to be the header. */
	let fullest = 0;
	grid.rows.slice(0, rowsLookedAt).forEach((row, place) => {
		const candidate = judgeRow(grid, row, place, fullest);
		if (!candidate) return;
		candidates.push(candidate);
		fullest = Math.max(fullest, candidate.labels);
	});
	return candidates;
}

/** Could stand above a column: some words, not an id, a date, a number, a sentence or a link. */
export function isLabel(text: string): boolean {
	if (text.length > 140 || !/\p{L}|#/u.test(text) || startsWithReference(text)) return false;
	if (/^https?:/i.test(text) || parseDate(text, true) !== undefined) return false;
	if (isIdToken(text) && knownHeaderScore(text) < 0.5) {
		return /^[A-Za-z]{2,}[_ ]?\d{0,2}$|_/.test(text);
	}
	const words = text.split(/\s+/).length;
	return words <= 8 || (words <= 22 && text.length <= 110 && !/[.!?]$/.test(text));
}

function judgeRow(
	grid: Grid,
	row: SheetRow,
	place: number,
	fullest: number,
): HeaderCandidate | undefined {
	const columns = columnsWithText(grid, row);
	const texts = columns.map((column) => grid.filledText(row, column));
	const below = grid.rows.slice(place + 1, place + 1 + rowsBelow);
	const labels = texts.filter(
		(text, at) => isLabel(text) || headsMarks(grid, text, columns[at] ?? 0, below),
	);
	const known = labels.filter((text) => knownHeaderScore(text) >= 0.5).length;
	const filtered = startsFilterOrTable(grid, row.number);
	const alone = columns.length < 2;
	if (columns.length === 0 || (alone && !filtered && known === 0)) return undefined;
	const count = columns.length;
	const score =
		Math.min(known, 12) * 0.5 +
		(known / count) * 2 +
		(labels.length / count) * 2 -
		((count - labels.length) / count) * 4 +
		widthShare(grid, columns, below) * 3 +
		new Set(texts).size / count +
		contrast(grid, row, columns, below) * 1.5 -
		(alone ? 4 : 0) -
		(below.length === 0 ? 0.5 : 0) -
		(fullest >= count * 0.8 && !alone ? 2 : 0) +
		(filtered ? 2 : 0) +
		(endsVerticalMerge(grid, row.number) ? 1 : 0) -
		place * 0.04 -
		3.2;
	return { row, score, known, labels: labels.length, filtered };
}

/** A criterion above marks heads a column of a cross grid. */
function headsMarks(grid: Grid, text: string, column: number, below: readonly SheetRow[]): boolean {
	if (headingCriterion(text) === undefined) return false;
	const values = below.map((row) => grid.text(row, column)).filter((value) => value !== '');
	return values.every((value) => value.length <= 3) && values.some(isMark);
}

/** The texts a header line shows: its own, and those of header cells merged down to it. */
function columnsWithText(grid: Grid, row: SheetRow): readonly number[] {
	const columns: number[] = [];
	for (let column = 0; column < grid.columnCount; column++) {
		if (grid.filledText(row, column) !== '') columns.push(column);
	}
	return columns;
}

/** How much of the table's width under it the row names. */
function widthShare(grid: Grid, columns: readonly number[], below: readonly SheetRow[]): number {
	const used = new Set(below.flatMap((row) => grid.filledColumns(row)));
	if (used.size === 0) return columns.length / grid.columnCount;
	return columns.filter((column) => used.has(column)).length / used.size;
}

/** The share of columns whose values are unlike the text above them: longer, or ids and numbers. */
function contrast(
	grid: Grid,
	row: SheetRow,
	columns: readonly number[],
	below: readonly SheetRow[],
): number {
	let compared = 0;
	let unlike = 0;
	for (const column of columns) {
		const values = below.map((other) => grid.text(other, column)).filter((text) => text !== '');
		const header = grid.filledText(row, column);
		if (values.length === 0) continue;
		compared++;
		const average = values.reduce((sum, value) => sum + value.length, 0) / values.length;
		const ids = values.filter((value) => isIdToken(value)).length > values.length * 0.6;
		if (average >= header.length * 1.8 || (ids && !isIdToken(header))) unlike++;
	}
	return compared === 0 ? 0.5 : unlike / compared;
}

function startsFilterOrTable(grid: Grid, rowNumber: number): boolean {
	const { autoFilter, tables } = grid.sheet;
	return autoFilter?.firstRow === rowNumber || tables.some((table) => table.firstRow === rowNumber);
}

function endsVerticalMerge(grid: Grid, rowNumber: number): boolean {
	return grid.sheet.merges.some(
		({ firstRow, lastRow }) =>
			lastRow === rowNumber && firstRow < rowNumber && firstRow >= rowNumber - 3,
	);
}
