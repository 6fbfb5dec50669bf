/** What is odd about the values of one record, by column (SPEC V-2, V-3), kept while it stands. */
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import { uniqueId, valueProblems } from '../../../model/rules/value-problems.ts';
import type { RegisterColumn } from './register-column.ts';

/** What marks depend on beside the record. */
export interface MarkFacts {
	readonly about: Register;
	/** Ids that more than one active record carries, in the whole workbook. */
	readonly duplicateIds: ReadonlySet<string>;
	/** The columns that point to records, which may be gone. */
	readonly links: readonly RegisterColumn[];
}

type Problems = ReadonlyMap<string, string>;

const none: Problems = new Map();
const problemsByRecord = new WeakMap<RegisterRecord, Problems>();

/** The words for each marked cell, by the key of its column. */
export function cellProblem(
	record: RegisterRecord,
	key: string,
	marks: MarkFacts,
): string | undefined {
	if (key === marks.about.naming[0] && isDuplicate(record, marks)) {
		return `More than one ${marks.about.one} has the ID “${uniqueId(marks.about, record)}”.`;
	}
	const link = marks.links.find((column) => column.key === key);
	if (link) return link.problemOf(link.valueOf(record));
	return problemsOf(record, marks).get(key);
}

/** True where any cell of the record is marked. */
export function hasProblem(record: RegisterRecord, marks: MarkFacts): boolean {
	return (
		problemsOf(record, marks).size > 0 ||
		isDuplicate(record, marks) ||
		marks.links.some((link) => link.problemOf(link.valueOf(record)) !== undefined)
	);
}

function isDuplicate(record: RegisterRecord, { about, duplicateIds }: MarkFacts): boolean {
	return !record.retired && duplicateIds.size > 0 && duplicateIds.has(uniqueId(about, record));
}

function problemsOf(record: RegisterRecord, { about }: MarkFacts): Problems {
	let problems = problemsByRecord.get(record);
	if (!problems) {
		const found = valueProblems(about, record);
		problems = found.length ? new Map(found.map(({ field, text }) => [field, text])) : none;
		problemsByRecord.set(record, problems);
	}
	return problems;
}
