/** A change of one cell that somebody is shown before it is made: before, after, and what is odd. */
import { isControlFieldKey } from '../../../model/records/control-fields.ts';
import type { Control } from '../../../model/records/control.ts';
import { duplicateControlIds, valueProblem } from '../../../model/rules/value-problems.ts';
import type { CellEdit } from '../../../workbook/commands/edit-controls.ts';
import type { CellValue } from '../cells/cell-values.ts';
import { cellText, cellValue, valueText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';

export interface ProposedEdit {
	/** Tells it from the others of one preview. */
	readonly key: string;
	readonly control: Control;
	readonly column: RegisterColumn;
	readonly value: CellValue;
	/** In the words of the screen; '' where the cell is empty. */
	readonly before: string;
	readonly after: string;
	/** What would be odd about the new value; it is kept all the same (SPEC V-2). */
	readonly problem: string | undefined;
}

/** The change that gives a cell a value; undefined where it has it already. */
export function proposedEdit(
	control: Control,
	column: RegisterColumn,
	value: CellValue,
): ProposedEdit | undefined {
	if (isSameValue(cellValue(control, column.key), value)) return undefined;
	return {
		key: `${control.id}/${column.key}`,
		control,
		column,
		value,
		before: cellText(control, column),
		after: typeof value === 'string' ? valueText(value, column) : value.join(', '),
		problem: isControlFieldKey(column.key) ? valueProblem(column.key, value) : undefined,
	};
}

/** The same changes, those of control IDs marked that would stand twice among `controls` (V-3). */
export function withDuplicatesMarked(
	edits: readonly ProposedEdit[],
	controls: readonly Control[],
): readonly ProposedEdit[] {
	const idAfter = new Map(
		edits.flatMap((edit) =>
			edit.column.key === 'controlId' ? [[edit.control.id, String(edit.value)]] : [],
		),
	);
	if (idAfter.size === 0) return edits;
	const twice = duplicateControlIds(
		controls.map(({ id, controlId, retired }) => ({
			controlId: idAfter.get(id) ?? controlId,
			retired,
		})),
	);
	return edits.map((edit) =>
		edit.column.key === 'controlId' && twice.has(edit.after.trim())
			? { ...edit, problem: `More than one control would have the ID “${edit.after.trim()}”.` }
			: edit,
	);
}

/** What a command takes. */
export function editsOf(edits: readonly ProposedEdit[]): readonly CellEdit[] {
	return edits.map(({ control, column, value }) => ({
		control: control.id,
		column: column.key,
		value,
	}));
}

/** Sets are equal in any order. */
function isSameValue(a: CellValue, b: CellValue): boolean {
	if (typeof a === 'string' || typeof b === 'string') return a === b;
	return a.length === b.length && a.every((member) => b.includes(member));
}
