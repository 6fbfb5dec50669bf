/**
 * What people say of one criterion: whether it is relevant, what they conclude, notes, and the licensed
 * text of their own copy. Kept as flat entries under the criterion's published id (law 2).
 */
import * as z from 'zod/mini';
import { isCriterionId } from '../catalog/criterion-ids.ts';
import type { Field } from './field.ts';
import { readRecord, type Reading } from './read-record.ts';

export type AssessmentKey =
	'notRelevantReason' | 'relevance' | 'conclusion' | 'note' | 'licensedText';

export interface Assessment extends Readonly<Record<AssessmentKey, string>> {
	/** The criterion's published id. */
	readonly id: string;
}

export const assessmentFields: readonly Field<AssessmentKey>[] = [
	{
		key: 'relevance',
		label: 'Relevant',
		hint: 'A criterion of a category in scope is relevant unless somebody says no, with a reason',
		value: { kind: 'term', vocabulary: 'yesNo' },
		width: 100,
	},
	{
		key: 'notRelevantReason',
		label: 'Not relevant because',
		hint: 'The description of the system must state it (DC 8)',
		value: { kind: 'prose' },
		width: 260,
	},
	{
		key: 'conclusion',
		label: 'Conclusion',
		hint: 'What your own assessment comes to; the opinion is the CPA firm’s',
		value: { kind: 'term', vocabulary: 'conclusion' },
		width: 130,
	},
	{ key: 'note', label: 'Notes', hint: 'Anything else', value: { kind: 'prose' }, width: 280 },
	{
		key: 'licensedText',
		label: 'Licensed text',
		hint: 'From your own copy of the criteria; kept in this workbook only',
		value: { kind: 'prose' },
		width: 320,
	},
];

const text = z._default(z.string(), '');
const schema = z.object({
	id: z.custom<string>((value) => typeof value === 'string' && isCriterionId(value)),
	relevance: text,
	notRelevantReason: text,
	conclusion: text,
	note: text,
	licensedText: text,
});

/** Reads the joined entries of a criterion. */
export function readAssessment(joined: unknown): Reading<Assessment> {
	return readRecord(schema, joined);
}

/** A criterion about which nobody has said anything. */
export function emptyAssessment(id: string): Assessment {
	return { id, relevance: '', notRelevantReason: '', conclusion: '', note: '', licensedText: '' };
}

/** True where somebody said no and why: without a reason a criterion stays relevant. */
export function isNotRelevant(assessment: Assessment | undefined): boolean {
	return assessment?.relevance === 'no' && assessment.notRelevantReason.trim() !== '';
}
