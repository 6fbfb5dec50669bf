/** The columns of a register: the fields of its records, then the workbook's own columns. */
import { isSetKind, type Field, type FieldKind } from '../../../model/records/field.ts';
import type { OwnColumn } from '../../../model/records/own-column.ts';
import type { Register, RegisterName, RegisterRecord } from '../../../model/registers/register.ts';
import { valueProblem } from '../../../model/rules/value-problems.ts';
import type { LinkNames } from './link-names.ts';
import { linkWords, wordsOfKind, type ValueWords } from './value-words.ts';

export interface RegisterColumn extends ValueWords {
	readonly key: string;
	readonly label: string;
	readonly hint: string;
	readonly value: FieldKind;
	/** In CSS pixels; the first one for text of the usual size. */
	readonly width: number;
	/** Not shown until somebody asks for it. */
	readonly isHidden: boolean;
	/** Whether it holds a set of members. */
	readonly isSet: boolean;
	/** The record of a column the workbook has of its own. */
	readonly own: OwnColumn | undefined;
	/** The records it may point to. */
	readonly links: LinkNames | undefined;
	/** What a record holds in it: one text, or the members of a set. */
	readonly valueOf: (record: RegisterRecord) => string | readonly string[];
	/** What is odd about such a value, in words (SPEC V-2). */
	readonly problemOf: (value: string | readonly string[]) => string | undefined;
}

/** The names of the records of a register that links point to. */
export type LinksTo = (register: RegisterName) => LinkNames;

/**
 * All columns in order; the column of an unchanged record is the same object each time, and so is one
 * of links while the names they point to stand.
 */
export function registerColumns(
	about: Register,
	own: readonly OwnColumn[],
	linksTo: LinksTo,
): readonly RegisterColumn[] {
	return [...about.fields.map((field) => columnOfField(field, linksTo)), ...own.map(columnOfOwn)];
}

const columnsByField = new WeakMap<Field, RegisterColumn>();
const columnsByLinks = new WeakMap<LinkNames, Map<Field, RegisterColumn>>();
const columnsByOwn = new WeakMap<OwnColumn, RegisterColumn>();

function columnOfField(field: Field, linksTo: LinksTo): RegisterColumn {
	if (field.value.kind === 'links') return columnOfLinks(field, linksTo(field.value.to));
	let column = columnsByField.get(field);
	if (!column) {
		column = {
			...described(field),
			...wordsOfKind(field.value),
			valueOf: (record) => heldIn(record, field.key),
			problemOf: (value) => valueProblem(field, value),
		};
		columnsByField.set(field, column);
	}
	return column;
}

function columnOfLinks(field: Field, links: LinkNames): RegisterColumn {
	let columns = columnsByLinks.get(links);
	if (!columns) columnsByLinks.set(links, (columns = new Map<Field, RegisterColumn>()));
	let column = columns.get(field);
	if (!column) {
		column = {
			...described(field),
			...linkWords(links),
			links,
			valueOf: (record) => links.inOrder(heldIn(record, field.key)),
			problemOf: (value) => links.problemOf(value),
		};
		columns.set(field, column);
	}
	return column;
}

function columnOfOwn(own: OwnColumn): RegisterColumn {
	let column = columnsByOwn.get(own);
	if (!column) {
		const field: Field = {
			key: own.id,
			label: own.name,
			hint: 'A column of this workbook only',
			value: { kind: 'prose' },
			width: 200,
		};
		column = {
			...described(field),
			...wordsOfKind(field.value),
			own,
			valueOf: (record) => record.own[own.id] ?? '',
			problemOf: () => undefined,
		};
		columnsByOwn.set(own, column);
	}
	return column;
}

/** Asked for every cell: records that were read have every field of their register filled. */
function heldIn(record: RegisterRecord, key: string): string | readonly string[] {
	const fields = record as unknown as Readonly<Partial<Record<string, string | readonly string[]>>>;
	return fields[key] ?? '';
}

function described({ key, label, hint, value, width, isHidden = false }: Field) {
	const isSet = isSetKind(value);
	return { key, label, hint, value, width, isHidden, isSet, own: undefined, links: undefined };
}
