/** Records of any register as they are read: every field filled, those a test names as it says. */
import { isSetKind } from '../../src/model/records/field.ts';
import { emptyScope, type Scope } from '../../src/model/records/scope.ts';
import {
	emptyAssessment,
	type Assessment,
	type AssessmentKey,
} from '../../src/model/records/assessment.ts';
import type { RegisterName, RegisterRecord } from '../../src/model/registers/register.ts';
import {
	registerOfId,
	registers,
	type RecordsByRegister,
} from '../../src/model/registers/registers.ts';
import type { FactChanges } from '../../src/model/readiness/fact-store.ts';

/** What a test says of a record; its id is `<kind>:<name>`, as in `control:a`. */
export type RecordValues<Name extends RegisterName> = Partial<Omit<RecordsByRegister[Name], 'id'>>;

/** A record of a register, `name` being the part of its id after the colon. */
export function aRecord<Name extends RegisterName>(
	register: Name,
	name: string,
	values: RecordValues<Name> = {},
): RecordsByRegister[Name] {
	const { idKind, fields } = registers[register];
	const empty = Object.fromEntries(
		fields.map(({ key, value }) => [key, isSetKind(value) ? [] : '']),
	);
	const record: RegisterRecord = {
		...empty,
		id: `${idKind}:${name}`,
		order: name,
		own: {},
		source: undefined,
		retired: undefined,
		...values,
	};
	return record as unknown as RecordsByRegister[Name];
}

/** A scope in which only what a test names was said. */
export function aScope(said: Partial<Scope> = {}): Scope {
	return { ...emptyScope, ...said };
}

/** What was said of a criterion. */
export function anAssessment(
	criterion: string,
	said: Partial<Record<AssessmentKey, string>> = {},
): Assessment {
	return { ...emptyAssessment(criterion), ...said };
}

/** Records as a change that `Readiness.put` takes, by the register of their ids. */
export function asChanges(records: readonly RegisterRecord[]): FactChanges {
	const changed: Partial<Record<RegisterName, Map<string, RegisterRecord>>> = {};
	for (const record of records) {
		const register = registerOfId(record.id);
		if (!register) throw new Error(`No register has records such as ${record.id}`);
		(changed[register.name] ??= new Map()).set(record.id, record);
	}
	return { registers: changed };
}
