/** What a rule says of one record: how messages call it, and the cell where it is mended. */
import { recordName, type RegisterName } from '../registers/register.ts';
import { registers, type RecordsByRegister } from '../registers/registers.ts';
import type { Found } from './finding.ts';

/** Enough to know a record by; some are called by a whole paragraph. */
const longestName = 80;

/** What messages call a record. */
export function called<Name extends RegisterName>(
	register: Name,
	record: RecordsByRegister[Name] | undefined,
): string {
	const name = recordName(registers[register], record).trim().replace(/\s+/g, ' ');
	return name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
}

/** A finding about a record that is mended in one of its cells; `more` adds to it or overrules it. */
export function foundAbout<Name extends RegisterName>(
	register: Name,
	{ id }: RecordsByRegister[Name],
	field: string,
	values: Found['values'],
	more: Partial<Found> = {},
): Found {
	const record = { register, id };
	return { records: [record], values, at: { kind: 'cell', record, field }, ...more };
}
