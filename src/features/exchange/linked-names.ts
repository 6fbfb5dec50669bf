/** What records that others link to are called in sheets, by their id. */
import type { Control } from '../../model/records/control.ts';
import { isSetKind } from '../../model/records/field.ts';
import { valueAt, type RegisterName, type RegisterRecord } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import { LinkNames } from '../../model/rules/link-names.ts';

/** The part of a workbook that is read: the records of its registers. */
export interface ReadRegisters {
	records(register: RegisterName): readonly RegisterRecord[];
}

/** A control as sheets have it: the records it links to by their names. */
export function withNames(control: Control, names: Readonly<Record<string, string>>): Control {
	if (control.policies.length + control.systems.length === 0) return control;
	const words = (members: readonly string[]) => members.map((id) => names[id] ?? id);
	return { ...control, policies: words(control.policies), systems: words(control.systems) };
}

/** The names of every record that one of `records` links to. */
export function linkedNames(
	workbook: ReadRegisters,
	register: RegisterName,
	records: readonly RegisterRecord[],
): Readonly<Record<string, string>> {
	const names: Record<string, string> = {};
	for (const { key, value } of registers[register].fields) {
		if (!isSetKind(value) || value.kind !== 'links') continue;
		const members = new Set(records.flatMap((record) => valueAt(record, key)));
		if (members.size === 0) continue;
		const known = new LinkNames(registers[value.to], workbook.records(value.to));
		for (const member of members) names[member] = known.name(member);
	}
	return names;
}
