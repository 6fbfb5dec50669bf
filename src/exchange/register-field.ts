/** The fields of any register by their keys, for readers and writers of its sheets. */
import { evidenceTypeLabel, evidenceTypes } from '../model/catalog/evidence-types.ts';
import type { Field } from '../model/records/field.ts';
import type { RegisterName } from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';

const fieldsByRegister: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
	Object.values(registers).map(({ name, fields }) => [
		name,
		new Map(fields.map((field) => [field.key, field])),
	]),
);

/** The field of a register; undefined for a key that it does not have. */
export function registerField(register: RegisterName, key: string): Field | undefined {
	return fieldsByRegister.get(register)?.get(key);
}

/**
 * What tells a record of a register from the others, '' where nothing does: of a control its id alone,
 * since titles may repeat.
 */
export function tellingName(register: RegisterName, valueOf: (key: string) => unknown): string {
	const keys = register === 'controls' ? ['controlId'] : registers[register].naming;
	for (const key of keys) {
		const value = valueOf(key);
		if (typeof value === 'string' && value.trim() !== '') return value.trim();
	}
	return '';
}

/** The kind of evidence that a text names, by its id or its words; undefined for any other text. */
export function evidenceKindOf(text: string): string | undefined {
	return evidenceByWords.get(text.trim().toLowerCase());
}

/** The words for a kind of evidence; the value itself where it is none of the catalogue. */
export const evidenceKindLabel = evidenceTypeLabel;

const evidenceByWords: ReadonlyMap<string, string> = new Map(
	evidenceTypes.flatMap(({ id, label }) => [
		[id.toLowerCase(), id],
		[label.toLowerCase(), id],
	]),
);
