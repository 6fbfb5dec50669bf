/**
 * Appends rows below the table of a worksheet: styles and height of the row above, its formulas
 * carried on where they are simple, blank rows that are ready made for it used first.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { lastSheetColumn, lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import { cellReference, columnLetters } from '../../sheet.ts';
import {
	appendedTwice,
	formulaLeft,
	noSuchRow,
	offTheSheet,
	rowsBelow,
} from '../append-refusals.ts';
import type { AppendRows } from '../change.ts';
import type { Report } from '../report.ts';
import { columnsTaken, givenColumns, tableColumns } from './append-columns.ts';
import { freeRows, lastTableRow } from './append-place.ts';
import { appendedCells, isGiven, type AppendedCell } from './appended-cells.ts';
import { ModelRow } from './model-row.ts';
import type { Refusal, SheetEdit } from './sheet-edit.ts';

/** Plans all rows of the change, or reports why none of them can be appended. */
export function appendRows(
	edit: SheetEdit,
	change: AppendRows,
	index: number,
	report: Report,
): void {
	const sheet = edit.sheet.name;
	const after = lastRow(edit, change);
	const planned = after.ok ? plan(edit, change, after.value) : after;
	if (!planned.ok) {
		for (const { kind, text, cell } of planned.problems) {
			report.refuse(index, sheet, cell ?? '', kind, text);
		}
		return;
	}
	if (planned.value.length === 0) report.unchanged({ change: index, sheet, cell: '' });
	for (const { place, cell, why, shown, notes } of planned.value) {
		edit.planned.set(place.row, place.column, cell);
		if (why === 'formulaContinued') edit.gainedFormulas.push(place);
		if (why === undefined) continue;
		const reference = cellReference(place.column, place.row);
		report.written({
			change: index,
			sheet,
			cell: reference,
			before: '',
			after: shown,
			why,
			notes,
		});
	}
	for (const column of leftEmpty(edit, change, after.ok ? after.value : 0)) {
		report.note(formulaLeft(sheet, columnLetters(column)));
	}
}

/** All cells of the new rows; every cell is checked before anything is planned. */
function plan(
	edit: SheetEdit,
	change: AppendRows,
	after: number,
): Result<readonly AppendedCell[], Refusal> {
	const rows = change.appendRows;
	const last = after + rows.length;
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	if (last > lastSheetRow || width > lastSheetColumn + 1) return refused(offTheSheet);
	const given = givenColumns(rows);
	const table = tableColumns(edit, after, given);
	const model = new ModelRow(edit, after, table);
	const columns = columnsTaken(model, given, table);
	if (!columns) return ok([]);
	const free = freeRows(edit, after, columns.first, columns.last);
	if (rows.length > free.count) return refused(rowsBelow(rows.length, after, free));
	const cells: AppendedCell[] = [];
	for (const [step, inputs] of rows.entries()) {
		const row = appendedCells(
			edit,
			model,
			after + 1 + step,
			inputs,
			change.overValidation ?? false,
		);
		if (!row.ok) return row;
		cells.push(...row.value);
	}
	const tag = model.tag();
	for (let number = after + 1; tag !== undefined && number <= last; number += 1) {
		edit.planned.setTag(number, tag);
	}
	edit.growths.push({ after, last, firstColumn: columns.first, lastColumn: columns.last });
	return ok(cells);
}

/** The last row of the table, from the caller or found out; refused where rows were appended to it. */
function lastRow(edit: SheetEdit, { after }: AppendRows): Result<number, Refusal> {
	if (after !== undefined && (!Number.isInteger(after) || after < 0 || after > lastSheetRow)) {
		return refused(noSuchRow(after));
	}
	const found = after === undefined ? lastTableRow(edit) : ok(after);
	if (!found.ok || !edit.growths.some((growth) => growth.after === found.value)) return found;
	return refused(appendedTwice);
}

/** Columns whose formula is not carried on and that get no value in some row. */
function leftEmpty(edit: SheetEdit, { appendRows: rows }: AppendRows, after: number): number[] {
	return new ModelRow(edit, after, tableColumns(edit, after, givenColumns(rows)))
		.brokenColumns()
		.filter((column) => rows.some((row) => !isGiven(row[column] ?? null)));
}
