/**
 * The 125 readiness checks as data: when each fires, what it says and what mends it. How a check is
 * worked out from a workbook stands elsewhere; here are its words.
 */
import data from './checks.json' with { type: 'json' };
import type { FactBasis } from './fact-basis.ts';

export type CheckSeverity = 'error' | 'warning' | 'info';
export type ReportType = 'type1' | 'type2';

export interface CheckArea {
	/** SCP, PRD, …: the letters before a check's number. */
	readonly code: string;
	readonly label: string;
}

export interface CheckFacts {
	/** CTL-06. */
	readonly id: string;
	/** Code of its area. */
	readonly area: string;
	/** An open error blocks a ready verdict; a warning is fixed or accepted with a reason. */
	readonly severity: CheckSeverity;
	readonly appliesTo: readonly ReportType[];
	/** When it fires, as a clause. */
	readonly condition: string;
	/** A sentence with places in braces: "{control} has no owner." */
	readonly message: string;
	/** What to do now. */
	readonly fix: string;
	readonly basis: FactBasis;
	/** Ids of the common gaps it is a sign of. */
	readonly gaps: readonly string[];
}

/** In the order people meet them: scope first, the workbook's own integrity last. */
export const checkAreas = data.areas as readonly CheckArea[];
/** By area, then number. */
export const checks = data.checks as readonly CheckFacts[];

const checkFactsById = new Map(checks.map((check) => [check.id, check]));
const areaByCode = new Map(checkAreas.map((area) => [area.code, area]));

/** The check of an id, or undefined where none exists. */
export function checkById(id: string): CheckFacts | undefined {
	return checkFactsById.get(id);
}

/** The words for an area's code: "Control quality"; the code itself where there is none. */
export function checkAreaLabel(code: string): string {
	return areaByCode.get(code)?.label ?? code;
}
