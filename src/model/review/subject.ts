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
	/** The test of a control: how it was tested, by whom, when, and what came of it. */
	z.object({ kind: z.literal('test'), record: text }),
]);

export type Subject = Readonly<z.infer<typeof subjectSchema>>;
export type CellSubject = Extract<Subject, { readonly kind: 'cell' }>;

/** One text for one subject: the key of maps. */
export function subjectKey(subject: Subject): string {
	switch (subject.kind) {
		case 'workbook':
			return 'workbook';
		case 'criterion':
			return `criterion/${subject.criterion}`;
		case 'cell':
			return `cell/${subject.record}/${subject.field}`;
		default:
			return `${subject.kind}/${subject.record}`;
	}
}

/** The record that a subject is or lies in. */
export function recordOf(subject: Subject): string | undefined {
	return 'record' in subject ? subject.record : undefined;
}
