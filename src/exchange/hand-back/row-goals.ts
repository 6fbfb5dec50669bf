/**
 * What the cells of one control's row should say: every value that is another one now than the file
 * says, in the cell it came from, and the values that no cell of the file can take.
 */
import { controlFields } from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import {
	contradiction,
	noColumn,
	notAsImported,
	setStaysHere,
	type Conflict,
} from './conflict-words.ts';
import { ControlRow, isTextKey, otherSetKeys, ownValue } from './control-row.ts';
import type { FileIds } from './file-ids.ts';
import { idGoal, unplacedIds } from './id-goals.ts';
import type { ReturningControl } from './order.ts';
import type { SourceColumn, SourceSheet } from './source-sheet.ts';
import { fieldGoal, textGoal, type CellGoal, type CellPlace } from './value-form.ts';

/** A cell that should say something else. */
export interface WantedCell extends CellPlace {
	readonly control: Control;
	/** A field's key or an own column's id. */
	readonly column: string;
	readonly goal: CellGoal;
	readonly conflict: Conflict | undefined;
}

/** A value that no cell of the file takes; `before` and `after` in our words. */
export interface Unplaced {
	readonly column: string;
	readonly before: string;
	readonly after: string;
	readonly conflict: Conflict;
}

export interface RowGoals {
	readonly wanted: readonly WantedCell[];
	readonly unplaced: readonly Unplaced[];
}

/** What one column's cell should say, before anybody looked at whether it may. */
export interface FoundGoal {
	readonly column: string;
	readonly goal: CellGoal;
	readonly conflict?: Conflict | undefined;
}

/** The goals of a row; none for a retired control, whose row stays as it is. */
export function rowGoals(
	source: SourceSheet,
	ids: FileIds,
	{ now, said }: ReturningControl,
): RowGoals {
	const row = said.source?.row;
	if (row === undefined || now.retired) return { wanted: [], unplaced: [] };
	const control = new ControlRow(source, now, said, row);
	const wanted = source.columns.flatMap((column): WantedCell[] => {
		const found = cellGoal(source, ids, control, column);
		if (!found) return [];
		const conflict = found.conflict ?? otherThanImported(source, ids, control, column);
		return [{ ...found, conflict, row, index: column.index, control: now }];
	});
	return {
		wanted,
		unplaced: [...unplacedValues(source, control), ...unplacedIds(source, ids, control)],
	};
}

/** What the column's cell should say; undefined where it stays as it is. */
function cellGoal(
	source: SourceSheet,
	ids: FileIds,
	control: ControlRow,
	column: SourceColumn,
): FoundGoal | undefined {
	const { index, field, own, header } = column;
	const place = { row: control.row, index };
	const edited =
		own !== undefined && control.isOwnChanged(own) ? ownValue(control.now, own) : undefined;
	if (ids.columns.includes(index)) return idGoal(source, ids, control, column, edited);
	if (!isTextKey(field)) {
		return edited === undefined || own === undefined
			? undefined
			: { column: own, goal: textGoal(source, place, edited) };
	}
	const value = control.now[field];
	const isChanged = control.isFieldChanged(field);
	if (edited === undefined || edited === '') {
		if (!isChanged && edited === undefined) return undefined;
		return { column: field, goal: fieldGoal(source, field, place, value) };
	}
	// The field and the column that keeps its original text come from this one cell.
	const goal = textGoal(source, place, edited);
	const isRead = (source.read(index, field, edited).text ?? '') === value;
	return { column: field, goal, conflict: isRead ? undefined : contradiction(header) };
}

/** A conflict where the cell does not say what was imported from it. */
function otherThanImported(
	source: SourceSheet,
	ids: FileIds,
	{ row, said }: ControlRow,
	{ index, field, own }: SourceColumn,
): Conflict | undefined {
	const text = source.text(row, index);
	if (isTextKey(field)) {
		const read = source.read(index, field, text).text ?? '';
		return read === said[field] ? undefined : notAsImported(said[field]);
	}
	if (ids.columns.includes(index)) {
		const { criteria, references } = ids.read(index, text);
		const isKnown =
			criteria.every((id) => said.criteria.includes(id)) &&
			references.every((id) => said.references.includes(id));
		return isKnown ? undefined : notAsImported([...said.criteria, ...said.references].join(', '));
	}
	const expected = own === undefined ? text : ownValue(said, own);
	return expected === text ? undefined : notAsImported(expected);
}

/** Fields and own columns with another value now that no column of the sheet feeds. */
function unplacedValues(source: SourceSheet, control: ControlRow): readonly Unplaced[] {
	const { fed } = source;
	const { now, said } = control;
	const conflictOf = (column: string): Conflict => noColumn(source.sheet.name, column);
	const fields = controlFields.flatMap(({ key }): Unplaced[] => {
		if (!isTextKey(key) || fed.has(key) || !control.isFieldChanged(key)) return [];
		return [{ column: key, before: said[key], after: now[key], conflict: conflictOf(key) }];
	});
	const own = [...new Set([...Object.keys(now.own), ...Object.keys(said.own)])];
	const values = own.flatMap((id): Unplaced[] => {
		if (fed.has(id) || !control.isOwnChanged(id)) return [];
		const [before, after] = [ownValue(said, id), ownValue(now, id)];
		return [{ column: id, before, after, conflict: conflictOf(id) }];
	});
	const sets = otherSetKeys.flatMap((key): Unplaced[] => {
		const [before, after] = [said[key].join(', '), now[key].join(', ')];
		return before === after ? [] : [{ column: key, before, after, conflict: setStaysHere(key) }];
	});
	return [...fields, ...sets, ...values];
}
