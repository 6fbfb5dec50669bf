/** What is odd about the values of one control, by column (SPEC V-2, V-3), kept while it stands. */
import type { Control } from '../../../model/records/control.ts';
import { valueProblems } from '../../../model/rules/value-problems.ts';

type Problems = ReadonlyMap<string, string>;

const none: Problems = new Map();
const problemsByControl = new WeakMap<Control, Problems>();

/** The words for each marked cell; `duplicateIds` are those of the whole workbook. */
export function cellProblem(
	control: Control,
	column: string,
	duplicateIds: ReadonlySet<string>,
): string | undefined {
	if (column === 'controlId' && isDuplicate(control, duplicateIds)) {
		return `More than one control has the ID “${control.controlId.trim()}”.`;
	}
	return problemsOf(control).get(column);
}

/** True where any cell of the control is marked. */
export function hasProblem(control: Control, duplicateIds: ReadonlySet<string>): boolean {
	return problemsOf(control).size > 0 || isDuplicate(control, duplicateIds);
}

function isDuplicate(control: Control, duplicateIds: ReadonlySet<string>): boolean {
	return !control.retired && duplicateIds.size > 0 && duplicateIds.has(control.controlId.trim());
}

function problemsOf(control: Control): Problems {
	let problems = problemsByControl.get(control);
	if (!problems) {
		const found = valueProblems(control);
		problems = found.length ? new Map(found.map(({ field, text }) => [field, text])) : none;
		problemsByControl.set(control, problems);
	}
	return problems;
}
