/**
 * Reads a joined row as a record of its register by the table of fields: absent values are empty, sets
 * are sorted, and what is no text or no list of texts is refused with its path (law 7).
 */
import * as z from 'zod/mini';
import { isId } from '../../base/ids.ts';
import { compareCriteria } from '../catalog/criterion-ids.ts';
import { isSetKind, type Field } from '../records/field.ts';
import type { ImportId } from '../records/import-record.ts';
import { readRecord, type Reading } from '../records/read-record.ts';
import type { Register } from './register.ts';
import type { RecordsByRegister } from './registers.ts';

const text = z.string();
const collator = new Intl.Collator('en', { numeric: true });

/** The reader of a register's records; make it once. */
export function registerReader<Name extends keyof RecordsByRegister>(
	register: Register<Name>,
): (joined: unknown) => Reading<RecordsByRegister[Name]> {
	const schema = schemaOf(register);
	const sets = register.fields.filter(({ value }) => isSetKind(value));
	return (joined) => {
		const reading = readRecord(schema, joined);
		if (!('item' in reading)) return reading;
		const { source, retired, ...rest } = reading.item as Readonly<Record<string, unknown>>;
		const sorted = sets.map((field): [string, readonly string[]] => [
			field.key,
			inOrder(field, rest[field.key] as readonly string[]),
		]);
		const item = {
			...rest,
			...Object.fromEntries(sorted),
			source,
			retired: retired ?? undefined,
		};
		return { item: item as unknown as RecordsByRegister[Name] };
	};
}

function schemaOf({ idKind, fields }: Register): z.ZodMiniType {
	const shape = fields.map((field): [string, z.ZodMiniType] => [
		field.key,
		isSetKind(field.value) ? z._default(z.array(text), []) : z._default(text, ''),
	]);
	return z.object({
		...Object.fromEntries(shape),
		id: z.custom((value) => isId(idKind, value)),
		order: z._default(text, ''),
		own: z._default(z.record(text, text), {}),
		source: z.optional(
			z.object({
				import: z.custom<ImportId>((value) => isId('import', value)),
				row: z.number(),
			}),
		),
		retired: z.nullish(z.object({ at: text, by: text, reason: text })),
	});
}

function inOrder({ value }: Field, members: readonly string[]): readonly string[] {
	const compare =
		value.kind === 'criteria' ? compareCriteria : (a: string, b: string) => collator.compare(a, b);
	return [...new Set(members)].sort(compare);
}
