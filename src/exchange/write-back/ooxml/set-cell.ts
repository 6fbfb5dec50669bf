/** Sets one cell of a worksheet: checks the place, the formula that may stand there, the value. */
import { columnIndex, parseReference, type CellPlace } from '../../reading/ooxml/cell-range.ts';
import { cellReference } from '../../sheet.ts';
import { takenAlready } from '../append-refusals.ts';
import type { SetCell } from '../change.ts';
import type { Report } from '../report.ts';
import { saysAlready } from '../says-already.ts';
import type { RowCell } from './row-cells.ts';
import type { Refusal, SheetEdit } from './sheet-edit.ts';

/** Plans the change at a place in the list of changes, or reports why it cannot be made. */
export function setCell(edit: SheetEdit, change: SetCell, index: number, report: Report): void {
	const sheet = edit.sheet.name;
	const place = parseReference(change.cell.trim());
	if (!place) {
		report.refuse(index, sheet, change.cell, 'outOfBounds', outOfBounds(change.cell));
		return;
	}
	const { row, column } = place;
	const cell = cellReference(column, row);
	const old = edit.cell(row, column);
	const refusal =
		edit.closed(row, column) ??
		(edit.planned.has(row, column) ? takenAlready : formulaRefusal(edit, place, old, change));
	if (refusal) {
		report.refuse(index, sheet, cell, refusal.kind, refusal.text);
		return;
	}
	const style = old?.style ?? edit.defaultStyle(row, column);
	const now = {
		seen: old?.seen,
		type: old?.type ?? 'n',
		format: edit.book.styles.format(style),
		style,
	};
	const ready = edit.ready(change.value, place, now, change.overValidation ?? false);
	if (!ready.ok) {
		for (const { kind, text } of ready.problems) report.refuse(index, sheet, cell, kind, text);
		return;
	}
	const { content, shown, notes } = ready.value;
	if (!old?.formula && saysAlready(old?.seen, content) && ready.value.style === undefined) {
		report.unchanged({ change: index, sheet, cell });
		return;
	}
	edit.planned.set(row, column, { content, style: ready.value.style ?? (old ? undefined : style) });
	if (old?.formula) edit.lostFormulas.push(place);
	const before = old?.seen?.text ?? '';
	report.written({ change: index, sheet, cell, before, after: shown, why: 'edited', notes });
}

/** Formulas are kept unless the change says otherwise; one that others share is kept at any rate. */
function formulaRefusal(
	edit: SheetEdit,
	{ row, column }: CellPlace,
	old: RowCell | undefined,
	change: SetCell,
): Refusal | undefined {
	const formula = old?.formula;
	if (!formula) return undefined;
	if (!change.overFormula) {
		return {
			kind: 'formula',
			text: 'The cell holds a formula, which was kept. Leave the value to the formula, or write over it knowingly.',
		};
	}
	const shares = edit.text.outline.formulas.some(
		(other) =>
			formula.group !== undefined &&
			other.formula.group === formula.group &&
			(other.row !== row || other.column !== column),
	);
	// Only the first cell of a group holds its text; without it the others would have none.
	if (formula.type !== 'shared' || formula.text === '' || !shares) return undefined;
	return {
		kind: 'formula',
		text: `Other cells take their formula from this one${formula.range ? ` (${formula.range})` : ''}. Replace it in the spreadsheet program, which hands the formula on.`,
	};
}

function outOfBounds(cell: string): string {
	const column = /^[a-z]+/i.exec(cell)?.[0];
	const beyond = column !== undefined && columnIndex(column) > 16_383;
	return beyond
		? `“${cell}” lies outside the sheet, which ends at column XFD. Give a cell inside it.`
		: `“${cell}” is no cell of a sheet (A1 to XFD1048576). Give one, such as B7.`;
}
