/** What a thread, a suggestion or a sign-off is about. */
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(200));

export const subjectSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('workbook') }),
	/** A criterion by its published id. */
	z.object({ kind: z.literal('criterion'), criterion: text }),
	/** A record of any register: its id says which. */
	z.object({ kind: z.literal('record'), record: text }),
	/** A field of a record by its key, or an own column as `own/<column id>`. */
	z.object({ kind: z.literal('cell'), record: text, field: text }),
]);

export type Subject = Readonly<z.infer<typeof subjectSchema>>;
export type CellSubject = Extract<Subject, { readonly kind: 'cell' }>;

/** One text for one subject: the key of maps. */
export function subjectKey(subject: Subject): string {
	if (subject.kind === 'workbook') return 'workbook';
	if (subject.kind === 'criterion') return `criterion/${subject.criterion}`;
	if (subject.kind === 'record') return `record/${subject.record}`;
	return `cell/${subject.record}/${subject.field}`;
}

/** The record that a subject is or lies in. */
export function recordOf(subject: Subject): string | undefined {
	return subject.kind === 'record' || subject.kind === 'cell' ? subject.record : undefined;
}
