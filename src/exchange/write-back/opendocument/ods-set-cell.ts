/** Sets one cell of an OpenDocument table: checks the place, the formula that may stand there, the value. */
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import { cellReference } from '../../sheet.ts';
import type { SetCell } from '../change.ts';
import type { Refusal } from '../ooxml/sheet-edit.ts';
import type { Report } from '../report.ts';
import type { OdsContent } from './cell-element.ts';
import type { OdsSheetEdit } from './ods-sheet-edit.ts';
import type { OdsCell } from './table-outline.ts';

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
	if (isSame(old, content)) {
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

function isSame(old: OdsCell | undefined, content: OdsContent): boolean {
	if (old?.formula !== undefined) return false;
	const seen = old?.seen;
	switch (content.kind) {
		case 'empty':
			return (seen?.text ?? '') === '';
		case 'text':
			return seen?.kind === 'text' && seen.text === content.text;
		case 'isoDate':
			return seen?.kind === 'date' && seen.text === content.text;
		case 'number':
		case 'boolean':
			return seen?.value === content.value;
		default:
			return false;
	}
}
