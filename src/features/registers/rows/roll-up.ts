/** What the records of a group add up to: how far they are, and how many need a look. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import { hasProblem, type MarkFacts } from '../columns/cell-problems.ts';
import { progressOf, type Progress } from './stages.ts';

export interface RollUp {
	/** Undefined for registers whose records go through no stages. */
	readonly progress: Progress | undefined;
	/** Records with a marked cell. */
	readonly problems: number;
}

export function rollUp(records: readonly RegisterRecord[], marks: MarkFacts): RollUp {
	let problems = 0;
	for (const record of records) if (hasProblem(record, marks)) problems += 1;
	return { progress: progressOf(marks.about, records), problems };
}
