/**
 * A register: records of one kind that people keep in a grid, described by its table of fields. The
 * control matrix is one of them. Commands, grids, imports and exports work on any.
 */
import type { Id } from '../../base/ids.ts';
import type { RowSource, Retirement } from '../records/control.ts';
import type { Field, FieldKind, SetKind } from '../records/field.ts';
import type { ColumnId } from '../records/own-column.ts';

/** In the order of the document's layout; never renamed. */
export const registerNames = [
	'controls',
	'risks',
	'vendors',
	'policies',
	'systems',
	'people',
	'boundary',
	'commitments',
	'complementary',
	'evidence',
	'gaps',
	'requirements',
] as const;

export type RegisterName = (typeof registerNames)[number];

/** True for the name of a register. */
export function isRegisterName(value: unknown): value is RegisterName {
	return registerNames.some((name) => name === value);
}

/** What every part of the program needs to know of a register. */
export interface Register<Name extends RegisterName = RegisterName, Kind extends string = string> {
	readonly name: Name;
	/** Prefix of its records' ids. */
	readonly idKind: Kind;
	/** What one record and several are called: 'risk', 'risks'. */
	readonly one: string;
	readonly many: string;
	/** The name of the place: 'Risks'. */
	readonly title: string;
	readonly fields: readonly Field[];
	/** Fields whose values name a record, the first filled one counts. */
	readonly naming: readonly string[];
}

/** What the records of all registers have in common. */
export interface RegisterRecord {
	readonly id: string;
	/** Fractional index; ties are broken by id. */
	readonly order: string;
	/** Values of the workbook's own columns by column id; an absent one is empty. */
	readonly own: Readonly<Record<ColumnId, string>>;
	readonly source: RowSource | undefined;
	readonly retired: Retirement | undefined;
}

/** The kinds of value by field key. */
export type Shape = Readonly<Record<string, Omit<Field, 'key'>>>;

/** A register that knows the shape of its records. */
export interface ShapedRegister<
	Name extends RegisterName,
	Kind extends string,
	Fields extends Shape,
> extends Register<Name, Kind> {
	readonly shape: Fields;
}

/** The record of a shaped register: every field filled, sets as arrays, all else as text. */
export type RecordOf<Shaped> =
	Shaped extends ShapedRegister<RegisterName, infer Kind, infer Fields>
		? RegisterRecord & { readonly id: Id<Kind> } & {
				readonly [Key in keyof Fields]: Fields[Key]['value'] extends { readonly kind: SetKind }
					? readonly string[]
					: string;
			}
		: never;

/** Describes a register by its fields in the order people expect them. */
export function register<
	const Name extends RegisterName,
	const Kind extends string,
	const Fields extends Shape,
>(described: {
	readonly name: Name;
	readonly idKind: Kind;
	readonly one: string;
	readonly many: string;
	readonly title: string;
	readonly naming: readonly (keyof Fields & string)[];
	readonly shape: Fields;
}): ShapedRegister<Name, Kind, Fields> {
	const fields = Object.entries<Omit<Field, 'key'>>(described.shape).map(([key, rest]) => ({
		key,
		...rest,
	}));
	return { ...described, fields };
}

/** A field of a register: its label, what it means, its kind and its first width. */
export function field<const Kind extends FieldKind>(
	label: string,
	hint: string,
	value: Kind,
	width = 150,
): { readonly label: string; readonly hint: string; readonly value: Kind; readonly width: number } {
	return { label, hint, value, width };
}

/** What people call a record: the first filled field that names it. */
export function recordName(described: Register, record: RegisterRecord | undefined): string {
	if (!record) return `a removed ${described.one}`;
	for (const key of described.naming) {
		const value = valueAt(record, key);
		if (typeof value === 'string' && value.trim() !== '') return value;
	}
	const called = described.naming[0]?.endsWith('Id') ? 'id' : 'name';
	return `a ${described.one} without ${called}`;
}

/** What a record holds in a field or an own column; '' where it has nothing of that key. */
export function valueAt(record: RegisterRecord, key: string): string | readonly string[] {
	if (key.startsWith('column:')) return record.own[key as ColumnId] ?? '';
	const value = (record as unknown as Readonly<Record<string, unknown>>)[key];
	if (typeof value === 'string') return value;
	return Array.isArray(value) ? (value as readonly string[]) : '';
}
