/** The cells of one appended row: given values, formulas carried on, and blank cells with a look. */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import { cellReference } from '../../sheet.ts';
import { holdsFormula, takenAlready } from '../append-refusals.ts';
import type { CellInput, WrittenCell } from '../change.ts';
import type { ModelRow } from './model-row.ts';
import type { PlannedCell } from './planned-rows.ts';
import type { Refusal, SheetEdit } from './sheet-edit.ts';

export interface AppendedCell {
	readonly place: CellPlace;
	readonly cell: PlannedCell;
	/** Undefined for a blank cell that only carries the look. */
	readonly why: WrittenCell['why'] | undefined;
	readonly shown: string;
	readonly notes: readonly string[];
}

/** Whether a value of a new row is one; nothing leaves the cell to the sheet. */
export function isGiven(value: CellInput): boolean {
	return value !== null && value !== '';
}

/** The cells of the row, `inputs` by 0-based column; refused where one value cannot be written. */
export function appendedCells(
	edit: SheetEdit,
	model: ModelRow,
	row: number,
	inputs: readonly CellInput[],
	overValidation: boolean,
): Result<readonly AppendedCell[], Refusal> {
	const cells: AppendedCell[] = [];
	const columns = new Set([...model.cells.map(({ column }) => column), ...inputs.keys()]);
	for (const column of columns) {
		const place = { row, column };
		const input = inputs[column] ?? null;
		if (isGiven(input)) {
			const given = givenCell(edit, model, place, input, overValidation);
			if (!given.ok) return given;
			cells.push(given.value);
		} else {
			const left = cellWithoutValue(edit, model, place);
			if (left) cells.push(left);
		}
	}
	return ok(cells);
}

function givenCell(
	edit: SheetEdit,
	model: ModelRow,
	place: CellPlace,
	input: CellInput,
	overValidation: boolean,
): Result<AppendedCell, Refusal> {
	const { row, column } = place;
	const cell = cellReference(column, row);
	const old = edit.cell(row, column);
	const above = model.cell(column);
	const refusal =
		edit.closed(row, column) ??
		(edit.planned.has(row, column) ? takenAlready : undefined) ??
		(old?.formula ? holdsFormula(cell) : undefined);
	if (refusal) return refused({ ...refusal, cell });
	const style = old?.style ?? above?.style ?? edit.defaultStyle(row, column);
	const now = {
		// A result says nothing about the kind of a value that is typed in its column.
		seen: above?.formula ? undefined : above?.seen,
		type: above?.type ?? 'n',
		format: edit.book.styles.format(style),
		style,
	};
	const ready = edit.ready(input, place, now, overValidation);
	if (!ready.ok) return refused(...ready.problems.map((problem) => ({ ...problem, cell })));
	const { content, shown, notes } = ready.value;
	const planned = { content, style: ready.value.style ?? (old ? undefined : style) };
	return ok({ place, cell: planned, why: 'appended', shown, notes });
}

/** Rows that are there keep their cells; new ones get all the cells of the row above. */
function cellWithoutValue(
	edit: SheetEdit,
	model: ModelRow,
	place: CellPlace,
): AppendedCell | undefined {
	const { row, column } = place;
	const above = model.cell(column);
	const old = edit.cell(row, column);
	if (!above || old?.formula || old?.seen) return undefined;
	if (edit.closed(row, column) || edit.planned.has(row, column)) return undefined;
	const style = old ? undefined : above.style;
	const formula = model.formulaAt(place);
	if (formula !== undefined) {
		const cell: PlannedCell = { content: { kind: 'formula', text: formula }, style };
		return { place, cell, why: 'formulaContinued', shown: `=${formula}`, notes: [] };
	}
	if (edit.text.outline.byNumber.has(row) || above.style === 0) return undefined;
	const cell: PlannedCell = { content: { kind: 'empty' }, style };
	return { place, cell, why: undefined, shown: '', notes: [] };
}
