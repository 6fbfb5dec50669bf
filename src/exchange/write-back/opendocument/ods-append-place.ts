/** Where rows can be appended to an OpenDocument table, and how many rows below it are free. */
import { lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import type { FreeRows } from '../append-refusals.ts';
import { isTotalsRow, lastDataRow } from '../table-end.ts';
import type { OdsModelRow } from './ods-model-row.ts';
import type { OdsSheetEdit } from './ods-sheet-edit.ts';
import { plainFormula } from './open-formula.ts';
import type { OdsCell } from './table-outline.ts';

/** 0-based, both included. */
export interface Columns {
	readonly first: number;
	readonly last: number;
}

/** The last row of the table, found out from the sheet; 0 where the sheet is empty. */
export function lastOdsRow(edit: OdsSheetEdit): number {
	const rows = edit.table.rows.map((element) => {
		const cells = edit.cellsOf(element);
		const values = cells.filter(({ seen, formula }) => seen && formula === undefined).length;
		const formulas = cells.filter(({ formula }) => formula !== undefined).length;
		return { number: element.number, times: element.times, cells, values, formulas };
	});
	return lastDataRow(rows, ({ number, cells }) => {
		const label = cells.find(({ seen }) => seen?.kind === 'text')?.seen?.text ?? '';
		const formulas = cells.flatMap(({ formula }) =>
			formula === undefined ? [] : [plainFormula(formula)],
		);
		return isTotalsRow(label, formulas, number);
	});
}

/** Rows below the model row that hold nothing in the columns of the table. */
export function freeOdsRows(edit: OdsSheetEdit, model: OdsModelRow, columns: Columns): FreeRows {
	const after = model.number;
	const content = edit.table.rows.find((element) => {
		const row = Math.max(element.number, after + 1);
		if (row >= element.number + element.times) return false;
		return edit.cellsOf(element).some((cell) => {
			if (!isIn(cell, columns)) return false;
			if (cell.formula === undefined) return cell.seen !== undefined;
			return cell.formula !== model.formulaIn(row, cell.column);
		});
	});
	if (!content) return { count: lastSheetRow - after, endRow: 0, endText: '' };
	const endRow = Math.max(content.number, after + 1);
	const shown = edit.cellsOf(content).find(({ seen }) => seen?.text)?.seen?.text ?? '';
	const between = endRow - after - 1;
	// A plain blank row keeps the table apart from what follows, and stays.
	const keepsApart = between > 0 && !isReadyMade(edit, endRow - 1, columns);
	return { count: keepsApart ? between - 1 : between, endRow, endText: shown.slice(0, 40) };
}

/** Whether a blank row was given a look, a rule or formulas for what is to stand there. */
export function isReadyMade(edit: OdsSheetEdit, row: number, columns: Columns): boolean {
	return edit
		.cells(row)
		.some(
			(cell) =>
				isIn(cell, columns) && (cell.style ?? cell.validation ?? cell.formula) !== undefined,
		);
}

function isIn({ column, times }: OdsCell, { first, last }: Columns): boolean {
	return column <= last && first < column + times;
}
