/** What a thread that is begun somewhere can be about: a record, its test, each of its cells. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { recordName } from '../../model/registers/register.ts';
import { registerOfId } from '../../model/registers/registers.ts';
import { subjectWords } from '../../model/review/subject-words.ts';
import type { Subject } from '../../model/review/subject.ts';

export interface NamedSubject {
	readonly subject: Subject;
	readonly label: string;
}

/** The subject itself first; for a record then its test, where it is a control, and its cells. */
export function threadSubjects(workbook: LiveWorkbook, subject: Subject): readonly NamedSubject[] {
	if (subject.kind !== 'record') {
		return [{ subject, label: subjectWords(subject, workbook.names) }];
	}
	const { record } = subject;
	const register = registerOfId(record);
	if (!register) return [];
	const own = workbook.ownColumnsOf(register.name);
	return [
		{ subject, label: `${recordName(register, workbook.names.record(record))} as a whole` },
		...(register.name === 'controls'
			? [{ subject: { kind: 'test', record } as const, label: 'Its test' }]
			: []),
		...register.fields.map(({ key, label }) => ({
			subject: { kind: 'cell', record, field: key } as const,
			label,
		})),
		...own.map(({ id, name }) => ({
			subject: { kind: 'cell', record, field: `own/${id}` } as const,
			label: name,
		})),
	];
}
