/** Turns controls into a table for export: the words people read, in the columns and order asked for. */
import { readableDate, isCalendarDate } from '../../base/calendar-date.ts';
import {
	controlField,
	controlFields,
	isControlFieldKey,
	isSetKey,
	type ControlField,
	type ControlFieldKey,
} from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import type { ColumnId, OwnColumn } from '../../model/records/own-column.ts';
import { termLabel, vocabularies } from '../../model/records/vocabulary.ts';
import type { ExportColumn, ExportColumnKind, ExportTable } from './export-table.ts';

/** A column of the matrix: a control's field, or an own column by its id. */
export type MatrixColumn = ControlFieldKey | ColumnId;

export interface ControlTableOptions {
	readonly title: string;
	/** Retired controls come too, with a column that says when and why. */
	readonly includeRetired: boolean;
}

/** Every column a workbook has: the fields in their usual order, then its own columns. */
export function everyColumn(ownColumns: readonly OwnColumn[]): readonly MatrixColumn[] {
	const fields = controlFields.map(({ key }) => key);
	return [...fields, ...ownColumns.filter(({ retired }) => !retired).map(({ id }) => id)];
}

/**
 * The table of `controls`, in their order. Terms are written by their label and values that are no
 * term as they are; sets of ids joined by a comma or, where an id itself holds one, one a line.
 * Import reads all of these back to the same values. Only retirement is not read back: a retired
 * control returns as an active one with an own column Retired, for a person to decide on.
 */
export function controlTable(
	controls: readonly Control[],
	columns: readonly MatrixColumn[],
	ownColumns: readonly OwnColumn[],
	options: ControlTableOptions,
): ExportTable {
	const written = options.includeRetired
		? controls
		: controls.filter(({ retired }) => retired === undefined);
	const sources = columns.flatMap((column) => sourceOf(column, ownColumns, written));
	if (written.some(({ retired }) => retired !== undefined)) sources.push(retiredSource);
	return {
		title: options.title,
		columns: sources.map(({ column }) => column),
		rows: written.map((control) => sources.map(({ text }) => text(control))),
	};
}

interface ColumnSource {
	readonly column: ExportColumn;
	readonly text: (control: Control) => string;
}

/** No source for an own column that is not there any more. */
function sourceOf(
	column: MatrixColumn,
	ownColumns: readonly OwnColumn[],
	controls: readonly Control[],
): readonly ColumnSource[] {
	if (isControlFieldKey(column)) return [fieldSource(controlField(column))];
	const own = ownColumns.find(({ id }) => id === column);
	if (!own) return [];
	const text = (control: Control): string => control.own[own.id] ?? '';
	const widthCharacters = widthOf([own.name, ...controls.map(text)]);
	const kind: ExportColumnKind = { kind: widthCharacters < widest ? 'text' : 'prose' };
	return [{ column: { header: own.name, kind, widthCharacters }, text }];
}

function fieldSource(field: ControlField): ColumnSource {
	const { key, value } = field;
	const column = {
		header: field.label,
		kind: columnKind(field),
		widthCharacters: characters(field),
	};
	if (isSetKey(key)) return { column, text: (control) => joinIds(control[key]) };
	if (value.kind === 'term') {
		return { column, text: (control) => termLabel(value.vocabulary, control[key]) };
	}
	return { column, text: (control) => control[key] };
}

function columnKind({ value }: ControlField): ExportColumnKind {
	if (value.kind === 'person') return { kind: 'text' };
	if (value.kind !== 'term') return value;
	return { kind: 'term', choices: vocabularies[value.vocabulary].terms.map(({ label }) => label) };
}

/** A line end tells the import that the lines are the ids, so a lone id with a comma has one too. */
export function joinIds(ids: readonly string[]): string {
	if (!ids.some((id) => id.includes(','))) return ids.join(', ');
	return ids.length === 1 ? `${ids[0]}\n` : ids.join('\n');
}

const retiredSource: ColumnSource = {
	column: { header: 'Retired', kind: { kind: 'prose' }, widthCharacters: 30 },
	text: ({ retired }) => {
		if (!retired) return '';
		const day = retired.at.slice(0, 10);
		const when = isCalendarDate(day) ? readableDate(day) : retired.at;
		return [when, retired.by, retired.reason].filter((part) => part !== '').join(', ');
	},
};

const pixelsPerCharacter = 7;
const narrowest = 12;
const widest = 50;

function characters({ width }: ControlField): number {
	return Math.round(width / pixelsPerCharacter);
}

/** Wide enough for the longest line, within what reads well. */
function widthOf(texts: readonly string[]): number {
	let longest = narrowest;
	for (const text of texts) {
		for (const line of text.split('\n')) longest = Math.max(longest, line.length + 2);
		if (longest >= widest) return widest;
	}
	return longest;
}
