/**
 * Where the table of a worksheet ends: the last row with values that is no totals row, sign-off or
 * legend, and how many rows below it are free. Styled rows without values do not count as data.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import { moveFormula } from '../../reading/ooxml/shared-formula.ts';
import type { FreeRows } from '../append-refusals.ts';
import { isTotalsRow, lastDataRow } from '../table-end.ts';
import type { Refusal, SheetEdit } from './sheet-edit.ts';
import type { SheetTable } from './sheet-objects.ts';
import type { OutlineRow } from './sheet-outline.ts';
import { formulaText } from './formula-text.ts';

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
	return ok(lastDataRow(edit.text.outline.rows, (row) => isTotals(edit, row)));
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

function isTotals(edit: SheetEdit, { number }: OutlineRow): boolean {
	const cells = edit.cells(number);
	const label = cells.find(({ seen }) => seen?.kind === 'text')?.seen?.text ?? '';
	const formulas = cells.flatMap(({ column, formula }) =>
		formula ? [formulaText(edit.text.outline, { row: number, column }) ?? ''] : [],
	);
	return isTotalsRow(label, formulas, number);
}

function fullness({ values, formulas }: OutlineRow): number {
	return values + formulas;
}
