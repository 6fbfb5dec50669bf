/**
 * Where the table of a worksheet ends: the last row with values that is no totals row, sign-off or
 * legend, and how many rows below it are free. Styled rows without values do not count as data.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { lastSheetRow, parseRange } from '../../reading/ooxml/cell-range.ts';
import { moveFormula } from '../../reading/ooxml/shared-formula.ts';
import type { Refusal, SheetEdit } from './sheet-edit.ts';
import type { SheetTable } from './sheet-objects.ts';
import type { OutlineRow } from './sheet-outline.ts';
import { formulaText } from './formula-text.ts';

/** What stands below a table, in the first cell with a text. */
const closingWords =
	/^(?:(?:grand |sub-?)?totals?\b|sum\b|average\b|(?:prepared|reviewed|approved|signed|completed) by\b|sign(?:ature|ed|-?off)\b|notes?:|legend\b|source:|end of\b|©)/i;
const aggregates = /\b(?:SUM|SUBTOTAL|AGGREGATE|AVERAGE|COUNT\w*|SUMIFS?|MIN|MAX)\s*\(/i;

/** The last row of the table, found out from the sheet; 0 where the sheet is empty. */
export function lastTableRow(edit: SheetEdit): Result<number, Refusal> {
	const { tables } = edit.objects;
	if (tables.length > 1) {
		const names = tables.map(({ name }) => `“${name}”`).join(', ');
		return refused({
			kind: 'table',
			text: `The sheet holds several tables (${names}). Say after which row the new rows belong.`,
		});
	}
	const [table] = tables;
	if (table) return ok(lastRowOf(edit, table));
	const filled = edit.text.outline.rows.filter(({ values }) => values > 0);
	const blocks = contiguous([...filled].sort((a, b) => a.number - b.number));
	const width = fullest(filled);
	const narrow = Math.max(2, Math.ceil(width / 3));
	while (blocks.length > 1 && isClosing(edit, blocks.at(-1) ?? [], narrow)) blocks.pop();
	const block = blocks.at(-1) ?? [];
	while (block.length > 1 && isTotals(edit, block.at(-1))) block.pop();
	return ok(block.at(-1)?.number ?? 0);
}

export interface FreeRows {
	readonly count: number;
	/** The row that ends them, 0 where none does; and what it is in words. */
	readonly endRow: number;
	readonly endText: string;
}

/** Rows below `after` that hold nothing in the columns of the table. */
export function freeRows(
	edit: SheetEdit,
	after: number,
	firstColumn: number,
	lastColumn: number,
): FreeRows {
	const totals = edit.objects.tables.find(
		({ range, totalsRows }) => totalsRows > 0 && range.firstRow <= after && after <= range.lastRow,
	);
	const totalsRow = totals ? totals.range.lastRow - totals.totalsRows + 1 : Infinity;
	const content = edit.text.outline.rows.find(
		(row) =>
			row.number > after &&
			fullness(row) > 0 &&
			edit
				.cells(row.number)
				.some(
					(cell) =>
						cell.column >= firstColumn &&
						cell.column <= lastColumn &&
						(cell.formula ? !isPrefilled(edit, after, row.number, cell.column) : cell.seen),
				),
	);
	const endRow = Math.min(totalsRow, content?.number ?? Infinity);
	if (endRow === Infinity) return { count: lastSheetRow - after, endRow: 0, endText: '' };
	const shown = edit.cells(endRow).find(({ seen }) => seen?.text)?.seen?.text ?? '';
	const between = endRow - after - 1;
	// A plain blank row keeps the table apart from what follows, and stays.
	const keepsApart = between > 0 && endRow !== totalsRow && edit.cells(endRow - 1).length === 0;
	return { count: keepsApart ? between - 1 : between, endRow, endText: shown.slice(0, 40) };
}

/** A formula of the row below that the table's own formula would have there. */
function isPrefilled(edit: SheetEdit, after: number, row: number, column: number): boolean {
	const own = formulaText(edit.text.outline, { row: after, column });
	const below = formulaText(edit.text.outline, { row, column });
	return own !== undefined && below === moveFormula(own, { row: after, column }, { row, column });
}

function lastRowOf(edit: SheetEdit, { range, headerRows, totalsRows }: SheetTable): number {
	const header = range.firstRow + headerRows - 1;
	for (let row = range.lastRow - totalsRows; row > header; row -= 1) {
		if ((edit.text.outline.byNumber.get(row)?.values ?? 0) === 0) continue;
		const inside = edit
			.cells(row)
			.some(
				({ column, seen, formula }) =>
					seen && !formula && column >= range.firstColumn && column <= range.lastColumn,
			);
		if (inside) return row;
	}
	return header;
}

/** Rows in groups without a blank row inside. */
function contiguous(rows: readonly OutlineRow[]): OutlineRow[][] {
	const blocks: OutlineRow[][] = [];
	for (const row of rows) {
		const block = blocks.at(-1);
		if (block?.at(-1)?.number === row.number - 1) block.push(row);
		else blocks.push([row]);
	}
	return blocks;
}

function isClosing(edit: SheetEdit, block: readonly OutlineRow[], narrow: number): boolean {
	return fullest(block) < narrow || isTotals(edit, block[0]);
}

function isTotals(edit: SheetEdit, row: OutlineRow | undefined): boolean {
	if (!row) return false;
	const cells = edit.cells(row.number);
	const label = cells.find(({ seen }) => seen?.kind === 'text')?.seen?.text ?? '';
	if (closingWords.test(label.trim())) return true;
	return cells.some(({ column, formula }) => {
		if (!formula) return false;
		const text = formulaText(edit.text.outline, { row: row.number, column }) ?? '';
		return aggregates.test(text) && addsUpAbove(text, row.number);
	});
}

/** Whether a formula reads several rows that all stand above its own. */
function addsUpAbove(formula: string, row: number): boolean {
	return (formula.match(/\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+/gi) ?? []).some((text) => {
		const range = parseRange(text);
		return range !== undefined && range.lastRow < row && range.firstRow < range.lastRow;
	});
}

/** Rows may be a million: too many to hand to Math.max. */
function fullest(rows: readonly OutlineRow[]): number {
	return rows.reduce((most, row) => Math.max(most, fullness(row)), 0);
}

function fullness({ values, formulas }: OutlineRow): number {
	return values + formulas;
}
