/** A check as a rule: what it is about, and what it finds there. Its words stand in the catalogue. */
import type { RegisterName } from '../registers/register.ts';
import type { RecordsByRegister } from '../registers/registers.ts';
import type { Facts } from './facts.ts';
import type { Found } from './finding.ts';

/** A rule about each active record of a register. */
export interface RecordRule<Name extends RegisterName = RegisterName> {
	/** Its id in the catalogue. */
	readonly check: string;
	readonly about: Name;
	readonly find: (record: RecordsByRegister[Name], facts: Facts) => readonly Found[];
}

/** A rule about each criterion in scope. */
export interface CriterionRule {
	/** Its id in the catalogue. */
	readonly check: string;
	readonly about: 'criteria';
	readonly find: (criterion: string, facts: Facts) => readonly Found[];
}

/** A rule about the workbook as a whole. It must not look at every control. */
export interface WorkbookRule {
	/** Its id in the catalogue. */
	readonly check: string;
	readonly about: 'workbook';
	readonly find: (facts: Facts) => readonly Found[];
}

export type CheckRule =
	| { readonly [Name in RegisterName]: RecordRule<Name> }[RegisterName]
	| CriterionRule
	| WorkbookRule;

/** A rule, typed by what it is about. */
export function rule<Rule extends CheckRule>(described: Rule): Rule {
	return described;
}

/** Nothing found. */
export const nothing = Object.freeze([]);
