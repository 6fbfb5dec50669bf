/**
 * Separation of duties as a record's own fields state it: who does the work and who checks it. Shown
 * wherever a file says that one person does both (SPEC P-18). Names are compared as they are written,
 * outer blanks and letter case aside.
 */
import { wordList } from '../../base/word-list.ts';
import { valueAt, type RegisterName, type RegisterRecord } from '../registers/register.ts';
import { registerOfId } from '../registers/registers.ts';
import { isSamePerson } from '../rules/remediation/closing-gaps.ts';
import type { Subject } from './subject.ts';

interface Duties {
	/** Fields that name whoever does the work, the nearest first. */
	readonly doers: readonly string[];
	/** Fields that name whoever checks it, each with the doers it must differ from. */
	readonly checkers: Readonly<Record<string, readonly string[]>>;
}

const dutiesByRegister: Readonly<Partial<Record<RegisterName, Duties>>> = {
	controls: {
		doers: ['performer', 'owner'],
		// An owner may well review what others perform; a test is independent of both.
		checkers: { reviewer: ['performer'], tester: ['performer', 'owner'] },
	},
	evidence: { doers: ['preparer'], checkers: { reviewer: ['preparer'] } },
	gaps: { doers: ['owner'], checkers: { verifiedBy: ['owner'] } },
	policies: { doers: ['owner'], checkers: { approvedBy: ['owner'] } },
};

/** What people are called in these fields. */
const parts: Readonly<Record<string, string>> = {
	performer: 'performer',
	owner: 'owner',
	reviewer: 'reviewer',
	tester: 'tester',
	preparer: 'preparer',
	verifiedBy: 'verifier',
	approvedBy: 'approver',
};

/**
 * The parts ('performer', 'owner') in which a record names this person as doing the work: that of the
 * record, or of the test of a control, which is the tester's work on that of the others.
 */
export function doersNamedIn(
	record: RegisterRecord | undefined,
	name: string,
	subject: Subject['kind'] = 'record',
): readonly string[] {
	if (!record) return [];
	const doers = dutiesOf(record)?.doers ?? [];
	return (subject === 'test' ? ['tester', ...doers] : doers).flatMap((key) =>
		isSamePerson(textAt(record, key), name) ? [partOf(key)] : [],
	);
}

/** Where the record itself names one person for the work and for checking it, in words. */
export function dutyConflicts(record: RegisterRecord): readonly string[] {
	return Object.entries(dutiesOf(record)?.checkers ?? {}).flatMap(([checker, doers]) => {
		const person = textAt(record, checker);
		const both = doers.filter((doer) => isSamePerson(textAt(record, doer), person));
		const named = [...both, checker].map((key) => partOf(key));
		return both.length === 0 ? [] : [`${person.trim()} is named as ${wordList(named)}.`];
	});
}

function dutiesOf({ id }: RegisterRecord): Duties | undefined {
	const register = registerOfId(id);
	return register && dutiesByRegister[register.name];
}

function textAt(record: RegisterRecord, key: string): string {
	const value = valueAt(record, key);
	return typeof value === 'string' ? value : '';
}

function partOf(key: string): string {
	return parts[key] ?? key;
}
