/** Sets one cell of an OpenDocument table: checks the place, the formula that may stand there, the value. */
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import { cellReference } from '../../sheet.ts';
import type { SetCell } from '../change.ts';
import type { Refusal } from '../ooxml/sheet-edit.ts';
import type { Report } from '../report.ts';
import { saysAlready } from '../says-already.ts';
import type { OdsSheetEdit } from './ods-sheet-edit.ts';

/** Plans the change at a place in the list of changes, or reports why it cannot be made. */
export function setOdsCell(
	edit: OdsSheetEdit,
	change: SetCell,
	{ row, column }: CellPlace,
	index: number,
	report: Report,
): void {
	const sheet = edit.table.name;
	const cell = cellReference(column, row);
	const old = edit.cell(row, column);
	const keepsFormula = old?.formula !== undefined && !change.overFormula;
	const refusal = edit.closed(row, column) ?? (keepsFormula ? formulaKept : undefined);
	if (refusal) {
		report.refuse(index, sheet, cell, refusal.kind, refusal.text);
		return;
	}
	const ready = edit.ready(change.value, old, old?.validation, change.overValidation ?? false);
	if (!ready.ok) {
		for (const { kind, text } of ready.problems) report.refuse(index, sheet, cell, kind, text);
		return;
	}
	const { content, shown, notes } = ready.value;
	if (old?.formula === undefined && saysAlready(old?.seen, content)) {
		report.unchanged({ change: index, sheet, cell });
		return;
	}
	edit.put(row, column, content);
	const before = old?.seen?.text ?? '';
	report.written({ change: index, sheet, cell, before, after: shown, why: 'edited', notes });
}

const formulaKept: Refusal = {
	kind: 'formula',
	text: 'The cell holds a formula, which was kept. Leave the value to the formula, or write over it knowingly.',
};
