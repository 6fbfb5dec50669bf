/** What is odd about the values of one control, by column (SPEC V-2, V-3), kept while it stands. */
import type { Control } from '../../../model/records/control.ts';
import { valueProblems } from '../../../model/rules/value-problems.ts';

type Problems = ReadonlyMap<string, string>;

const problemsByControl = new WeakMap<Control, Problems>();

/** The words for each marked cell; `duplicateIds` are those of the whole workbook. */
export function cellProblem(
	control: Control,
	column: string,
	duplicateIds: ReadonlySet<string>,
): string | undefined {
	if (column === 'controlId' && !control.retired && duplicateIds.has(control.controlId.trim())) {
		return `More than one control has the ID “${control.controlId.trim()}”.`;
	}
	return problemsOf(control).get(column);
}

function problemsOf(control: Control): Problems {
	let problems = problemsByControl.get(control);
	if (!problems) {
		problems = new Map(valueProblems(control).map(({ field, text }) => [field, text]));
		problemsByControl.set(control, problems);
	}
	return problems;
}
