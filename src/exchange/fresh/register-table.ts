/** Turns records of a register into a table for export: the words people read, in the columns asked for. */
import { readableDate, isCalendarDate } from '../../base/calendar-date.ts';
import type { Field } from '../../model/records/field.ts';
import type { OwnColumn } from '../../model/records/own-column.ts';
import { termLabel, vocabularies } from '../../model/records/vocabulary.ts';
import { valueAt, type RegisterName, type RegisterRecord } from '../../model/registers/register.ts';
import { isUnnamed } from '../../model/review/person-name.ts';
import type { RegisterColumnKey } from '../register-columns.ts';
import { fieldAt } from '../destinations.ts';
import { evidenceKindLabel } from '../evidence-words.ts';
import type { ExportColumn, ExportColumnKind, ExportTable } from './export-table.ts';

export interface RegisterTableOptions {
	readonly title: string;
	/** Retired records come too, with a column that says when and why. */
	readonly includeRetired: boolean;
	/** What linked records are called, by their id (`model/rules/link-names`). */
	readonly names?: Readonly<Record<string, string>>;
}

/**
 * The table of `records`, in their order. Terms are written by their label and values that are no
 * term as they are; linked records by their names; members of a set joined by a comma or, where one
 * itself holds one, one a line. Import reads all of these back to the same values. Only retirement is
 * not read back: a retired record returns as an active one with an own column Retired, for a person
 * to decide on.
 */
export function registerTable(
	register: RegisterName,
	records: readonly RegisterRecord[],
	columns: readonly RegisterColumnKey[],
	ownColumns: readonly OwnColumn[],
	options: RegisterTableOptions,
): ExportTable {
	const written = options.includeRetired
		? records
		: records.filter(({ retired }) => retired === undefined);
	const nameOf = (id: string): string => {
		const { names = {} } = options;
		return (Object.hasOwn(names, id) ? names[id] : undefined) ?? id;
	};
	const sources = columns.flatMap((column) => {
		const field = fieldAt(register, column);
		return field ? [fieldSource(field, nameOf)] : ownSource(column, ownColumns, written);
	});
	if (written.some(({ retired }) => retired !== undefined)) sources.push(retiredSource);
	return {
		title: options.title,
		columns: sources.map(({ column }) => column),
		rows: written.map((record) => sources.map(({ text }) => text(record))),
	};
}

interface ColumnSource {
	readonly column: ExportColumn;
	readonly text: (record: RegisterRecord) => string;
}

/** No source for an own column that is not there any more. */
function ownSource(
	column: RegisterColumnKey,
	ownColumns: readonly OwnColumn[],
	records: readonly RegisterRecord[],
): readonly ColumnSource[] {
	const own = ownColumns.find(({ id }) => id === column);
	if (!own) return [];
	const text = (record: RegisterRecord): string => record.own[own.id] ?? '';
	const widthCharacters = widthOf([own.name, ...records.map(text)]);
	const kind: ExportColumnKind = { kind: widthCharacters < widest ? 'text' : 'prose' };
	return [{ column: { header: own.name, kind, widthCharacters }, text }];
}

function fieldSource(field: Field, nameOf: (id: string) => string): ColumnSource {
	const column = {
		header: field.label,
		kind: columnKind(field),
		widthCharacters: characters(field),
	};
	return {
		column,
		text: (record) => {
			const value = valueAt(record, field.key);
			if (typeof value !== 'string') {
				return joinMembers(value.map((member) => memberWords(field, member, nameOf)));
			}
			if (field.value.kind === 'term') return termLabel(field.value.vocabulary, value);
			return field.value.kind === 'evidenceKind' ? evidenceKindLabel(value) : value;
		},
	};
}

function memberWords({ value }: Field, member: string, nameOf: (id: string) => string): string {
	if (value.kind === 'terms') return termLabel(value.vocabulary, member);
	if (value.kind === 'evidenceKinds') return evidenceKindLabel(member);
	return value.kind === 'links' ? nameOf(member) : member;
}

function columnKind({ value }: Field): ExportColumnKind {
	switch (value.kind) {
		case 'term':
			return {
				kind: 'term',
				choices: vocabularies[value.vocabulary].terms.map(({ label }) => label),
			};
		case 'prose':
		case 'date':
		case 'criteria':
		case 'references':
			return { kind: value.kind };
		case 'links':
		case 'terms':
		case 'evidenceKinds':
			return { kind: 'references' };
		default:
			return { kind: 'text' };
	}
}

/** A line end tells the import that the lines are the members, so a lone one with a comma has one too. */
export function joinMembers(members: readonly string[]): string {
	if (!members.some((member) => member.includes(','))) return members.join(', ');
	return members.length === 1 ? `${members[0]}\n` : members.join('\n');
}

const retiredSource: ColumnSource = {
	column: { header: 'Retired', kind: { kind: 'prose' }, widthCharacters: 30 },
	text: ({ retired }) => {
		if (!retired) return '';
		const day = retired.at.slice(0, 10);
		const when = isCalendarDate(day) ? readableDate(day) : retired.at;
		// “You” would be whoever reads it.
		const by = isUnnamed(retired.by) ? '' : retired.by;
		return [when, by, retired.reason].filter((part) => part !== '').join(', ');
	},
};

const pixelsPerCharacter = 7;
const narrowest = 12;
const widest = 50;

function characters({ width }: Field): number {
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
