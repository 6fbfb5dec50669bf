/** What can be asked of a column by a filter. */
import type { FilterRule } from '../../../model/records/view-filter.ts';
import type { Option } from '../../../ui/fields/option.ts';
import type { Register } from '../../../model/registers/register.ts';
import { canBeOdd } from '../../../model/rules/value-problems.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { isWritten } from '../rows/group-choices.ts';

export type RuleKind = FilterRule['kind'];

interface KindOption extends Option {
	readonly value: RuleKind;
}

const labels: Readonly<Record<RuleKind, string>> = {
	oneOf: 'is one of',
	contains: 'contains',
	excludes: 'does not contain',
	begins: 'begins with',
	dates: 'is between',
	overdue: 'is overdue',
	next: 'is in the next days',
	empty: 'is empty',
	filled: 'is not empty',
	problem: 'has a problem',
};

const forTexts: readonly RuleKind[] = [
	'oneOf',
	'contains',
	'excludes',
	'begins',
	'empty',
	'filled',
];
const forDates: readonly RuleKind[] = ['dates', 'next', 'oneOf', 'empty', 'filled'];
/** Dates by which something should be done. */
const forDueDates: readonly RuleKind[] = forDates.toSpliced(2, 0, 'overdue');

/** The rules of a column, the usual one first where it is not a long text. */
export function filterKinds(about: Register, column: RegisterColumn): readonly KindOption[] {
	const datesOf = /due/i.test(column.key) ? forDueDates : forDates;
	const kinds = column.value.kind === 'date' ? datesOf : forTexts;
	const all = canHaveProblem(about, column) ? [...kinds, 'problem' as const] : kinds;
	return all.map((value) => ({ value, label: labels[value] }));
}

/** What a new filter on the column asks. Long texts are seldom the same twice, so they are searched. */
export function usualKind({ value, key, own }: RegisterColumn): RuleKind {
	if (value.kind === 'date') return 'dates';
	return isWritten({ key, value }) && !own ? 'contains' : 'oneOf';
}

/** The rule that begins with nothing chosen; undefined where something must be chosen first. */
export function firstRule(kind: RuleKind): FilterRule | undefined {
	if (kind === 'next') return { kind, days: 30 };
	if (kind === 'empty' || kind === 'filled' || kind === 'overdue' || kind === 'problem') {
		return { kind };
	}
	return undefined;
}

/** The same question asked by another rule, where what was typed serves both. */
export function rephrased(rule: FilterRule | undefined, kind: RuleKind): FilterRule | undefined {
	const isText = kind === 'contains' || kind === 'excludes' || kind === 'begins';
	return isText && rule && 'text' in rule ? { kind, text: rule.text } : firstRule(kind);
}

/** Values of these columns are known, so that one can be wrong (SPEC V-2, V-3). */
function canHaveProblem({ naming: [id] }: Register, { value, key }: RegisterColumn): boolean {
	return canBeOdd(value) || (key === id && key.endsWith('Id'));
}
