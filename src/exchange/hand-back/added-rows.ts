/** Controls that are not in the file, as rows below its table in the words of its columns. */
import { controlFields } from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import {
	cannotSay,
	fromRowId,
	noColumn,
	noIdColumn,
	setStaysHere,
	type Conflict,
} from './conflict-words.ts';
import { idSetKeys, isTextKey, otherSetKeys, ownValue } from './control-row.ts';
import type { FileIds } from './file-ids.ts';
import { withoutCell, type PlannedCell } from './planned-cells.ts';
import type { SourceColumn, SourceSheet } from './source-sheet.ts';
import { fieldGoal, textGoal, type CellGoal, type CellPlace } from './value-form.ts';

/** One row to be appended. */
export interface AddedRow {
	readonly cells: readonly AddedCell[];
	/** Values that no column takes. */
	readonly unplaced: readonly PlannedCell[];
}

export interface AddedCell extends PlannedCell {
	/** 0-based column. */
	readonly index: number;
}

/** The row of a control; `row` is where it would stand, for the look of its neighbours. */
export function addedRow(
	source: SourceSheet,
	ids: FileIds,
	control: Control,
	row: number,
): AddedRow {
	const sheet = source.sheet.name;
	const cells = source.columns.flatMap((column): AddedCell[] => {
		const found = goalOf(source, ids, control, column, { row, index: column.index });
		if (!found || found.goal.text === '') return [];
		const { goal, conflict } = found;
		const criterion = ids.criterionOf(column.index);
		const key = criterion === undefined ? found.column : `${found.column}/${criterion}`;
		return [
			{
				key: `${sheet}!+${control.id}/${key}`,
				sheet,
				cell: '',
				control: control.id,
				column: found.column,
				before: '',
				after: goal.text,
				notes: goal.notes,
				input: conflict ? undefined : goal.input,
				conflict,
				index: column.index,
			},
		];
	});
	return { cells, unplaced: unplaced(source, ids, control, row) };
}

interface Found {
	readonly column: string;
	readonly goal: CellGoal;
	readonly conflict: Conflict | undefined;
}

function goalOf(
	source: SourceSheet,
	ids: FileIds,
	control: Control,
	{ index, field, own }: SourceColumn,
	place: CellPlace,
): Found | undefined {
	if (ids.columns.includes(index)) {
		const inId = ids.fixed(control.controlId, place.row).all;
		const wanted = idSetKeys.flatMap((key) =>
			control[key].filter((id) => ids.columnFor(key, id) === index && !inId.includes(id)),
		);
		const patched = wanted.length === 0 ? { text: '' } : ids.patched(index, '', wanted);
		const column = field ?? 'criteria';
		const text = patched?.text ?? wanted.join(', ');
		const conflict = patched ? undefined : cannotSay(text);
		return { column, goal: textGoal(source, place, text), conflict };
	}
	if (isTextKey(field) && control[field] !== '') {
		const goal = fieldGoal(source, field, place, control[field]);
		return { column: field, goal, conflict: undefined };
	}
	if (own === undefined) return undefined;
	const goal = textGoal(source, place, ownValue(control, own));
	return { column: own, goal, conflict: undefined };
}

function unplaced(
	source: SourceSheet,
	ids: FileIds,
	control: Control,
	row: number,
): readonly PlannedCell[] {
	const { fed } = source;
	const sheet = source.sheet.name;
	const list = (column: string, after: string, conflict: Conflict): PlannedCell =>
		withoutCell(source, control, '+', { column, before: '', after, conflict });
	const fields = controlFields.flatMap(({ key }) => {
		if (!isTextKey(key) || fed.has(key) || control[key] === '') return [];
		return [list(key, control[key], noColumn(sheet, key))];
	});
	const own = Object.entries(control.own as Readonly<Record<string, string>>).flatMap(
		([id, value]) => (fed.has(id) || value === '' ? [] : [list(id, value, noColumn(sheet, id))]),
	);
	const inId = ids.fixed(control.controlId, row).ofId;
	const sets = idSetKeys.flatMap((key) => {
		const named = key === 'criteria' ? inId : [];
		const homeless = control[key].filter(
			(id) => ids.columnFor(key, id) === undefined && !named.includes(id),
		);
		const tooMany = named.filter((id) => !control[key].includes(id)).join(', ');
		const missing = homeless.join(', ');
		if (missing !== '') return [list(key, missing, noIdColumn(sheet, missing))];
		return tooMany === '' ? [] : [list(key, '', fromRowId(tooMany, control.controlId))];
	});
	const others = otherSetKeys.flatMap((key) =>
		control[key].length === 0 ? [] : [list(key, control[key].join(', '), setStaysHere(key))],
	);
	return [...fields, ...own, ...sets, ...others];
}
