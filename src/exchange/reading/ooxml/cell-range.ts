/** A1 references and ranges (ECMA-376 part 1, 18.18.62 and 18.18.76). */
import type { CellRange } from '../../sheet.ts';

export interface CellPlace {
	/** 1-based. */
	readonly row: number;
	/** 0-based. */
	readonly column: number;
}

export const lastSheetRow = 1_048_576;
export const lastSheetColumn = 16_383;

const reference = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** The place of `B7` or `$B$7`; undefined for anything else. */
export function parseReference(text: string): CellPlace | undefined {
	const match = reference.exec(text);
	if (!match) return undefined;
	const place = { row: Number(match[2]), column: columnIndex(match[1] ?? '') };
	return place.row >= 1 && place.row <= lastSheetRow && place.column <= lastSheetColumn
		? place
		: undefined;
}

/** The range of `A1:D5`, `B7`, `A:C` or `3:5`; undefined for anything else. */
export function parseRange(text: string): CellRange | undefined {
	const [from = '', to = from, ...rest] = text.split(':');
	if (rest.length > 0) return undefined;
	const first = parseReference(from) ?? parseLine(from, 'first');
	const last = parseReference(to) ?? parseLine(to, 'last');
	if (!first || !last) return undefined;
	return {
		firstRow: Math.min(first.row, last.row),
		lastRow: Math.max(first.row, last.row),
		firstColumn: Math.min(first.column, last.column),
		lastColumn: Math.max(first.column, last.column),
	};
}

/** The ranges of a space-separated list (ST_Sqref); what is no range is left out. */
export function parseRanges(text: string): CellRange[] {
	return text
		.trim()
		.split(/\s+/)
		.map(parseRange)
		.filter((range) => range !== undefined);
}

/** Whether a cell (row 1-based, column 0-based) lies in a range. */
export function holds(range: CellRange, row: number, column: number): boolean {
	return (
		range.firstRow <= row &&
		row <= range.lastRow &&
		range.firstColumn <= column &&
		column <= range.lastColumn
	);
}

/** 0-based column of its letters: A → 0, AA → 26. */
export function columnIndex(letters: string): number {
	let index = 0;
	for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
	return index - 1;
}

/** One end of a whole-column or whole-row range. */
function parseLine(text: string, end: 'first' | 'last'): CellPlace | undefined {
	const column = /^\$?([A-Za-z]{1,3})$/.exec(text)?.[1];
	if (column) return { row: end === 'first' ? 1 : lastSheetRow, column: columnIndex(column) };
	const row = /^\$?(\d{1,7})$/.exec(text)?.[1];
	if (row) return { row: Number(row), column: end === 'first' ? 0 : lastSheetColumn };
	return undefined;
}
