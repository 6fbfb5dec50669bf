/** Where the rows of a sheet can go: the registers, and what people say of the criteria. */
import { assessmentFields } from '../model/records/assessment.ts';
import type { Field } from '../model/records/field.ts';
import type { RegisterName } from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';

/** `criteria`: each row says something of one criterion of the catalogue; no record is added. */
export type Destination = RegisterName | 'criteria';

export interface DestinationForm {
	/** What one record and several are called. */
	readonly one: string;
	readonly many: string;
	readonly fields: readonly Field[];
	/** Fields whose values name a record, the first filled one counts. */
	readonly naming: readonly string[];
}

const criteria: DestinationForm = {
	one: 'criterion',
	many: 'criteria',
	naming: ['criterion'],
	fields: [
		{
			key: 'criterion',
			label: 'Criterion',
			hint: 'Its published id, such as CC6.1',
			value: { kind: 'text' },
			width: 110,
		},
		...assessmentFields,
	],
};

export const destinations: Readonly<Record<Destination, DestinationForm>> = {
	...registers,
	criteria,
};

const fieldsByDestination: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
	Object.entries(destinations).map(([name, { fields }]) => [
		name,
		new Map(fields.map((field) => [field.key, field])),
	]),
);

/** The field of a destination; undefined for a key that it does not have. */
export function fieldAt(destination: Destination, key: string): Field | undefined {
	return fieldsByDestination.get(destination)?.get(key);
}

/**
 * What tells a record of a destination from the others, '' where nothing does: of a control its id
 * alone, since titles may repeat.
 */
export function tellingName(destination: Destination, valueOf: (key: string) => unknown): string {
	const keys = destination === 'controls' ? ['controlId'] : destinations[destination].naming;
	for (const key of keys) {
		const value = valueOf(key);
		if (typeof value === 'string' && value.trim() !== '') return value.trim();
	}
	return '';
}
