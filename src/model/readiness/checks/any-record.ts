/** Rules that are the same for the records of any register. */
import {
	registerNames,
	valueAt,
	type RegisterName,
	type RegisterRecord,
} from '../../registers/register.ts';
import type { Field } from '../../records/field.ts';
import { registers } from '../../registers/registers.ts';
import { nothing, type CheckRule } from '../check-rule.ts';
import type { Facts } from '../facts.ts';
import type { Found, Mend } from '../finding.ts';
import { isLeftOut } from '../left-out.ts';

/** One member of one field: a value by itself, or one of a set. */
export interface Said {
	readonly register: RegisterName;
	readonly record: RegisterRecord;
	readonly field: Field;
	readonly member: string;
}

/** A rule a register that has such fields, asked for every value in them that is filled in. */
export function memberRules(
	check: string,
	isAsked: (field: Field) => boolean,
	find: (said: Said, facts: Facts) => Omit<Found, 'of' | 'records' | 'at'> | undefined,
): readonly CheckRule[] {
	return registerNames.flatMap((register): readonly CheckRule[] => {
		const fields = registers[register].fields.filter(isAsked);
		if (fields.length === 0) return [];
		const findAll = (record: RegisterRecord, facts: Facts): readonly Found[] => {
			if (isLeftOut(record)) return nothing;
			const all: Found[] = [];
			for (const field of fields) {
				for (const member of membersOf(valueAt(record, field.key))) {
					const found = find({ register, record, field, member }, facts);
					if (!found) continue;
					const ref = { register, id: record.id };
					const at = { kind: 'cell', record: ref, field: field.key } as const;
					all.push({ ...found, of: `${field.key}/${member}`, records: [ref], at });
				}
			}
			return all;
		};
		return [{ check, about: register, find: findAll }];
	});
}

/** Puts `instead` in the place of a member, or takes it out where there is none. */
export function replaced(
	{ register, record, field, member }: Said,
	label: string,
	instead?: string,
): Mend {
	const held = valueAt(record, field.key);
	const others = typeof held === 'string' ? [] : held.filter((other) => other !== member);
	const members = instead === undefined ? others : [...new Set([...others, instead])];
	const value = typeof held === 'string' ? (instead ?? '') : members;
	const edits = [{ record: record.id, column: field.key, value }];
	return { kind: 'edit', label, register, edits };
}

/** The values of a cell: none where it is empty. */
export function membersOf(held: string | readonly string[]): readonly string[] {
	return typeof held !== 'string' ? held : held === '' ? nothing : [held];
}
