/**
 * Where the table of a sheet ends: the last row with values that is no totals row, sign-off or
 * legend. The same for every format.
 */
import { parseRange } from '../reading/ooxml/cell-range.ts';

/** A row that holds a value, or a run of such rows. */
export interface CountedRow {
	/** 1-based. */
	readonly number: number;
	/** How many rows it stands for; one where it is not said. */
	readonly times?: number;
	/** Cells with a value of their own, and cells with a formula. */
	readonly values: number;
	readonly formulas: number;
}

/** What stands below a table, in the first cell with a text. */
const closingWords =
	/^(?:(?:grand |sub-?)?totals?\b|sum\b|average\b|(?:prepared|reviewed|approved|signed|completed) by\b|sign(?:ature|ed|-?off)\b|notes?:|legend\b|source:|end of\b|©)/i;
const aggregates = /\b(?:SUM|SUBTOTAL|AGGREGATE|AVERAGE|COUNT\w*|SUMIFS?|MIN|MAX)\s*\(/i;

/** The last row of the table; 0 where the sheet is empty. */
export function lastDataRow<Row extends CountedRow>(
	rows: readonly Row[],
	isTotals: (row: Row) => boolean,
): number {
	const filled = rows.filter(({ values }) => values > 0).sort((a, b) => a.number - b.number);
	const blocks = contiguous(filled);
	const narrow = Math.max(2, Math.ceil(fullest(filled) / 3));
	const isClosing = (block: readonly Row[]): boolean =>
		fullest(block) < narrow || block.slice(0, 1).some(isTotals);
	while (blocks.length > 1 && isClosing(blocks.at(-1) ?? [])) blocks.pop();
	const block = blocks.at(-1) ?? [];
	while (block.length > 1 && block.slice(-1).some(isTotals)) block.pop();
	const last = block.at(-1);
	return last ? lastOf(last) : 0;
}

/** Whether a row closes a table: by its first text, or as a formula in it adds up rows above it. */
export function isTotalsRow(label: string, formulas: readonly string[], row: number): boolean {
	return (
		closingWords.test(label.trim()) ||
		formulas.some((formula) => aggregates.test(formula) && addsUpAbove(formula, row))
	);
}

/** Whether a formula reads several rows that all stand above its own. */
function addsUpAbove(formula: string, row: number): boolean {
	return (formula.match(/\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+/gi) ?? []).some((text) => {
		const range = parseRange(text);
		return range !== undefined && range.lastRow < row && range.firstRow < range.lastRow;
	});
}

/** Rows in groups without a blank row inside. */
function contiguous<Row extends CountedRow>(rows: readonly Row[]): Row[][] {
	const blocks: Row[][] = [];
	for (const row of rows) {
		const block = blocks.at(-1);
		const before = block?.at(-1);
		if (block && before && lastOf(before) === row.number - 1) block.push(row);
		else blocks.push([row]);
	}
	return blocks;
}

function lastOf({ number, times = 1 }: CountedRow): number {
	return number + times - 1;
}

/** Rows may be a million: too many to hand to Math.max. */
function fullest(rows: readonly CountedRow[]): number {
	return rows.reduce((most, { values, formulas }) => Math.max(most, values + formulas), 0);
}
