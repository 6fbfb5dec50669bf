/**
 * Appends rows below the table of an OpenDocument sheet: like the row above in look, rules and
 * formulas; blank rows that are ready made for it are used as they are.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { lastSheetColumn, lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import { cellReference, columnLetters } from '../../sheet.ts';
import {
	appendedTwice,
	formulaLeft,
	holdsFormula,
	noSuchRow,
	offTheSheet,
	rowsBelow,
} from '../append-refusals.ts';
import type { AppendRows, CellInput, WrittenCell } from '../change.ts';
import { givenColumns } from '../ooxml/append-columns.ts';
import { isGiven } from '../ooxml/appended-cells.ts';
import type { Refusal } from '../ooxml/sheet-edit.ts';
import type { Report } from '../report.ts';
import type { OdsContent } from './cell-element.ts';
import { freeOdsRows, isReadyMade, lastOdsRow, type Columns } from './ods-append-place.ts';
import { OdsModelRow } from './ods-model-row.ts';
import { hidden, type OdsSheetEdit } from './ods-sheet-edit.ts';
import { plainFormula } from './open-formula.ts';

interface NewCell {
	readonly row: number;
	readonly column: number;
	readonly content: OdsContent;
	readonly why: WrittenCell['why'];
	readonly shown: string;
	readonly notes: readonly string[];
}

/** Plans all rows of the change, or reports why none of them can be appended. */
export function appendOdsRows(
	edit: OdsSheetEdit,
	change: AppendRows,
	index: number,
	report: Report,
): void {
	const sheet = edit.table.name;
	const after = change.after ?? lastOdsRow(edit);
	const model = new OdsModelRow(edit, after);
	const planned = plan(edit, change, after, model);
	if (!planned.ok) {
		for (const { kind, text, cell } of planned.problems) {
			report.refuse(index, sheet, cell ?? '', kind, text);
		}
		return;
	}
	if (planned.value.length === 0) report.unchanged({ change: index, sheet, cell: '' });
	for (const { row, column, content, why, shown, notes } of planned.value) {
		edit.put(row, column, content);
		const cell = cellReference(column, row);
		report.written({ change: index, sheet, cell, before: '', after: shown, why, notes });
	}
	const { appendRows: rows } = change;
	for (const column of model.brokenColumns()) {
		const isLeft = rows.some((row) => !isGiven(row[column] ?? null));
		if (isLeft) report.note(formulaLeft(sheet, columnLetters(column)));
	}
}

/** All cells of the new rows; every cell is checked before anything is planned. */
function plan(
	edit: OdsSheetEdit,
	change: AppendRows,
	after: number,
	model: OdsModelRow,
): Result<readonly NewCell[], Refusal> {
	const { appendRows: rows, overValidation = false } = change;
	if (!Number.isInteger(after) || after < 0 || after > lastSheetRow) {
		return refused(noSuchRow(after));
	}
	if (edit.growths.some((growth) => growth.after === after)) return refused(appendedTwice);
	const last = after + rows.length;
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	if (last > lastSheetRow || width > lastSheetColumn + 1) return refused(offTheSheet);
	const columns = columnsOf(model, givenColumns(rows));
	if (!columns) return ok([]);
	const free = freeOdsRows(edit, model, columns);
	if (rows.length > free.count) return refused(rowsBelow(rows.length, after, free));
	const element = model.element();
	const cells: NewCell[] = [];
	const made: number[] = [];
	for (const [step, inputs] of rows.entries()) {
		const row = after + 1 + step;
		const isMade = element !== undefined && !isReadyMade(edit, row, columns);
		if (isMade) made.push(row);
		const own = rowCells(edit, model, row, inputs, isMade, overValidation);
		if (!own.ok) return own;
		cells.push(...own.value);
	}
	for (const row of made) edit.made.set(row, element ?? '');
	edit.growths.push({ after, last, firstColumn: columns.first, lastColumn: columns.last });
	return ok(cells);
}

/** The cells of one row; `isMade` where it becomes a copy of the row above. */
function rowCells(
	edit: OdsSheetEdit,
	model: OdsModelRow,
	row: number,
	inputs: readonly CellInput[],
	isMade: boolean,
	overValidation: boolean,
): Result<readonly NewCell[], Refusal> {
	const cells: NewCell[] = [];
	const columns = new Set([...model.cells.map(({ column }) => column), ...inputs.keys()]);
	for (const column of columns) {
		const input = inputs[column] ?? null;
		const [above, old] = [model.cell(column), edit.cell(row, column)];
		if (!isGiven(input)) {
			const formula = old?.formula === undefined ? model.formulaIn(row, column) : undefined;
			if (formula === undefined || edit.closed(row, column)) continue;
			const shown = `=${plainFormula(formula)}`;
			const content: OdsContent = { kind: 'formula', text: formula };
			cells.push({ row, column, content, why: 'formulaContinued', shown, notes: [] });
			continue;
		}
		const cell = cellReference(column, row);
		const refusal =
			edit.closed(row, column) ??
			(isMade && above?.isCovered ? hidden(undefined) : undefined) ??
			(old?.formula === undefined ? undefined : holdsFormula(cell));
		if (refusal) return refused({ ...refusal, cell });
		// A result says nothing about the kind of a value that is typed in its column.
		const look = above && (above.formula === undefined ? above : { ...above, seen: undefined });
		const rule = isMade ? above?.validation : old?.validation;
		const ready = edit.ready(input, look, rule, overValidation);
		if (!ready.ok) return refused(...ready.problems.map((problem) => ({ ...problem, cell })));
		cells.push({ row, column, why: 'appended', ...ready.value });
	}
	return ok(cells);
}

/** The columns of the row above and of the new values; undefined where there is no new value. */
function columnsOf(model: OdsModelRow, given: ReadonlySet<number>): Columns | undefined {
	if (given.size === 0) return undefined;
	const used = model.cells.filter(({ seen, formula }) => seen ?? formula);
	const all = [...used.map(({ column }) => column), ...given];
	return { first: Math.min(...all), last: Math.max(...all) };
}
