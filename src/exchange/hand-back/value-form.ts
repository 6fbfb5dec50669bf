/** A value of a control in the form that its cell, or the cells around it, give to such values. */
import { isCalendarDate } from '../../base/calendar-date.ts';
import { controlField, type ControlTextKey } from '../../model/records/control-fields.ts';
import type { SheetCell } from '../sheet.ts';
import type { CellInput } from '../write-back/change.ts';
import { dateLike } from './date-form.ts';
import { fileWord } from './file-word.ts';
import type { SourceSheet } from './source-sheet.ts';

/** What is to stand in a cell, for the writer and as the import would read it. */
export interface CellGoal {
	readonly input: CellInput;
	readonly text: string;
	/** What the person should know, in sentences. */
	readonly notes: readonly string[];
}

export interface CellPlace {
	/** 1-based. */
	readonly row: number;
	/** 0-based column. */
	readonly index: number;
}

/** A field's value for its cell. */
export function fieldGoal(
	source: SourceSheet,
	key: ControlTextKey,
	place: CellPlace,
	value: string,
): CellGoal {
	const { kind } = controlField(key).value;
	if (kind === 'date') return dateGoal(source, key, place, value);
	return textGoal(source, place, kind === 'term' ? fileWord(source, key, place, value) : value);
}

/** A text, as a figure where an empty cell stands among figures. */
export function textGoal(source: SourceSheet, place: CellPlace, text: string): CellGoal {
	return { input: figure(source, place, text) ?? text, text, notes: [] };
}

function figure(
	source: SourceSheet,
	{ row, index }: CellPlace,
	text: string,
): number | boolean | undefined {
	const own = source.cell(row, index);
	if (text === '' || (own && own.kind !== 'empty')) return undefined;
	const { kind, value } = nearestCell(source, { row, index }, (cell) => cell.text === text) ??
		nearestCell(source, { row, index }, () => true) ?? { kind: 'empty' };
	if (kind === 'boolean' && /^(?:true|false)$/i.test(text)) return /^t/i.test(text);
	if (kind !== 'number' || typeof value !== 'number') return undefined;
	const isPlain = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text);
	return isPlain ? Number(text) : undefined;
}

/** As the cell writes dates, else as the nearest row that has one, else as a date. */
function dateGoal(
	source: SourceSheet,
	key: ControlTextKey,
	place: CellPlace,
	value: string,
): CellGoal {
	if (!isCalendarDate(value) || source.ours) return textGoal(source, place, value);
	const own = source.cell(place.row, place.index);
	const asDate: CellGoal = { input: { date: value }, text: value, notes: [] };
	const { dayFirst } = source.rules(place.index, key);
	const isDated = (cell: SheetCell): boolean =>
		cell.kind === 'date' || dateLike(cell.text, value, dayFirst) !== undefined;
	const model = own && isDated(own) ? own : nearestCell(source, place, isDated);
	if (!model || model.kind === 'date' || own?.kind === 'date') return asDate;
	const text = dateLike(model.text, value, dayFirst) ?? value;
	return { input: text, text, notes: [] };
}

/** The cell of the column in the nearest row that came in, the one above first. */
function nearestCell(
	source: SourceSheet,
	{ row, index }: CellPlace,
	isWanted: (cell: SheetCell) => boolean,
): SheetCell | undefined {
	const { rows } = source;
	const next = rows.findIndex((number) => number > row);
	let [above, below] = next < 0 ? [rows.length - 1, rows.length] : [next - 1, next];
	while (above >= 0 || below < rows.length) {
		for (const number of [rows[above--], rows[below++]]) {
			if (number === undefined || number === row) continue;
			const cell = source.cell(number, index);
			if (cell && cell.kind !== 'empty' && isWanted(cell)) return cell;
		}
	}
	return undefined;
}
